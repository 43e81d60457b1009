package zhai.library;

import zhai.fetch.Fetcher;
import zhai.fetch.SavedPage;
import zhai.model.Entry;

/// A page that came out of the user's own browser together with their words: both are kept, and
/// nothing is asked for. The same walk as `zhai add URL --html FILE`, so the same page gives the
/// same article. Pictures that are not in the page itself come in a step of their own, if the
/// person wants them: it may take a minute, and nobody waits for it.
///
/// @param receipt given when the words were on disk, before the page was read
/// @param visit what the page turned out to be
public record Handover(Receipt receipt, Visit visit) {

  /// Keeps both. The index is led up to the store afterwards, by the caller.
  ///
  /// @param images says whether those in the page itself are kept; nobody is asked for others
  public static Handover keep(
      Library library, Addition addition, SavedPage page, ImageSource images) {
    Receipt receipt = Intake.store(library, addition);
    String address = addition.url().fetchAddress();
    try (PageSource source = PageSource.HandedOver.of(page, address, library.now())) {
      return new Handover(receipt, new Intake(library, source, images).visit(receipt.id()));
    }
  }

  /// Asks for the pictures of a page that was handed over, as `--html FILE --images` does: those of
  /// its article that are not kept yet, as far as they come. The index is led up to the store
  /// afterwards, by the caller.
  public static ImagesKept keepImages(Library library, Fetcher fetcher, Entry entry) {
    return entry.bookmark().attempt().verdict().carriesArticle()
        ? ImageWalk.keep(library, fetcher, ImageLimits.USUAL, entry)
        : ImagesKept.none(entry.bookmark().id());
  }
}
