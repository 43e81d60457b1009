package zhai.cli;

/// Cuts texts to a length for one line.
final class Excerpted {
  private Excerpted() {}

  /// The first `max` characters on one line, with `…` if there was more.
  static String first(String text, int max) {
    String line = text.strip().replaceAll("\\s+", " ");
    int length = line.codePointCount(0, line.length());
    return length <= max ? line : line.substring(0, line.offsetByCodePoints(0, max - 1)) + "…";
  }
}
