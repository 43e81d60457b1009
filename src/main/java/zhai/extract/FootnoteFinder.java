package zhai.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds footnotes that stand in the content itself: a raised link into the page, and the list item
/// that it points to. They become `<sup><a href="#fn-1">1</a></sup>` and `<ol class="footnotes"><li
/// id="fn-1">…`, the only ids that clean HTML has.
final class FootnoteFinder {
  static final String LIST_CLASS = "footnotes";
  static final String TARGET = "fn-";

  private static final Pattern LABEL = Pattern.compile("\\[?\\s*([\\p{L}\\p{N}]{1,8})\\s*]?");
  private static final String BACK_LINKS =
      "a[href^=#fnref], a[href^=#ref_], a[href^=#cite_ref], a.footnote-backref,"
          + " a[role=doc-backlink], .mw-cite-backlink";

  private FootnoteFinder() {}

  /// The label of a reference or of a footnote list's item in clean HTML, or null.
  static @Nullable String label(Element element) {
    if (element.nameIs("li") && element.id().startsWith(TARGET)) {
      return element.id().substring(TARGET.length());
    }
    Element link = element.nameIs("sup") ? element.firstElementChild() : null;
    return link != null && link.nameIs("a") && link.attr("href").startsWith("#" + TARGET)
        ? link.attr("href").substring(TARGET.length() + 1)
        : null;
  }

  /// Whether the link is the inside of a reference in clean HTML.
  static boolean isReference(Element link) {
    Element parent = link.parent();
    return parent != null && parent.nameIs("sup") && label(parent) != null;
  }

  static void resolve(Element root) {
    Map<Element, String> labels = new LinkedHashMap<>();
    for (Element link :
        root.select("sup a[href^=#], a.footnote-ref[href^=#], a[role=doc-noteref][href^=#]")) {
      resolveReference(root, link, labels);
    }
    labels.forEach(FootnoteFinder::resolveTarget);
  }

  private static void resolveReference(Element root, Element link, Map<Element, String> labels) {
    Element target = target(root, link.attr("href").substring(1));
    Matcher label = LABEL.matcher(link.text().strip());
    if (target == null || !label.matches()) {
      return;
    }
    String known = labels.computeIfAbsent(target, _ -> free(label.group(1), labels));
    Element raised = new Element("sup");
    raised.appendElement("a").attr("href", "#" + TARGET + known).text(known);
    Element old = link.closest("sup");
    if (old != null && old.text().strip().equals(link.text().strip())) {
      old.replaceWith(raised);
    } else {
      link.replaceWith(raised);
    }
  }

  /// Several texts on a page count their footnotes from 1 each; the next number that is free.
  private static String free(String label, Map<Element, String> labels) {
    int number = labels.size() + 1;
    String free = label;
    while (labels.containsValue(free)) {
      free = Integer.toString(number++);
    }
    return free;
  }

  private static @Nullable Element target(Element root, String id) {
    Element named = id.isEmpty() ? null : root.getElementById(id);
    return named == null ? null : named.closest("li");
  }

  private static void resolveTarget(Element item, String label) {
    item.select(BACK_LINKS).remove();
    item.attr("id", TARGET + label);
    Element list = item.parent();
    if (list != null && list.nameIs("ol")) {
      list.attr("class", LIST_CLASS);
    }
  }
}
