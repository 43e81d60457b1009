package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import zhai.extract.Candidate.Method;

/// Finds the article by the name that the page gives to its element; the names are in
/// `containers.txt`.
final class NamedContainers {
  /// A container with less prose than this is a teaser or a caption.
  private static final double MIN_PROSE = 60;

  /// Two containers of one name are equals, a listing or a conversation, when the smaller has this
  /// share of the larger one's prose.
  private static final double EQUALS = 0.5;

  /// One section of the file.
  private record Tier(Method method, Evaluator names) {}

  private static final List<Tier> TIERS = tiers();

  private NamedContainers() {}

  private static List<Tier> tiers() {
    RuleFile rules = RuleFile.open("containers.txt");
    return List.of(
        new Tier(Method.NAMED_BODY, any(rules.section("body"))),
        new Tier(Method.NAMED_ARTICLE, any(rules.section("article"))),
        new Tier(Method.NAMED_MAIN, any(rules.section("main"))));
  }

  private static Evaluator any(List<String> selectors) {
    return QueryParser.parse(String.join(", ", selectors));
  }

  /// At most two candidates for each section: the named element with the most prose and, where
  /// several share the text, all of them together.
  static List<Candidate> find(Element body, BlockMap map) {
    List<Candidate> found = new ArrayList<>();
    for (Tier tier : TIERS) {
      List<Element> elements = outermost(body.select(tier.names()), map);
      Element largest = null;
      for (Element element : elements) {
        if (largest == null || map.prose(element) > map.prose(largest)) {
          largest = element;
        }
      }
      if (largest != null) {
        found.add(Candidate.of(tier.method(), innermost(largest, tier.names(), map)));
        List<Element> equals = equals(elements, largest, map);
        if (equals.size() > 1) {
          found.add(new Candidate(tier.method(), elements));
        }
      }
    }
    return found;
  }

  /// Whether the page names exactly one element as the body of an article, however short.
  static boolean hasOneBody(Page.Html page) {
    List<Element> bodies = page.document().select(TIERS.getFirst().names());
    return !bodies.isEmpty()
        && bodies.stream()
            .allMatch(body -> body.equals(bodies.getFirst()) || isInside(body, bodies.getFirst()));
  }

  /// Those that hold about as much prose as the largest: answers of a thread, parts of a story.
  private static List<Element> equals(List<Element> elements, Element largest, BlockMap map) {
    double enough = map.prose(largest) * EQUALS;
    return elements.stream().filter(element -> map.prose(element) >= enough).toList();
  }

  private static List<Element> outermost(List<Element> elements, BlockMap map) {
    List<Element> outermost = new ArrayList<>();
    for (Element element : elements) {
      boolean inside = outermost.stream().anyMatch(outer -> isInside(element, outer));
      if (!inside && map.prose(element) >= MIN_PROSE) {
        outermost.add(element);
      }
    }
    return outermost;
  }

  private static boolean isInside(Element element, Element outer) {
    for (Element up = element.parent(); up != null; up = up.parent()) {
      if (up.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  /// A container of that name inside one of that name: the inner one, if nearly all the prose is
  /// there.
  private static Element innermost(Element outer, Evaluator names, BlockMap map) {
    Element best = outer;
    for (Element inner : outer.select(names)) {
      if (!inner.equals(best)
          && map.prose(inner) >= map.prose(outer) * 0.9
          && isInside(inner, best)) {
        best = inner;
      }
    }
    return best;
  }
}
