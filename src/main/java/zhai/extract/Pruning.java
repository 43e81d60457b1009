package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Takes out of a page body what is not the article, and puts nothing back that was right to go: a
/// removal that would take the larger part of the page's prose is not made, because the name that
/// asked for it must have meant something else there.
final class Pruning {
  private static final String MACHINERY =
      "script, style, template, link, meta, object, embed, applet, canvas, map, select, button,"
          + " input, textarea, option, datalist, svg, title, head, audio";

  /// Elements that never go because of their name.
  private static final Set<String> KEPT = Set.of("body", "html", "main", "article", "pre", "code");

  /// Share of the page's prose that one removal may take.
  private static final double MAX_SHARE = 0.4;

  /// Prose that must remain when a removal takes more than that.
  private static final double MIN_REMAINING = 180;

  /// What only the article has.
  private static final String HEART = "h1, [itemprop=articleBody]";

  /// Prose that a page header with its slogan has, and no article.
  private static final double MAX_NEGLIGIBLE = 80;

  /// Formulas are hidden twice over: for eyes one half, for screen readers the other.
  private static final String FORMULA = "math, annotation, [type^=math/tex], mjx-container, .katex";

  private static final double MIN_NOSCRIPT_PROSE = 400;

  private final Element body;
  private final BlockMap map;
  private final double prose;
  private double remaining;

  private Pruning(Element body) {
    this.body = body;
    this.map = BlockMap.of(body);
    this.prose = map.prose(body);
    this.remaining = prose;
  }

  /// Removes what no reader sees.
  static void machinery(Element body) {
    body.select(MACHINERY).stream()
        .filter(element -> !element.equals(body) && !element.is("[type^=math/tex]"))
        .forEach(Node::remove);
    body.select("noscript").stream().filter(Pruning::isAdvice).forEach(Node::remove);
    body.nodeStream(Comment.class).toList().forEach(Node::remove);
    new Pruning(body).remove(Pruning::isHidden);
  }

  /// A `noscript` that only asks for JavaScript. Others hold the image that a script would load, or
  /// the whole thread for readers without scripts.
  private static boolean isAdvice(Element noscript) {
    return noscript.selectFirst("img") == null
        && BlockMap.of(noscript).prose(noscript) < MIN_NOSCRIPT_PROSE;
  }

  /// Removes navigation, related pages, advertisements and, unless the page is a conversation,
  /// comments.
  static void surroundings(Element body, boolean conversation) {
    new Pruning(body)
        .remove(element ->
            !KEPT.contains(element.normalName())
                && (Noise.isNoise(element) || (!conversation && Noise.isTalk(element))));
  }

  private static boolean isHidden(Element element) {
    if (element.selectFirst(FORMULA) != null || element.closest(".katex, mjx-container") != null) {
      return false;
    }
    if (element.hasAttr("hidden") || "true".equals(element.attr("aria-hidden"))) {
      return true;
    }
    String style = element.attr("style");
    return style.length() < 2000
        && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }

  private void remove(Predicate<Element> unwanted) {
    List<Element> going = new ArrayList<>();
    collect(body, unwanted, going);
    for (Element element : going) {
      if (isSpare(element)) {
        take(element);
      } else {
        var inner = new ArrayList<Element>();
        collect(element, unwanted, inner);
        inner.stream().filter(this::isSpare).forEach(this::take);
      }
    }
  }

  private void take(Element element) {
    remaining -= map.prose(element);
    element.remove();
  }

  /// Whether the page can do without the element: it has hardly any prose, or a part of it without
  /// the page's heading; a larger part only if an article's worth remains.
  private boolean isSpare(Element element) {
    double inside = map.prose(element);
    if (inside <= MAX_NEGLIGIBLE) {
      return true;
    }
    if (element.selectFirst(HEART) != null) {
      return false;
    }
    return inside <= prose * MAX_SHARE
        || (element.selectFirst("article") == null && remaining - inside >= MIN_REMAINING);
  }

  private static void collect(Element parent, Predicate<Element> unwanted, List<Element> into) {
    parent.children().forEach(child -> collectSelf(child, unwanted, into));
  }

  private static void collectSelf(
      Element element, Predicate<Element> unwanted, List<Element> into) {
    if (unwanted.test(element)) {
      into.add(element);
    } else {
      collect(element, unwanted, into);
    }
  }
}
