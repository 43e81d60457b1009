package zhai.extract;

import org.jsoup.nodes.Element;
import zhai.model.Verdict;

/// What a site reader makes of a page.
public sealed interface SiteReading {

  /// The content, found.
  ///
  /// @param verdict one that carries an article
  /// @param facts what the site reader knows better than the general metadata; gaps are filled
  ///   there
  /// @param content the main content as semantic HTML, not cleaned yet; its base URI is set
  record Found(Verdict verdict, PageFacts facts, Element content) implements SiteReading {}

  /// Not an article, and why.
  ///
  /// @param verdict one that carries no article
  /// @param detail one sentence for a person
  record Refused(Verdict verdict, String detail) implements SiteReading {}

  /// The general extractor should decide; what is known already comes along.
  record Unsure(PageFacts facts) implements SiteReading {}
}
