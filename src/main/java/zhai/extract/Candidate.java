package zhai.extract;

import java.util.List;
import org.jsoup.nodes.Element;

/// A guess at where the article is, by one method.
///
/// @param method how it was found
/// @param parts the elements that make it up, in the order of the page, none inside another
record Candidate(Method method, List<Element> parts) {
  /// The ways of finding it, each independent of the others. The trust is the only weight that a
  /// method has by itself; see {@link CandidateChooser} for how it is used.
  enum Method {
    /// The page's structured data holds the text, and this element holds that text.
    STRUCTURED(0.25),
    /// The posts of a conversation, by the names that forum software gives them.
    POSTS(0.3),
    /// A name that means the body of an article.
    NAMED_BODY(0.2),
    /// An `article` element or a name like it.
    NAMED_ARTICLE(0.12),
    /// A `main` element or a name like it.
    NAMED_MAIN(0.04),
    /// The element whose paragraphs score best, with its like siblings.
    SCORED(0.12),
    /// The stretch of the page in which prose outweighs menus most.
    STRETCH(0.08),
    /// The whole body.
    BODY(0);

    private final double trust;

    Method(double trust) {
      this.trust = trust;
    }

    double trust() {
      return trust;
    }
  }

  Candidate {
    parts = List.copyOf(parts);
  }

  static Candidate of(Method method, Element element) {
    return new Candidate(method, List.of(element));
  }
}
