package zhai.extract;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Inline clean HTML → inline Markdown.
///
/// CommonMark reads `**` as a sign only by what stands beside it: `**重点。**中文` stays literal,
/// because a sign after punctuation closes only before white space or punctuation. Chinese has no
/// spaces between sentences, so this is common. There, and where signs would touch signs, the HTML
/// tag is written instead: it reads the same everywhere and changes no character of the text.
final class MarkdownInline {
  private final StringBuilder out = new StringBuilder();
  private final String lineBreak;
  private final boolean inTable;

  private MarkdownInline(String lineBreak, boolean inTable) {
    this.lineBreak = lineBreak;
    this.inTable = inTable;
  }

  /// A block of lines, with hard breaks.
  static String paragraph(Element block) {
    return paragraph(block.childNodes());
  }

  /// The same of inline nodes that stand beside each other.
  static String paragraph(List<Node> nodes) {
    return MarkdownEscape.lineStarts(write(nodes, "\\\n", false));
  }

  /// One line; breaks become spaces.
  static String line(Element block) {
    return write(block, " ", false);
  }

  /// One line in bold.
  static String bold(Element block) {
    Element strong = new Element("strong").appendChildren(block.childNodesCopy());
    strong.select("strong").stream().filter(e -> !e.equals(strong)).forEach(Element::unwrap);
    return line(new Element("p").appendChild(strong));
  }

  /// A table cell: one line, breaks and blocks apart by `<br>`, pipes escaped.
  static String cell(Element cell) {
    boolean inline = cell.children().stream().noneMatch(Element::isBlock);
    if (inline) {
      return write(cell, "<br>", true);
    }
    return cell
        .select("p, li, pre, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, div.math, td, th")
        .stream()
        .filter(block ->
            !block.equals(cell) && block.parents().stream().noneMatch(MarkdownInline::isLine))
        .map(MarkdownInline::cellLine)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("<br>"));
  }

  private static boolean isLine(Element outer) {
    return outer.nameIs("p") || outer.nameIs("pre");
  }

  private static String cellLine(Element block) {
    if (block.nameIs("pre")) {
      return block
          .wholeText()
          .lines()
          .map(MarkdownInline::cellCode)
          .collect(Collectors.joining("<br>"));
    }
    if (Formula.of(block).isPresent()) {
      return write(new Element("p").appendChild(block.clone()), " ", true);
    }
    Element own = block.clone();
    own.children().stream().filter(Element::isBlock).forEach(Element::remove);
    return (block.nameIs("li") ? "• " : "") + write(own, "<br>", true);
  }

  private static String cellCode(String line) {
    return line.isBlank() ? "" : code(line.strip()).replace("|", "\\|");
  }

  static int longestRun(String text, char c) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == c ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static String write(Element block, String lineBreak, boolean inTable) {
    return write(block.childNodes(), lineBreak, inTable);
  }

  private static String write(List<Node> nodes, String lineBreak, boolean inTable) {
    MarkdownInline writer = new MarkdownInline(lineBreak, inTable);
    writer.addAll(nodes, false);
    return writer.out.toString().strip();
  }

  private void addAll(List<Node> nodes, boolean inLink) {
    for (Node node : nodes) {
      switch (node) {
        case TextNode text -> addText(text, inLink);
        case Element element -> addElement(element, inLink);
        default -> {}
      }
    }
  }

  private void addText(TextNode text, boolean inLink) {
    String escaped = MarkdownEscape.text(text.getWholeText(), inLink);
    out.append(inTable ? escaped.replace("|", "\\|") : escaped);
  }

  private void addElement(Element element, boolean inLink) {
    String label = FootnoteFinder.label(element);
    if (label != null) {
      out.append("[^").append(label).append(']');
      return;
    }
    switch (element.normalName()) {
      case "br" -> out.append(lineBreak);
      case "img" -> out.append(image(element));
      case "a" -> addLink(element);
      case "code" -> out.append(pipesEscaped(code(element.text())));
      case "strong" -> addMark(element, "**", inLink);
      case "em" -> addMark(element, "*", inLink);
      case "del" -> addMark(element, "~~", inLink);
      case "sub", "sup", "mark", "kbd" -> addTag(element, inner(element, inLink));
      default ->
          Formula.of(element)
              .ifPresentOrElse(
                  formula -> out.append(pipesEscaped(formula.inert().delimited())),
                  () -> addAll(element.childNodes(), inLink));
    }
  }

  private String pipesEscaped(String markdown) {
    return inTable ? markdown.replace("|", "\\|") : markdown;
  }

  private String inner(Element element, boolean inLink) {
    MarkdownInline writer = new MarkdownInline(lineBreak, inTable);
    writer.addAll(element.childNodes(), inLink);
    return writer.out.toString();
  }

  private void addTag(Element element, String inner) {
    String tag = element.normalName();
    out.append('<').append(tag).append('>').append(inner);
    out.append("</").append(tag).append('>');
  }

  private void addMark(Element element, String sign, boolean inLink) {
    String inner = inner(element, inLink);
    String words = inner.strip();
    int start = inner.indexOf(words);
    out.append(inner, 0, start);
    int before = out.isEmpty() ? ' ' : out.codePointBefore(out.length());
    int after = start + words.length() < inner.length() ? ' ' : following(element);
    if (words.isEmpty()) {
      out.append(inner.substring(start));
    } else if (MarkdownEscape.canMark(before, words, after)) {
      out.append(sign).append(words).append(sign).append(inner.substring(start + words.length()));
    } else {
      addTag(element, words);
      out.append(inner.substring(start + words.length()));
    }
  }

  /// The character that will stand after the element; `*` for a mark, where signs would touch.
  private static int following(Element element) {
    Node next = element.nextSibling();
    Element parent = element.parent();
    if (next == null) {
      return parent == null || parent.isBlock() || parent.nameIs("summary")
          ? ' '
          : parent.nameIs("a") ? ']' : '*';
    }
    return switch (next) {
      case TextNode text when !text.getWholeText().isEmpty() -> text.getWholeText().codePointAt(0);
      case Element br when br.nameIs("br") || br.isBlock() -> ' ';
      case Element other when other.is("strong, em, del") -> '*';
      default -> '[';
    };
  }

  private static String image(Element img) {
    String alt = MarkdownEscape.text(img.attr("alt"), true);
    return "![" + alt + "](" + MarkdownEscape.destination(img.attr("src")) + ")";
  }

  private void addLink(Element link) {
    String href = link.attr("href");
    String title = link.attr("title");
    if (link.text().equals(href) && link.childrenSize() == 0 && href.matches("[^\\s<>|\\\\]+")) {
      out.append('<').append(href).append('>');
      return;
    }
    String words = inner(link, true).strip();
    out.append('[')
        .append(words)
        .append("](")
        .append(pipesEscaped(MarkdownEscape.destination(href)));
    if (!title.isEmpty()) {
      out.append(" \"").append(pipesEscaped(MarkdownEscape.title(title))).append('"');
    }
    out.append(')');
  }

  private static String code(String text) {
    String fence = "`".repeat(longestRun(text, '`') + 1);
    boolean padded = text.startsWith("`") || text.endsWith("`");
    return padded ? fence + " " + text + " " + fence : fence + text + fence;
  }
}
