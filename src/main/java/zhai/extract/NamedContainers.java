package zhai.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Knows the names that pages give to the body of an article; they are in `containers.txt`.
final class NamedContainers {
  private static final Evaluator BODIES =
      QueryParser.parse(String.join(", ", RuleFile.open("containers.txt").section("body")));

  private NamedContainers() {}

  /// Whether the page names exactly one element as the body of an article, however short.
  static boolean hasOneBody(Page.Html page) {
    List<Element> bodies = page.document().select(BODIES);
    return !bodies.isEmpty()
        && bodies.stream()
            .allMatch(body -> body.equals(bodies.getFirst()) || isInside(body, bodies.getFirst()));
  }

  private static boolean isInside(Element element, Element outer) {
    for (Element up = element.parent(); up != null; up = up.parent()) {
      if (up.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
