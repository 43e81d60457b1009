package zhai.library;

/// Told how far something has come that works through a library piece by piece.
@FunctionalInterface
public interface Advance {
  /// Tells nobody.
  Advance UNSEEN = (_, _) -> {};

  /// So many pieces are done; 0 at the beginning, once for each work.
  void at(long done, long all);
}
