package zhai.extract;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// How much text stands in an element, how much of it is prose, how much is in links: what the eye
/// sees, in one pass, without a copy. Scripts, form fields and drawings have none; what is hidden
/// is counted apart. Weights are in the unit of {@link TextWeight}.
final class TextCount implements NodeFilter {
  /// More text than this of any kind, menus included, and a page is a real one.
  private static final double PLENTY = 2_000;

  /// Hidden prose of this weight is an article that waits for a click or a script.
  private static final double HIDDEN_ARTICLE = 600;

  /// A page of more elements than this is built for something to be in it.
  private static final int MANY_ELEMENTS = 5_000;

  private static final int MAX_BEGINNING = 4_000;

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "template",
          "object",
          "embed",
          "applet",
          "canvas",
          "map",
          "select",
          "button",
          "option",
          "datalist",
          "svg",
          "title",
          "head",
          "audio",
          "textarea");

  private static final Set<String> INLINE_BLOCKS = Set.of("td", "th", "li", "dd", "dt", "caption");

  /// Whether nothing more has to be counted.
  private final Predicate<TextCount> isEnough;

  private double weight;
  private double linkWeight;
  private double prose;
  private double hiddenProse;
  private int elements;
  private int links;
  private int textAreas;
  private final StringBuilder beginning = new StringBuilder();

  /// How many links, and hidden elements, the place that is being read lies in.
  private int inLinks;

  private int inHidden;

  /// The text since the last border of a block.
  private double block;

  private double blockInLinks;
  private int commas;

  private TextCount(Predicate<TextCount> isEnough) {
    this.isEnough = isEnough;
  }

  /// Counts all of an element.
  static TextCount of(Element element) {
    return count(element, _ -> false);
  }

  /// Counts until there is {@link #isPlenty plenty}; the counts are lower bounds then.
  static TextCount untilPlenty(Element element) {
    return count(element, TextCount::isPlenty);
  }

  /// Counts until there is so much prose; the counts are lower bounds then.
  static TextCount untilProse(Element element, double enough) {
    return count(element, count -> count.prose >= enough);
  }

  private static TextCount count(Element element, Predicate<TextCount> isEnough) {
    var count = new TextCount(isEnough);
    element.filter(count);
    count.flush();
    return count;
  }

  /// Whether there is more than a wall or a notice would show, or hide.
  boolean isPlenty() {
    return weight > PLENTY || hiddenProse > HIDDEN_ARTICLE || elements > MANY_ELEMENTS;
  }

  /// Of all visible text.
  double weight() {
    return weight;
  }

  /// Of the visible text in links.
  double linkWeight() {
    return linkWeight;
  }

  /// Of the visible text that reads like sentences.
  double prose() {
    return prose;
  }

  /// The number of visible links.
  int links() {
    return links;
  }

  /// Whether there is a visible field for writing a text: a comment, a question, a message.
  boolean invitesText() {
    return textAreas > 0;
  }

  /// The first characters of the visible text, some thousands at most.
  String beginning() {
    return beginning.toString();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      add(text.getWholeText());
    }
    return node instanceof Element element ? enter(element) : FilterResult.CONTINUE;
  }

  private FilterResult enter(Element element) {
    elements++;
    String name = element.normalName();
    if (UNSEEN.contains(name)) {
      boolean isField = name.equals("textarea") && inHidden == 0 && !isHidden(element);
      textAreas += isField ? 1 : 0;
      return FilterResult.SKIP_CHILDREN;
    }
    boolean isHidden = isHidden(element);
    if (isHidden || isBlock(element)) {
      flush();
    }
    inHidden += isHidden ? 1 : 0;
    if (isLink(element)) {
      inLinks++;
      links += inHidden == 0 ? 1 : 0;
    }
    return isEnough.test(this) ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && !UNSEEN.contains(element.normalName())) {
      boolean isHidden = isHidden(element);
      if (isHidden || isBlock(element)) {
        flush();
      }
      inHidden -= isHidden ? 1 : 0;
      inLinks -= isLink(element) ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  private void add(String text) {
    double added = TextWeight.of(text);
    block += added;
    blockInLinks += inLinks > 0 ? added : 0;
    commas += TextWeight.commas(text);
    if (inHidden == 0 && beginning.length() < MAX_BEGINNING) {
      beginning.append(text, 0, Math.min(text.length(), MAX_BEGINNING));
    }
  }

  private void flush() {
    boolean isProse = (block >= 120 || (block >= 45 && commas > 0)) && blockInLinks <= block * 0.4;
    if (inHidden > 0) {
      hiddenProse += isProse ? block : 0;
    } else {
      weight += block;
      linkWeight += blockInLinks;
      prose += isProse ? block : 0;
    }
    block = 0;
    blockInLinks = 0;
    commas = 0;
  }

  /// An anchor without an address is a mark in the text; old pages leave it open to the end.
  private static boolean isLink(Element element) {
    return element.normalName().equals("a") && element.hasAttr("href");
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() || INLINE_BLOCKS.contains(element.normalName());
  }

  /// Whether an element says of itself that it is not shown.
  static boolean isHidden(Element element) {
    if (element.normalName().equals("noscript") || element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && style.length() < 2_000
        && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }
}
