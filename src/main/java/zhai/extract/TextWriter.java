package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Clean HTML → plain text, the form that is searched and that anchors point into.
///
/// Blocks are separated by an empty line; items of a list, rows of a table and lines of a paragraph
/// by a line break; cells by a tab. There are no bullets, numbers or quote signs: a passage copied
/// from a browser has none either. Formulas are TeX between dollar signs, listings keep their
/// lines, a link is its words, a picture is its caption only, a player is nothing. Footnotes stand
/// at the end as `[1] ^ …`, with the sign that Zhihu and Wikipedia print before a note.
final class TextWriter {
  private TextWriter() {}

  static String write(Element clean) {
    return blocks(clean, "\n\n");
  }

  private static String blocks(Element container, String separator) {
    List<String> blocks = new ArrayList<>();
    StringBuilder inline = new StringBuilder();
    for (Node node : container.childNodes()) {
      if (node instanceof Element block && (block.isBlock() || block.nameIs("summary"))) {
        flush(inline, blocks);
        add(block(block), blocks);
      } else {
        append(node, inline);
      }
    }
    flush(inline, blocks);
    return String.join(separator, blocks);
  }

  private static void flush(StringBuilder inline, List<String> blocks) {
    add(inline.toString().strip(), blocks);
    inline.setLength(0);
  }

  private static void add(String block, List<String> blocks) {
    if (!block.isEmpty()) {
      blocks.add(block);
    }
  }

  private static String block(Element block) {
    return switch (block.normalName()) {
      case "ul", "ol", "dl", "figure" -> blocks(block, "\n");
      case "li" -> item(block);
      case "dd" -> blocks(block, "\n");
      case "table" -> table(block);
      case "pre" -> block.wholeText();
      case "hr" -> "";
      case "blockquote", "details" -> blocks(block, "\n\n");
      case "div" ->
          Formula.of(block).map(Formula::delimited).orElseGet(() -> blocks(block, "\n\n"));
      default -> inline(block);
    };
  }

  private static String item(Element item) {
    String label = FootnoteFinder.label(item);
    return (label == null ? "" : "[" + label + "] ^ ") + blocks(item, "\n");
  }

  private static String table(Element table) {
    Element caption = TableCleaner.caption(table);
    String rows =
        TableCleaner.rows(table).stream().map(TextWriter::row).collect(Collectors.joining("\n"));
    return caption == null ? rows : inline(caption) + "\n" + rows;
  }

  private static String row(Element row) {
    return row.children().stream()
        .map(cell -> blocks(cell, "\n").replace('\t', ' ').replaceAll("\n+", " "))
        .collect(Collectors.joining("\t"))
        .stripTrailing();
  }

  private static String inline(Element block) {
    StringBuilder text = new StringBuilder();
    block.childNodes().forEach(node -> append(node, text));
    return text.toString().strip();
  }

  private static void append(Node node, StringBuilder text) {
    switch (node) {
      case TextNode words -> text.append(words.getWholeText());
      case Element br when br.nameIs("br") -> text.append('\n');
      case Element element -> appendElement(element, text);
      default -> {}
    }
  }

  private static void appendElement(Element element, StringBuilder text) {
    String label = FootnoteFinder.label(element);
    Optional<Formula> formula = Formula.of(element);
    if (label != null) {
      text.append('[').append(label).append(']');
    } else if (formula.isPresent()) {
      text.append(formula.get().delimited());
    } else if (!Player.isLink(element)) {
      element.childNodes().forEach(node -> append(node, text));
    }
  }
}
