package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Clean HTML → CommonMark with GFM tables, strikethrough and footnotes, and `$…$` formulas.
///
/// The choices where Markdown leaves one: ATX headings; `-` for bullets (`*` for a list right after
/// a list); fences of backticks; `***` between sections, since `---` would read as front matter or
/// as an underline; a backslash for a hard break; inline HTML where Markdown has no sign of its own
/// (`<sup>`, `<mark>`) or where its sign would not be read as one (see {@link MarkdownInline}).
final class MarkdownWriter {
  private MarkdownWriter() {}

  /// Ends with a line break, unless it is empty.
  static String write(Element clean) {
    String markdown = blocks(clean);
    return markdown.isEmpty() ? "" : markdown + "\n";
  }

  private static String blocks(Element container) {
    List<String> blocks = new ArrayList<>();
    List<Element> children = container.children();
    for (int i = 0; i < children.size(); i++) {
      blocks.add(block(children.get(i), i > 0 && isOtherList(children, i)));
    }
    return blocks.stream().filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  /// Whether a list stands right after a list of its kind, for the second, fourth… of them.
  private static boolean isOtherList(List<Element> blocks, int at) {
    int first = at;
    String tag = blocks.get(at).normalName();
    while (first > 0 && blocks.get(first - 1).nameIs(tag)) {
      first--;
    }
    return (at - first) % 2 == 1;
  }

  private static String block(Element block, boolean otherMarker) {
    return switch (block.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(block);
      case "ul" -> list(block, otherMarker ? "*" : "-");
      case "ol" ->
          block.hasClass(FootnoteFinder.LIST_CLASS)
              ? footnotes(block)
              : ordered(block, otherMarker);
      case "dl" -> definitions(block);
      case "blockquote" -> prefixed(blocks(block), "> ", "> ");
      case "pre" -> listing(block);
      case "table" -> MarkdownTable.write(block);
      case "figure" -> figure(block);
      case "details" -> details(block);
      case "hr" -> "***";
      case "div" -> Formula.of(block).map(MarkdownWriter::displayed).orElseGet(() -> blocks(block));
      default -> MarkdownInline.paragraph(block);
    };
  }

  private static String displayed(Formula formula) {
    return "$$\n" + formula.inert().tex() + "\n$$";
  }

  private static String heading(Element heading) {
    int level = heading.normalName().charAt(1) - '0';
    String text = MarkdownInline.line(heading).replaceFirst("(?<=^|\\s)#+$", "\\\\$0");
    return text.isEmpty() ? "" : "#".repeat(level) + " " + text;
  }

  private static String ordered(Element list, boolean otherMarker) {
    String start = list.attr("start");
    return list(list, (start.isEmpty() ? "1" : start) + (otherMarker ? ")" : "."));
  }

  private static String list(Element list, String firstMarker) {
    boolean loose =
        list.selectFirst("> li > p, > li > pre, > li > table, > li > blockquote") != null;
    List<String> items = new ArrayList<>();
    String marker = firstMarker;
    for (Element item : list.children()) {
      String first = marker + " ";
      items.add(prefixed(item(item, loose), first, " ".repeat(first.length())));
      marker = next(marker);
    }
    return String.join(loose ? "\n\n" : "\n", items);
  }

  private static String next(String marker) {
    if (!Character.isDigit(marker.charAt(0))) {
      return marker;
    }
    long number = Long.parseLong(marker.substring(0, marker.length() - 1));
    return (number + 1) + marker.substring(marker.length() - 1);
  }

  private static String item(Element item, boolean loose) {
    return flow(item, loose ? "\n\n" : "\n");
  }

  /// The inline content that an item holds directly, then its blocks.
  private static String flow(Element item, String separator) {
    Element inline = new Element("p");
    Element rest = new Element("div");
    for (var node : item.childNodesCopy()) {
      (isBlock(node) || rest.childNodeSize() > 0 ? rest : inline).appendChild(node);
    }
    String first = MarkdownInline.paragraph(inline);
    String blocks = blocks(rest);
    return first.isEmpty() || blocks.isEmpty() ? first + blocks : first + separator + blocks;
  }

  private static boolean isBlock(Node node) {
    return node instanceof Element element && (element.isBlock() || element.nameIs("details"));
  }

  private static String footnotes(Element list) {
    return list.children().stream()
        .map(MarkdownWriter::footnote)
        .collect(Collectors.joining("\n\n"));
  }

  private static String footnote(Element item) {
    String label = FootnoteFinder.label(item);
    String text = flow(item, "\n\n");
    return label == null ? text : prefixed(text, "[^" + label + "]: ", "    ");
  }

  /// Markdown has no definition lists: the term in bold, what it means as list items.
  private static String definitions(Element list) {
    List<String> blocks = new ArrayList<>();
    for (Element child : list.children()) {
      blocks.add(
          child.nameIs("dt")
              ? MarkdownInline.bold(child)
              : prefixed(flow(child, "\n\n"), "- ", "  "));
    }
    return String.join("\n\n", blocks);
  }

  private static String listing(Element pre) {
    Element code = pre.selectFirst("code");
    String text = code == null ? pre.wholeText() : code.wholeText();
    String language = code == null ? "" : code.className().replace("language-", "");
    String fence = "`".repeat(Math.max(3, MarkdownInline.longestRun(text, '`') + 1));
    return fence + language + "\n" + text + "\n" + fence;
  }

  private static String figure(Element figure) {
    Element caption = figure.selectFirst("> figcaption");
    String body = flow(without(figure, caption), "\n\n");
    String words = caption == null ? "" : MarkdownInline.paragraph(caption);
    return words.isEmpty() || body.isEmpty() ? body + words : body + "\n\n" + words;
  }

  private static String details(Element details) {
    Element summary = details.selectFirst("> summary");
    String body = blocks(without(details, summary));
    return summary == null ? body : MarkdownInline.bold(summary) + "\n\n" + body;
  }

  private static Element without(Element parent, @Nullable Element child) {
    Element copy = parent.clone();
    if (child != null) {
      copy.child(child.elementSiblingIndex()).remove();
    }
    return copy;
  }

  private static String prefixed(String block, String first, String rest) {
    String[] lines = block.split("\n", -1);
    StringBuilder prefixed = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      String prefix = i == 0 ? first : rest;
      prefixed.append(i == 0 ? "" : "\n");
      prefixed.append(lines[i].isEmpty() ? prefix.stripTrailing() : prefix + lines[i]);
    }
    return prefixed.toString();
  }
}
