package zhai.exchange.writer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import zhai.exchange.Characters;

/// The HTML of an article or a mark, made fit for a page of our own: well-formed XHTML that a
/// strict reader of books accepts, in which nothing runs and nothing is loaded.
///
/// An article from our own extractor is clean already. One from a file that somebody brought may
/// say anything, so all of them are cleaned here. A picture becomes a link to it unless we have its
/// file, because a page of ours asks no server for anything; what can be folded up or has no place
/// in a book (definition lists, sections to unfold) becomes plain blocks.
final class ArticleMarkup {
  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "br")
          .addTags("ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "figure", "figcaption")
          .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
          .addTags("a", "em", "strong", "del", "sub", "sup", "mark", "kbd", "code", "span", "img")
          .addAttributes(":all", "id", "class")
          .addAttributes("a", "href")
          .addAttributes("img", "src", "alt")
          .addAttributes("ol", "start")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan")
          .addProtocols("a", "href", "http", "https", "#")
          .addProtocols("img", "src", "http", "https", "ni");

  /// What a book has no use for → what it becomes.
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("h1", "h2"),
          Map.entry("dl", "div"),
          Map.entry("dt", "p"),
          Map.entry("dd", "div"),
          Map.entry("details", "div"),
          Map.entry("summary", "p"),
          Map.entry("tfoot", "tbody"));

  private static final Set<String> INLINE =
      Set.of("a", "em", "strong", "del", "sub", "sup", "mark", "kbd", "code", "span", "br", "img");

  /// What can hold only text and inline elements. `a` and `del` take after what they stand in.
  private static final String HOLDS_TEXT =
      "p, h2, h3, h4, h5, h6, pre, em, strong, sub, sup, mark, kbd, code, span, th, caption";

  /// Readers of books are small machines; what is deeper becomes siblings.
  private static final int MAX_DEPTH = 64;

  private static final String ID_PREFIX = "a-";

  /// Marks a picture whose address is that of a file of ours while a text is made. The cleaning
  /// lets no such attribute through.
  static final String KEPT = "data-kept";

  private ArticleMarkup() {}

  /// @param html a fragment; any text
  static String xhtml(String html) {
    return xhtml(html, _ -> {});
  }

  /// @param illustrate may give pictures of the clean article the address of a file of ours, and
  ///   mark them as {@link #KEPT}
  static String xhtml(String html, Consumer<Element> illustrate) {
    Document dirty = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(MAX_DEPTH));
    Element body = new Cleaner(ALLOWED).clean(dirty).body();
    illustrate.accept(body);
    PLAIN.forEach((from, to) -> body.select(from).tagName(to));
    body.select("img").forEach(ArticleMarkup::linkPicture);
    body.select(HOLDS_TEXT).forEach(ArticleMarkup::flatten);
    mendLists(body);
    mendFigures(body);
    body.select("table").forEach(ArticleMarkup::mendTable);
    mendAttributes(body);
    mendLinks(body);
    mendText(body);
    return written(body);
  }

  private static void linkPicture(Element picture) {
    String alt = Characters.oneLine(picture.attr("alt"));
    if (picture.hasAttr(KEPT)) {
      picture.removeAttr(KEPT).attr("alt", alt);
      return;
    }
    // What has no address that is allowed is unwrapped with the other links that lead nowhere.
    Element link = new Element("a").attr("href", picture.attr("src")).addClass("picture");
    boolean linked = picture.closest("a") != null;
    picture.replaceWith((linked ? new Element("span") : link).text("🖼 " + alt));
  }

  private static void flatten(Element holder) {
    for (Element inner : holder.select("*")) {
      if (inner != holder && !INLINE.contains(inner.normalName())) {
        inner.before(" ").after(" ").unwrap();
      }
    }
  }

  private static void mendLists(Element body) {
    for (Element item : body.select("li:not(ul > li, ol > li)")) {
      item.tagName("div");
    }
    for (Element list : body.select("ul, ol")) {
      list.textNodes().stream().filter(it -> !it.isBlank()).forEach(it -> it.wrap("<li></li>"));
      list.children().stream().filter(it -> !it.nameIs("li")).forEach(it -> it.wrap("<li></li>"));
    }
  }

  private static void mendFigures(Element body) {
    for (Element caption : body.select("figcaption")) {
      Element parent = Objects.requireNonNull(caption.parent());
      boolean last = caption.nextElementSiblings().isEmpty();
      if (!parent.nameIs("figure") || !last) {
        caption.tagName("div");
      }
    }
  }

  /// A table's parts stand in their order, and each has a row: else it becomes plain blocks.
  private static void mendTable(Element table) {
    boolean headLate = table.select("> thead").stream().anyMatch(it -> !isFirst(it));
    boolean captionLate = table.select("> caption").stream().anyMatch(it -> !isAtTop(it));
    boolean ragged = table.select("td, th").stream().anyMatch(ArticleMarkup::isAstray);
    if (headLate || captionLate || ragged || table.select("> * > tr, > tr").isEmpty()) {
      table.select("caption, thead, tbody, tr").unwrap();
      table.select("> td, > th").tagName("div").removeAttr("colspan").removeAttr("rowspan");
      table.tagName("div");
    }
    table.select("thead, tbody").stream()
        .filter(it -> it.childrenSize() == 0)
        .forEach(Element::remove);
    table.select("[colspan], [rowspan]").forEach(ArticleMarkup::mendSpans);
  }

  private static boolean isFirst(Element head) {
    return head.previousElementSiblings().stream().allMatch(it -> it.nameIs("caption"));
  }

  private static boolean isAtTop(Element caption) {
    return caption.previousElementSiblings().isEmpty();
  }

  private static boolean isAstray(Element cell) {
    return cell.parent() == null || !cell.parent().nameIs("tr");
  }

  private static void mendSpans(Element cell) {
    for (String name : List.of("colspan", "rowspan")) {
      if (!cell.attr(name).matches("[1-9]\\d{0,2}")) {
        cell.removeAttr(name);
      }
    }
  }

  private static void mendAttributes(Element body) {
    for (Element element : body.select("[class]")) {
      element.classNames(keptClasses(element));
      if (element.className().isEmpty()) {
        element.removeAttr("class");
      }
    }
    body.select("ol[start]").stream()
        .filter(it -> !it.attr("start").matches("-?\\d{1,8}"))
        .forEach(it -> it.removeAttr("start"));
  }

  private static Set<String> keptClasses(Element element) {
    Set<String> classes = element.classNames();
    classes.removeIf(it ->
        !it.matches(
            "math|footnotes|heading|picture|note|comment|state|language-[A-Za-z0-9+#_-]{1,40}"));
    return classes;
  }

  /// Ids get a prefix, so that none is the page's own; of two that are alike only the first stays,
  /// and a link within the page stays a link only if there is something to go to.
  private static void mendLinks(Element body) {
    Set<String> ids = new HashSet<>();
    for (Element named : body.select("[id]")) {
      String id = inPage(named.id());
      named.removeAttr("id");
      if (ids.add(id)) {
        named.attr("id", id);
      }
    }
    for (Element link : body.select("a")) {
      String href = link.attr("href");
      String target = href.startsWith("#") ? "#" + inPage(href.substring(1)) : null;
      if (target != null && ids.contains(target.substring(1))) {
        link.attr("href", target);
      } else {
        Optional<String> address = StrictAddress.of(href);
        address.ifPresentOrElse(it -> link.attr("href", it), link::unwrap);
      }
    }
  }

  private static String inPage(String id) {
    return ID_PREFIX + id.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
  }

  private static void mendText(Element body) {
    body.select("*").forEach(element -> element.textNodes().forEach(ArticleMarkup::mendText));
    for (Element element : body.select("*")) {
      for (Attribute attribute : element.attributes()) {
        attribute.setValue(Characters.oneLine(attribute.getValue()));
      }
    }
  }

  private static void mendText(TextNode node) {
    String text = node.getWholeText();
    String safe = Characters.printable(text);
    if (!safe.equals(text)) {
      node.text(safe);
    }
  }

  private static String written(Element body) {
    Document document = Objects.requireNonNull(body.ownerDocument());
    document.outputSettings().syntax(Syntax.xml).escapeMode(EscapeMode.xhtml).prettyPrint(false);
    return body.html();
  }
}
