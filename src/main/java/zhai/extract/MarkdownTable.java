package zhai.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// A clean table → a GFM table. A cell that covers several columns or rows is written once, with
/// empty cells where it reaches; blocks in a cell are put on one line with `<br>`. GFM wants a
/// header, so the first row is one.
final class MarkdownTable {
  private MarkdownTable() {}

  static String write(Element table) {
    List<List<String>> grid = grid(table);
    int columns = grid.stream().mapToInt(List::size).max().orElse(0);
    if (columns == 0) {
      return "";
    }
    StringBuilder markdown = new StringBuilder();
    Element caption = TableCleaner.caption(table);
    if (caption != null) {
      markdown.append(MarkdownInline.paragraph(caption)).append("\n\n");
    }
    markdown.append(line(grid.getFirst(), columns)).append("\n|");
    markdown.append(" --- |".repeat(columns));
    grid.stream().skip(1).forEach(row -> markdown.append('\n').append(line(row, columns)));
    return markdown.toString();
  }

  private static String line(List<String> row, int columns) {
    List<String> padded = new ArrayList<>(row);
    padded.addAll(Collections.nCopies(columns - row.size(), ""));
    return padded.stream()
        .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
        .collect(Collectors.joining("", "|", ""));
  }

  private static List<List<String>> grid(Element table) {
    List<List<String>> grid = new ArrayList<>();
    List<Integer> covered = new ArrayList<>();
    for (Element row : TableCleaner.rows(table)) {
      grid.add(row(row, covered));
    }
    return grid;
  }

  /// @param covered for each column, how many more rows a cell from above covers it; updated
  private static List<String> row(Element row, List<Integer> covered) {
    List<String> cells = new ArrayList<>();
    for (Element cell : row.children()) {
      skipCovered(cells, covered);
      int rows = TableCleaner.span(cell, "rowspan");
      for (int i = 0; i < TableCleaner.span(cell, "colspan"); i++) {
        int column = cells.size();
        cells.add(i == 0 ? MarkdownInline.cell(cell) : "");
        while (covered.size() <= column) {
          covered.add(0);
        }
        covered.set(column, rows - 1);
      }
    }
    skipCovered(cells, covered);
    return cells;
  }

  private static void skipCovered(List<String> cells, List<Integer> covered) {
    while (cells.size() < covered.size() && covered.get(cells.size()) > 0) {
      covered.set(cells.size(), covered.get(cells.size()) - 1);
      cells.add("");
    }
  }
}
