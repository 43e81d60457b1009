package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Cleans the chosen article: the title that is repeated above it, lists of links, share lines, and
/// the tail of other pages that a heading such as 相关阅读 begins. Each step spares what is text, so
/// that a wrong guess costs a line and not the article.
final class Trimming {
  private static final double LIST_DENSITY = 0.6;
  private static final double TAIL_DENSITY = 0.35;
  private static final double MAX_SHARE = 0.4;

  private final Element main;

  private Trimming(Element main) {
    this.main = main;
  }

  static void trim(Element main) {
    var trimming = new Trimming(main);
    trimming.tails();
    trimming.linkLists();
    trimming.dressing();
  }

  /// Removes the heading that repeats the title.
  static void title(Element main, @Nullable String title) {
    for (Element heading : main.select("h1, h2")) {
      if (title != null && isSame(heading.text(), title)) {
        heading.remove();
        return;
      }
    }
  }

  /// Whether two titles differ in no more than punctuation and case.
  static boolean isSame(String one, String other) {
    String letters = letters(one);
    return !letters.isEmpty() && letters.equals(letters(other));
  }

  private static String letters(String text) {
    return text.replaceAll("[\\p{P}\\p{S}\\p{Z}\\s]+", "").toLowerCase(Locale.ROOT);
  }

  /// Removes each heading that announces other pages, with what follows it as long as that is
  /// links.
  private void tails() {
    for (Element element :
        List.copyOf(main.select("h2, h3, h4, h5, h6, p, div, strong, b, dt, span, li"))) {
      if (element.childrenSize() <= 2
          && Noise.isTailHeading(element.text())
          && isAttached(element)) {
        tail(lineOf(element));
      }
    }
  }

  /// The largest element around a heading that has no other text.
  private Element lineOf(Element heading) {
    Element line = heading;
    while (line.parent() != null
        && !main.equals(line.parent())
        && line.parent().text().equals(heading.text())) {
      line = line.parent();
    }
    return line;
  }

  private void tail(Element line) {
    List<Node> going = new ArrayList<>();
    going.add(line);
    for (Element next = line.nextElementSibling(); next != null; next = next.nextElementSibling()) {
      if (!next.text().isBlank() && density(next) < TAIL_DENSITY) {
        break;
      }
      going.add(next);
    }
    going.forEach(Node::remove);
  }

  private boolean isAttached(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up.equals(main)) {
        return true;
      }
    }
    return false;
  }

  /// Removes lists and boxes that are mostly links, unless they are much of the article.
  private void linkLists() {
    double total = TextWeight.of(main.text());
    for (Element list : List.copyOf(main.select("ul, ol, dl, div, section, table, p"))) {
      if (isAttached(list) && isLinkList(list) && TextWeight.of(list.text()) < total * MAX_SHARE) {
        list.remove();
      }
    }
  }

  private static boolean isLinkList(Element element) {
    int links = element.select("a").size();
    boolean paragraph = element.normalName().equals("p");
    return links >= (paragraph ? 3 : 2)
        && element.selectFirst("pre, figure, math") == null
        && density(element) > (paragraph ? 0.8 : LIST_DENSITY);
  }

  private static double density(Element element) {
    double weight = TextWeight.of(element.text());
    double links = 0;
    for (Element link : element.select("a[href]")) {
      links += TextWeight.of(link.text());
    }
    return weight == 0 ? 0 : links / weight;
  }

  private void dressing() {
    for (Element line : List.copyOf(main.select("p, div, li, span, a, h2, h3, h4, h5, h6"))) {
      if (isAttached(line)
          && line.selectFirst("img, pre, table") == null
          && Noise.isDressing(line.text())) {
        line.remove();
      }
    }
  }
}
