package zhai.extract;

import java.util.ArrayList;
import java.util.List;
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

  private static final double MIN_NOSCRIPT_PROSE = 400;

  private final Element body;
  private final double prose;

  private Pruning(Element body) {
    this.body = body;
    this.prose = prose(body);
  }

  /// Removes what no reader sees.
  static void machinery(Element body) {
    body.select(MACHINERY).stream()
        .filter(element -> element != body && !element.is("[type^=math/tex]"))
        .forEach(Node::remove);
    body.select("noscript").stream().filter(Pruning::isAdvice).forEach(Node::remove);
    body.nodeStream(Comment.class).toList().forEach(Node::remove);
    new Pruning(body).remove(Pruning::isHidden);
  }

  /// A `noscript` that only asks for JavaScript. Others hold the image that a script would load, or
  /// the whole thread for readers without scripts.
  private static boolean isAdvice(Element noscript) {
    return noscript.selectFirst("img") == null && prose(noscript) < MIN_NOSCRIPT_PROSE;
  }

  /// Removes navigation, related pages, advertisements and, unless the page is a conversation,
  /// comments.
  static void surroundings(Element body, boolean conversation) {
    new Pruning(body)
        .remove(element ->
            !KEPT.contains(element.normalName())
                && (Noise.isNoise(element) || !conversation && Noise.isTalk(element)));
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || "true".equals(element.attr("aria-hidden"))) {
      return !element.normalName().equals("span") || !element.classNames().contains("katex-html");
    }
    String style = element.attr("style");
    return style.length() < 2000 && style.replace(" ", "").toLowerCase().contains("display:none");
  }

  private void remove(Predicate<Element> unwanted) {
    List<Element> going = new ArrayList<>();
    collect(body, unwanted, going);
    for (Element element : going) {
      if (prose(element) <= prose * MAX_SHARE) {
        element.remove();
      } else {
        var inner = new ArrayList<Element>();
        element.children().forEach(child -> collectSelf(child, unwanted, inner));
        inner.stream().filter(child -> prose(child) <= prose * MAX_SHARE).forEach(Node::remove);
      }
    }
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

  private static double prose(Element element) {
    return TextBlock.of(element).stream()
        .filter(TextBlock::isProse)
        .mapToDouble(TextBlock::weight)
        .sum();
  }
}
