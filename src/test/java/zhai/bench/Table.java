package zhai.bench;

import java.util.ArrayList;
import java.util.List;

/// What was measured: each row is printed as it comes, and all of them once more at the end, as
/// Markdown.
///
/// The ratio is zhai's figure divided by the peer's: of times and sizes less is better, of what is
/// done in a second more.
final class Table {
  private static final String LINE = "%-50s %28s   %-34s %26s %8s%n";

  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String section = "";

  private record Row(String section, String what, List<String> cells) {}

  /// Begins a section.
  void section(String title) {
    section = title;
    System.out.printf("%n%s%n" + LINE, title, "", "zhai", "beside", "", "ratio");
  }

  void row(String what, Figure zhai) {
    add(what, zhai.toString(), "", "", "");
  }

  void row(String what, Figure zhai, String peer, Figure peers) {
    add(what, zhai.toString(), peer, peers.toString(), zhai.ratioTo(peers));
  }

  /// What only a peer has a figure for.
  void peer(String what, String peer, Figure peers) {
    add(what, "", peer, peers.toString(), "");
  }

  /// A sentence that belongs to the section, such as that a peer is missing.
  void say(String sentence) {
    System.out.println(sentence);
    notes.add(section + ": " + sentence);
  }

  private void add(String what, String... cells) {
    System.out.printf(LINE, what, cells[0], cells[1], cells[2], cells[3]);
    rows.add(new Row(section, what, List.of(cells)));
  }

  /// All rows of all sections.
  String markdown() {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (Row row : rows) {
      if (!row.section().equals(last)) {
        last = row.section();
        text.append("\n| ")
            .append(last)
            .append(" | zhai | beside | | ratio |\n|---|--:|---|--:|--:|\n");
      }
      text.append("| ").append(row.what()).append(" | ");
      text.append(String.join(" | ", row.cells())).append(" |\n");
    }
    notes.forEach(note -> text.append("\n* ").append(note));
    return text.append('\n').toString();
  }
}
