package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Verdict;

/// Reads a page: bytes in, an article or the reason why there is none out.
///
/// The way of a page: find its charset and type and parse it once; ask the site readers in order
/// whether they know it; otherwise look for a wall, read the metadata, find the main content, see
/// whether it is an article at all, and write the content in its three forms.
///
/// Pure and safe for use by many threads. No input makes it fail: what can't be read has the
/// verdict {@link Verdict#UNSUPPORTED} and a sentence.
public final class Extractor {
  private final List<SiteReader> siteReaders;

  /// @param siteReaders asked in this order; the first that knows a page reads it
  public Extractor(List<SiteReader> siteReaders) {
    this.siteReaders = List.copyOf(siteReaders);
  }

  /// The same, after another reader.
  public Extractor precededBy(SiteReader first) {
    List<SiteReader> all = new ArrayList<>(siteReaders);
    all.addFirst(first);
    return new Extractor(all);
  }

  public Extraction extract(Snapshot snapshot) {
    return extract(snapshot, Map.of());
  }

  /// The same of a page that came with pictures, as MHTML has them.
  ///
  /// @param images by what the page calls them
  public Extraction extract(Snapshot snapshot, Map<String, Bytes> images) {
    try {
      Page page = PageParser.parse(snapshot, images);
      Interruption.check();
      Extraction read = read(page);
      return read.showing(pictures(page, read)).noting(page.leftUnread());
    } catch (RuntimeException | StackOverflowError e) {
      return new Extraction(
          Verdict.UNSUPPORTED,
          null,
          "The page could not be read: " + e.getClass().getSimpleName() + ".");
    }
  }

  private static Map<String, Bytes> pictures(Page page, Extraction read) {
    Article article = read.article();
    return article != null && page instanceof Page.Html html
        ? html.written().shown(html.index(), article.content())
        : read.images();
  }

  private Extraction read(Page page) {
    for (SiteReader reader : siteReaders) {
      Interruption.check();
      if (reader.knows(page)) {
        return switch (reader.read(page)) {
          case SiteReading.Found found -> GeneralReader.complete(page, found);
          case SiteReading.Refused refused -> refuse(page, refused);
          case SiteReading.Unsure unsure -> GeneralReader.read(page, unsure.facts());
        };
      }
    }
    return GeneralReader.read(page, PageFacts.NONE);
  }

  /// What a listing shows is shown whoever found that it is one.
  private static Extraction refuse(Page page, SiteReading.Refused refused) {
    Article listing =
        refused.verdict() == Verdict.NOT_ARTICLE
            ? GeneralReader.read(page, PageFacts.NONE).shown()
            : null;
    return new Extraction(refused.verdict(), null, listing, refused.detail());
  }
}
