package zhai.library;

import java.util.List;
import java.util.function.LongFunction;
import zhai.model.Change;

/// Hands the store's changes to the index, and tells how far it has come where they are many.
final class ToldChanges implements LongFunction<List<Change>> {
  /// What takes no second is not worth a word.
  private static final int MANY = 1_000;

  private final Library library;
  private final Advance advance;
  private long all = -1;
  private long handed;

  ToldChanges(Library library, Advance advance) {
    this.library = library;
    this.advance = advance;
  }

  @Override
  public List<Change> apply(long seq) {
    if (all < 0) {
      all = library.store().countAfter(seq);
    }
    if (all >= MANY) {
      advance.at(handed, all);
    }
    List<Change> changes = library.changesAfter(seq);
    handed += changes.size();
    return changes;
  }
}
