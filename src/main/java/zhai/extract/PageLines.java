package zhai.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// The short lines that a page shows, in the order in which they are read, and where its title
/// stands among them: names and dates near the title are the article's. What stands around the
/// article (menus, comments, lists of other pages) is left out, unless the title is in it.
///
/// One walk over the page, which looks at each text once for every element that has nothing else.
final class PageLines {
  /// A line is at most as long as this.
  static final int MAX_LENGTH = 200;

  /// This many lines after the title still belong to the article's head: an element and the element
  /// in it make two.
  private static final int HEAD_AFTER = 36;

  private static final int HEAD_BEFORE = 14;
  private static final int EDGE = 70;
  private static final int MAX_LINES = 20_000;
  private static final int MAX_ASIDE = 300;
  private static final Set<String> SKIPPED =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "footer",
          "svg",
          "iframe",
          "select",
          "button",
          "textarea",
          "figure",
          "figcaption",
          "dialog",
          "menu");

  /// What of an element a line is.
  enum Part {
    /// The whole text of the element: its names and attributes are about it.
    WHOLE,
    /// A text between the other things that the element holds.
    BETWEEN,
    /// The beginning or the end of a text too long for a line: prose.
    EDGE
  }

  /// A short text and what holds it. The text of an element is put together when it is asked for:
  /// each of the elements around a name or a date makes a line, and where the head says who and
  /// when only those by the title are read.
  static final class Line {
    private static final Set<String> PROSE = Set.of("p", "li", "dd", "blockquote");

    private final Element element;
    private final Node at;
    private final Part part;
    private @Nullable String text;

    private Line(Element element, Node at, Part part, @Nullable String text) {
      this.element = element;
      this.at = at;
      this.part = part;
      this.text = text;
    }

    Element element() {
      return element;
    }

    /// The element itself, or the text in it.
    Node at() {
      return at;
    }

    Part part() {
      return part;
    }

    String text() {
      if (text == null) {
        text = element.text().strip();
      }
      return text;
    }

    /// Whether it is of the running text: the edge of a long one, or a piece between its links.
    boolean isProse() {
      return part == Part.EDGE
          || (part == Part.BETWEEN && PROSE.contains(element.normalName()) && hasMuchText(element));
    }

    /// Whether an element's own text is longer than a line; looks no further than it has to.
    private static boolean hasMuchText(Element element) {
      int length = 0;
      for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
        length += node instanceof TextNode text ? text.getWholeText().length() : 1;
        if (length > MAX_LENGTH) {
          return true;
        }
      }
      return false;
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private int titleAt = -1;

  private PageLines() {}

  /// @param title the element that shows the title, or null
  static PageLines of(Document document, @Nullable Element title) {
    var lines = new PageLines();
    Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node node = title; node != null; node = node.parent()) {
      around.add(node);
    }
    document.body().filter(lines.new Walk(around, title));
    return lines;
  }

  List<Line> all() {
    return lines;
  }

  /// Whether the page shows its title.
  boolean hasTitle() {
    return titleAt >= 0;
  }

  /// The lines around the title, those after it first, then those before it, nearest first. Empty
  /// if the page doesn't show its title.
  List<Line> head() {
    if (titleAt < 0) {
      return List.of();
    }
    List<Line> head = new ArrayList<>();
    int end = Math.min(lines.size(), titleAt + 1 + HEAD_AFTER);
    head.addAll(lines.subList(Math.min(titleAt + 1, end), end));
    head.addAll(lines.subList(Math.max(0, titleAt - HEAD_BEFORE), titleAt).reversed());
    return head;
  }

  /// All lines, the head's first.
  List<Line> headFirst() {
    List<Line> ordered = new ArrayList<>(head());
    ordered.addAll(lines);
    return ordered;
  }

  /// Goes through the page and keeps the number of characters that it has met in each element that
  /// it is in.
  private final class Walk implements NodeFilter {
    private final Set<Node> around;
    private final @Nullable Element title;
    private final Map<String, Boolean> apart = new HashMap<>();
    private final List<int[]> open = new ArrayList<>();

    Walk(Set<Node> around, @Nullable Element title) {
      this.around = around;
      this.title = title;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof Element element) {
        if (lines.size() >= MAX_LINES || (!around.contains(element) && isApart(element))) {
          return FilterResult.SKIP_ENTIRELY;
        }
        open.add(new int[1]);
      } else if (node instanceof TextNode text && !text.isBlank() && !open.isEmpty()) {
        String shown = text.text().strip();
        open.getLast()[0] += shown.length();
        Element parent = text.parent();
        if (parent != null) {
          addText(parent, text, shown);
        }
      }
      return FilterResult.CONTINUE;
    }

    private void addText(Element parent, TextNode at, String text) {
      if (text.length() > MAX_LENGTH) {
        lines.add(new Line(parent, at, Part.EDGE, text.substring(0, EDGE)));
        lines.add(new Line(parent, at, Part.EDGE, text.substring(text.length() - EDGE)));
      } else if (parent.childNodeSize() > 1) {
        lines.add(new Line(parent, at, Part.BETWEEN, text));
      }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && !open.isEmpty()) {
        int length = open.removeLast()[0];
        if (!open.isEmpty()) {
          open.getLast()[0] += length;
        }
        if (element == title) {
          titleAt = lines.size();
        }
        boolean attributesSayIt = element.hasAttr("datetime") || element.hasAttr("itemprop");
        if ((length > 0 && length <= MAX_LENGTH) || attributesSayIt) {
          String text = length <= MAX_LENGTH ? null : "";
          lines.add(new Line(element, element, Part.WHOLE, text));
        }
      }
      return FilterResult.CONTINUE;
    }

    private static boolean isOfAnother(String type) {
      return type.endsWith("/Review") || type.endsWith("/Comment") || type.endsWith("/Answer");
    }

    private boolean isApart(Element element) {
      String name = element.normalName();
      if (SKIPPED.contains(name) || isOfAnother(element.attr("itemtype"))) {
        return true;
      }
      if (name.equals("body") || name.equals("article") || name.equals("main")) {
        return false;
      }
      if (name.equals("aside") && element.text().length() > MAX_ASIDE) {
        return true;
      }
      if (element.attributesSize() == 0) {
        return false;
      }
      String classes = element.className();
      String id = element.id();
      // What is beside a page "with-sidebar" is apart, not the page.
      boolean isBeside = classes.contains("with-") || id.contains("with-");
      return !isBeside && (isNamedApart(classes) || isNamedApart(id));
    }

    private boolean isNamedApart(String names) {
      return !names.isEmpty()
          && apart.computeIfAbsent(names, one -> MetadataWords.isApart(NameWords.of(one)));
    }
  }
}
