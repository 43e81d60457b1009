package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Finds footnotes that stand in the content itself: a raised link into the page and what it points
/// to (a list item, or a paragraph that begins with the same sign), or a note that stands right
/// where it is called. They become `<sup><a href="#fn-1">1</a></sup>` and `<ol
/// class="footnotes"><li id="fn-1">…`, the only ids that clean HTML has.
final class FootnoteFinder {
  static final String LIST_CLASS = "footnotes";
  static final String TARGET = "fn-";

  private static final Pattern LABEL =
      Pattern.compile("[\\[(（【〔]?\\s*([\\p{L}\\p{N}]{1,8}(?:\\s\\p{N}{1,4})?)\\s*[\\])）】〕]?");

  /// Signs in the place of a number.
  private static final Pattern SIGN = Pattern.compile("[\\[(]?[*†‡§¶#※]{1,3}[\\])]?");

  /// No text has more; a page made to be slow may.
  private static final int MAX_REFERENCES = 2_000;

  private static final String KEPT_NAME = "data-definition";
  private static final Evaluator TARGETS = Selector.evaluatorOf("[id], a[name]");

  /// LaTeXML; Tufte's side notes; WordPress plug-ins that unfold a note in its place.
  private static final String IN_PLACE =
      ".ltx_note.ltx_role_footnote, span.sidenote, .footnoteContent,"
          + " .modern-footnotes-footnote__note";

  private static final Evaluator NOTES_IN_PLACE = Selector.evaluatorOf(IN_PLACE);
  private static final PageSelector ANY_IN_PLACE = PageSelector.parse(IN_PLACE);

  private static final Set<String> REFERENCE_CLASSES =
      Set.of("footnote-ref", "footnote-anchor", "footnote-reference", "noteref", "fnref");

  private final Element root;
  private final Map<String, Element> targets = new HashMap<>();
  private final Map<Element, String> labels = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int next = 1;

  private FootnoteFinder(Element root) {
    this.root = root;
  }

  /// The label of a reference or of a footnote list's item in clean HTML, or null.
  static @Nullable String label(Element element) {
    if (element.nameIs("li")) {
      return element.id().startsWith(TARGET) ? element.id().substring(TARGET.length()) : null;
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

  /// @param came what was in the root before anything of it was changed
  static void resolve(Element root, PageIndex came) {
    FootnoteFinder finder = new FootnoteFinder(root);
    List<Element> references =
        came.tagged("a").stream()
            .filter(FootnoteFinder::isCall)
            .filter(link -> link.root() == root)
            .limit(MAX_REFERENCES)
            .toList();
    if (!references.isEmpty()) {
      finder.rememberTargets();
      references.forEach(finder::resolveReference);
      finder.labels.forEach(FootnoteNote::mark);
    }
    if (came.has(ANY_IN_PLACE)) {
      finder.resolveInPlace();
    }
  }

  private void rememberTargets() {
    for (Element target : root.select(TARGETS)) {
      targets.putIfAbsent(targetName(target), target);
    }
  }

  /// The name that links call an element by; empty if it has none.
  static String targetName(Element element) {
    return element.id().isEmpty() && element.nameIs("a") ? element.attr("name") : element.id();
  }

  /// The name of what a link into the page calls. A few scripts keep it beside the link.
  static String calledName(Element link) {
    String href = link.attr("href");
    String name = href.substring(href.indexOf('#') + 1);
    Element parent = link.parent();
    return name.isEmpty() && parent != null ? parent.attr(KEPT_NAME) : name;
  }

  /// Whether an element is a link that calls a footnote: into the page, and raised by an element
  /// around or in it, or called a reference.
  static boolean isCall(Element link) {
    return link.nameIs("a") && link.attr("href").contains("#") && isRaised(link);
  }

  /// Whether an element is a note that stands right where it is called, hidden until then.
  static boolean isNoteInPlace(Element element) {
    return element.is(NOTES_IN_PLACE);
  }

  private static boolean isRaised(Element link) {
    Element parent = link.parent();
    Element outer = parent == null ? null : parent.parent();
    Element inner = link.firstElementChild();
    return (parent != null && parent.nameIs("sup"))
        || (outer != null && outer.nameIs("sup"))
        || (parent != null && parent.hasAttr(KEPT_NAME))
        || (inner != null && (inner.nameIs("sup") || inner.hasClass("MsoFootnoteReference")))
        || link.attr("role").equals("doc-noteref")
        || link.attr("epub:type").equals("noteref")
        || link.classNames().stream().anyMatch(REFERENCE_CLASSES::contains);
  }

  private void resolveReference(Element link) {
    Element target = targets.get(calledName(link));
    String sign = link.text().strip();
    Matcher label = LABEL.matcher(sign);
    boolean labelled = label.matches();
    if (target == null || !(labelled || SIGN.matcher(sign).matches())) {
      return;
    }
    Element note = FootnoteNote.around(target, sign);
    if (note == null || link.parents().contains(note)) {
      return;
    }
    String wanted = labelled ? label.group(1).replaceAll("\\s", "") : "";
    String known = labels.computeIfAbsent(note, _ -> free(wanted));
    whole(link, sign).replaceWith(reference(known));
  }

  /// The outermost element that holds nothing but the link: the raising one, if it is around it.
  private static Element whole(Element link, String sign) {
    Element whole = link;
    Element parent = link.parent();
    while (parent != null && !parent.isBlock() && parent.text().strip().equals(sign)) {
      whole = parent;
      parent = parent.parent();
    }
    return whole;
  }

  private static Element reference(String label) {
    Element raised = new Element("sup");
    raised.appendElement("a").attr("href", "#" + TARGET + label).text(label);
    return raised;
  }

  /// Several texts on a page count their footnotes from 1 each; the next number that is free.
  private String free(String wanted) {
    String free = wanted;
    while (free.isEmpty() || taken.contains(free)) {
      free = Integer.toString(next++);
    }
    taken.add(free);
    return free;
  }

  private void resolveInPlace() {
    List<Element> notes = new ArrayList<>(root.select(NOTES_IN_PLACE));
    Element list = new Element("ol").addClass(LIST_CLASS);
    for (Element note : notes) {
      Element inner = note.selectFirst(".ltx_note_content");
      Element content = inner == null ? note : inner;
      content.select(".ltx_note_mark, .ltx_tag_note").remove();
      if (note.parent() != null && !content.text().isBlank()) {
        String label = free("");
        Element item = list.appendElement("li").attr("id", TARGET + label);
        item.appendChildren(List.copyOf(content.childNodes()));
        called(note).replaceWith(reference(label));
      }
    }
    if (list.childNodeSize() > 0) {
      root.appendChild(list);
    }
  }

  /// The note with the number before it that calls it, which is in an element around both.
  private static Element called(Element note) {
    Element parent = note.parent();
    boolean onlyNumber = parent != null && parent.ownText().strip().matches("\\d{1,3}");
    return parent != null && parent.nameIs("span") && onlyNumber ? parent : note;
  }
}
