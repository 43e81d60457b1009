package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Builds clean tables, and tells tables of data from tables that only lay out a page.
final class TableCleaner {
  private static final int MAX_SPAN = 100;

  /// With so many rows alike, a table without a header is one of data.
  private static final int MIN_ROWS = 3;

  private static final Evaluator INNER_TABLE = Selector.evaluatorOf("td table");
  private static final Evaluator HEADER = Selector.evaluatorOf("th, caption, thead");
  private static final Evaluator SECTION = Selector.evaluatorOf("td h1, td h2, td h3, td h4");
  private static final Evaluator BLOCK_IN_CELL =
      Selector.evaluatorOf("td p, td div, td ul, td ol, td form, td br");
  private static final Set<String> PARTS = Set.of("thead", "tbody", "tfoot");
  private static final Set<String> LAYOUT_ROLES = Set.of("presentation", "none");

  private TableCleaner() {}

  /// Whether the table only puts things beside each other: it says so, holds another table, has
  /// never two cells in a row and no header, or has whole sections in its cells.
  static boolean isLayout(Element table) {
    if (LAYOUT_ROLES.contains(table.attr("role")) || table.selectFirst(INNER_TABLE) != null) {
      return true;
    }
    if (table.selectFirst(HEADER) != null) {
      return false;
    }
    boolean oneColumn = rows(table).stream().allMatch(row -> cellsOf(row).size() <= 1);
    return oneColumn || table.selectFirst(SECTION) != null;
  }

  /// Whether the table sets values in columns: it has a header and is no layout, or several rows of
  /// as many cells each, with nothing in them but a line.
  static boolean isData(Element table) {
    if (isLayout(table)) {
      return false;
    }
    List<Integer> columns = rows(table).stream().map(row -> cellsOf(row).size()).toList();
    boolean regular = columns.size() >= MIN_ROWS && columns.stream().distinct().count() == 1;
    return table.selectFirst(HEADER) != null
        || (regular && table.selectFirst(BLOCK_IN_CELL) == null);
  }

  /// All cells of the table itself, in reading order.
  static List<Element> cells(Element table) {
    return rows(table).stream().flatMap(row -> cellsOf(row).stream()).toList();
  }

  static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      if (child.nameIs("tr")) {
        rows.add(child);
      } else if (PARTS.contains(child.normalName())) {
        child.children().stream().filter(row -> row.nameIs("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  /// The table's caption, or null.
  static @Nullable Element caption(Element table) {
    for (Element child : table.children()) {
      if (child.nameIs("caption")) {
        return child;
      }
    }
    return null;
  }

  private static List<Element> cellsOf(Element row) {
    return row.children().stream().filter(e -> e.nameIs("td") || e.nameIs("th")).toList();
  }

  static Element table(Element source, int depth) {
    Element table = new Element("table");
    Element caption = caption(source);
    if (caption != null) {
      Element clean = FlowBuilder.fillInline(new Element("caption"), caption);
      if (clean.childNodeSize() > 0) {
        table.appendChild(clean);
      }
    }
    Element head = new Element("thead");
    Element body = new Element("tbody");
    for (Element row : rows(source)) {
      Element clean = row(row, depth);
      boolean isHead = body.childNodeSize() == 0 && isHeader(row);
      if (clean.childNodeSize() > 0) {
        (isHead ? head : body).appendChild(clean);
      }
    }
    append(table, head);
    append(table, body);
    return table;
  }

  private static void append(Element table, Element part) {
    if (part.childNodeSize() > 0) {
      table.appendChild(part);
    }
  }

  private static boolean isHeader(Element row) {
    Element part = row.parent();
    return (part != null && part.nameIs("thead"))
        || row.children().stream().allMatch(cell -> cell.nameIs("th"));
  }

  private static Element row(Element source, int depth) {
    Element row = new Element("tr");
    for (Element cell : cellsOf(source)) {
      Element clean = new Element(cell.normalName());
      copySpan(cell, clean, "colspan");
      copySpan(cell, clean, "rowspan");
      row.appendChild(FlowBuilder.fillTight(clean, cell, depth));
    }
    return row;
  }

  private static void copySpan(Element cell, Element clean, String name) {
    int span = span(cell, name);
    if (span > 1) {
      clean.attr(name, Integer.toString(span));
    }
  }

  /// How many columns or rows a cell covers: 1 to 100.
  static int span(Element cell, String name) {
    String value = cell.attr(name).strip();
    return !value.isEmpty() && value.matches("\\d{1,4}")
        ? Math.clamp(Integer.parseInt(value), 1, MAX_SPAN)
        : 1;
  }
}
