package zhai.exchange.writer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import zhai.exchange.HtmlText;
import zhai.model.Anchor;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Span;

/// An article as the reader in the browser shows it: the same clean markup as in a list, a site or
/// a book, with the user's excerpts highlighted where they stand.
public final class ReaderMarkup {
  private ReaderMarkup() {}

  /// A passage to highlight.
  ///
  /// @param mark the number of the excerpt
  /// @param state its {@link Anchor#label()}
  /// @param place in the article's text
  public record Highlight(long mark, String state, Span place) {}

  /// The article as HTML.
  ///
  /// A highlight is one or several `<mark class="excerpt STATE" data-marks="12 15">`; the first of
  /// each excerpt can be gone to by `#at-12`. What stands in the text and not in the HTML is not
  /// highlighted.
  ///
  /// @param pictures where those that are kept can be had, by the address that the article gives
  ///   them; the others become links
  public static String article(
      Content content, Map<String, String> pictures, List<Highlight> highlights) {
    String clean = ArticleMarkup.xhtml(content.html(), body -> show(body, pictures));
    Document document = Jsoup.parseBodyFragment(clean);
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    body.select(".picture").forEach(ReaderMarkup::name);
    if (!highlights.isEmpty()) {
      highlight(body, new TextPlaces(content.text()), highlights);
    }
    mendForEars(body);
    return body.html();
  }

  private static void show(Element body, Map<String, String> pictures) {
    for (Element picture : body.select("img")) {
      String ours = pictures.get(picture.attr("src"));
      if (ours != null) {
        picture.attr("src", ours).attr(ArticleMarkup.KEPT, "");
      }
    }
  }

  /// The sign for a picture is in few fonts, and says nothing to those who hear it.
  private static void name(Element picture) {
    String alt = picture.text().replaceFirst("^🖼 ?", "");
    picture.text(alt.isEmpty() ? "picture" : "picture: " + alt);
  }

  /// What is scrolled can be reached by keys, and no level of headings is left out.
  private static void mendForEars(Element body) {
    body.select("img").attr("loading", "lazy");
    body.select("pre").attr("tabindex", "0");
    body.select("table")
        .wrap("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"></div>");
    int level = 1;
    for (Element heading : body.select("h2, h3, h4, h5, h6")) {
      level = Math.min(heading.normalName().charAt(1) - '0', level + 1);
      heading.tagName("h" + level);
    }
  }

  private static void highlight(Element body, TextPlaces places, List<Highlight> highlights) {
    List<TextNode> texts = new ArrayList<>();
    NodeTraversor.traverse(
        (node, _) -> {
          if (node instanceof TextNode text && !text.isBlank() && !isPicture(text)) {
            texts.add(text);
          }
        },
        body);
    texts.forEach(text -> highlight(text, places, highlights));
    nameFirst(body, highlights);
  }

  /// The words for a picture are not in the article's text.
  private static boolean isPicture(TextNode text) {
    @Nullable Element parent = text.parent();
    return parent != null && parent.hasClass("picture");
  }

  private static void highlight(TextNode node, TextPlaces places, List<Highlight> highlights) {
    int[] map = places.next(node.getWholeText());
    List<Highlight> here =
        highlights.stream().filter(it -> firstIn(map, it.place()) < map.length).toList();
    if (here.isEmpty()) {
      return;
    }
    String text = node.getWholeText();
    List<Integer> cuts = cuts(map, here);
    List<Node> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      int from = cuts.get(i);
      int to = cuts.get(i + 1);
      List<Highlight> over = here.stream().filter(it -> covers(map, it.place(), from)).toList();
      TextNode piece = new TextNode(text.substring(from, to));
      pieces.add(over.isEmpty() ? piece : mark(over).appendChild(piece));
    }
    pieces.forEach(node::before);
    node.remove();
  }

  private static List<Integer> cuts(int[] map, List<Highlight> here) {
    List<Integer> cuts = new ArrayList<>(List.of(0, map.length));
    for (Highlight highlight : here) {
      cuts.add(firstIn(map, highlight.place()));
      cuts.add(lastIn(map, highlight.place()) + 1);
    }
    return cuts.stream().distinct().sorted().toList();
  }

  private static boolean covers(int[] map, Span place, int at) {
    return firstIn(map, place) <= at && at <= lastIn(map, place);
  }

  /// The index of the first character that stands within the place; the length if none does.
  private static int firstIn(int[] map, Span place) {
    int at = 0;
    while (at < map.length && !isIn(map[at], place)) {
      at++;
    }
    return at;
  }

  private static int lastIn(int[] map, Span place) {
    int at = map.length - 1;
    while (at >= 0 && !isIn(map[at], place)) {
      at--;
    }
    return at;
  }

  private static boolean isIn(int at, Span place) {
    return at >= place.start() && at < place.end();
  }

  private static Element mark(List<Highlight> over) {
    String numbers =
        over.stream()
            .map(Highlight::mark)
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    String state = over.stream().map(Highlight::state).min(Comparator.naturalOrder()).orElseThrow();
    return new Element("mark").addClass("excerpt").addClass(state).attr("data-marks", numbers);
  }

  private static void nameFirst(Element body, List<Highlight> highlights) {
    for (long number : highlights.stream().map(Highlight::mark).distinct().toList()) {
      Element first = body.selectFirst("mark[data-marks~=\\b" + number + "\\b]");
      if (first != null && !first.hasAttr("id")) {
        first.attr("id", "at-" + number);
      } else if (first != null) {
        first.before(new Element("span").attr("id", "at-" + number));
      }
    }
  }

  /// The language of the page as a tag that can be relied on, or `en`, that of the reader's words.
  public static String language(Entry entry) {
    return HtmlText.escape(EntryMarkup.language(entry, HtmlWords.ENGLISH));
  }

  /// What an anchor says to a person.
  public static String sentence(Anchor anchor) {
    return HtmlWords.ENGLISH.anchor(anchor);
  }
}
