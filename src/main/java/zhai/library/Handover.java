package zhai.library;

import zhai.fetch.SavedPage;
import zhai.model.Snapshot;

/// A page that came out of the user's own browser together with their words: both are kept, and
/// nothing is asked for. The same walk as `zhai add URL --html FILE`, so the same page gives the
/// same article.
///
/// @param receipt given when the words were on disk, before the page was read
/// @param visit what the page turned out to be
public record Handover(Receipt receipt, Visit visit) {

  /// Keeps both. The index is led up to the store afterwards, by the caller.
  public static Handover keep(Library library, Addition addition, SavedPage page) {
    Receipt receipt = Intake.store(library, addition);
    Snapshot snapshot = page.snapshot(addition.url().fetchAddress(), library.now());
    try (PageSource source = new PageSource.HandedOver(snapshot)) {
      return new Handover(receipt, new Intake(library, source).visit(receipt.id()));
    }
  }
}
