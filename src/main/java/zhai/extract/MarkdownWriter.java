package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Clean HTML → CommonMark with GFM tables, strikethrough and footnotes, and `$…$` formulas.
///
/// The choices where Markdown leaves one: ATX headings; `-` for bullets (`*` for a list right after
/// a list); fences of backticks; `***` between sections, since `---` would read as front matter or
/// as an underline; a backslash for a hard break; inline HTML where Markdown has no sign of its own
/// (`<sup>`, `<mark>`) or where its sign would not be read as one (see {@link MarkdownInline}).
final class MarkdownWriter {
  /// What makes a list one with empty lines between its items.
  private static final Evaluator LOOSE =
      Selector.evaluatorOf("> li > p, > li > pre, > li > table, > li > blockquote");

  private MarkdownWriter() {}

  /// Ends with a line break, unless it is empty.
  static String write(Element clean) {
    String markdown = blocks(clean);
    return markdown.isEmpty() ? "" : markdown + "\n";
  }

  private static String blocks(Element container) {
    return blocks(container.children());
  }

  /// A list right after a list of its kind takes the other marker, else both would be one list.
  private static String blocks(List<Element> children) {
    List<String> blocks = new ArrayList<>();
    boolean otherMarker = false;
    @Nullable Element before = null;
    for (Element child : children) {
      boolean follows = before != null && before.nameIs(child.normalName());
      otherMarker = follows && !otherMarker;
      String block = block(child, otherMarker);
      if (!block.isEmpty()) {
        blocks.add(block);
      }
      before = child;
    }
    return String.join("\n\n", blocks);
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
    boolean loose = list.selectFirst(LOOSE) != null;
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
    return flow(item.childNodes(), separator);
  }

  private static String flow(List<Node> nodes, String separator) {
    int inline = 0;
    while (inline < nodes.size() && !isBlock(nodes.get(inline))) {
      inline++;
    }
    String first = MarkdownInline.paragraph(nodes.subList(0, inline));
    String blocks = blocks(blocksOf(nodes.subList(inline, nodes.size())));
    return first.isEmpty() || blocks.isEmpty() ? first + blocks : first + separator + blocks;
  }

  /// Inline content between blocks is a paragraph.
  private static List<Element> blocksOf(List<Node> nodes) {
    List<Element> blocks = new ArrayList<>();
    boolean open = false;
    for (Node node : nodes) {
      if (isBlock(node)) {
        blocks.add((Element) node);
        open = false;
      } else if (open) {
        blocks.getLast().appendChild(node.clone());
      } else if (!(node instanceof TextNode text && text.isBlank())) {
        blocks.add(new Element("p").appendChild(node.clone()));
        open = true;
      }
    }
    return blocks;
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
    String body = flow(without(details, summary), "\n\n");
    String words = summary == null ? "" : MarkdownInline.bold(summary);
    return words.isEmpty() || body.isEmpty() ? words + body : words + "\n\n" + body;
  }

  private static List<Node> without(Element parent, @Nullable Element child) {
    return parent.childNodes().stream().filter(node -> node != child).toList();
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
