package zhai.fetch;

/// How private an address is, from least to most; the order is the rule of {@link Provenance}.
enum Level {
  PUBLIC,
  LOCAL,
  LOOPBACK,
  /// Nothing a page can live on: refused to everyone.
  NEVER;

  boolean isMorePrivateThan(Level other) {
    return compareTo(other) > 0;
  }

  static Level mostPrivate(Level a, Level b) {
    return a.isMorePrivateThan(b) ? a : b;
  }

  static Level leastPrivate(Level a, Level b) {
    return a.isMorePrivateThan(b) ? b : a;
  }
}
