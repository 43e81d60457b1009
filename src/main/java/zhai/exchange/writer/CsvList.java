package zhai.exchange.writer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Cells;
import zhai.exchange.Characters;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Tag;

/// A reading list as a table: RFC 4180, UTF-8 with a byte order mark, which Excel needs to see that
/// it is UTF-8. Several excerpts or notes stand in one cell ({@link Cells}), and each excerpt's
/// comment in the same place of the next.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
/// Injection"). So does one that begins with such an apostrophe, so that whoever takes one away has
/// the text as it was.
public final class CsvList implements ListWriter {
  /// What a spreadsheet may calculate, full-width signs included; as a pattern for the beginning.
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠]");

  private static final List<String> COLUMNS =
      List.of(
          "url",
          "title",
          "tags",
          "added",
          "state",
          "read",
          "starred",
          "published",
          "site",
          "byline",
          "lang");

  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    Set<With> with = list.layout().with(With.WORDS);
    out.append('\uFEFF');
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
    csv.printRecord(header(with));
    for (Entry entry : list.entries()) {
      csv.printRecord(row(list, entry, with));
    }
  }

  private static List<String> header(Set<With> with) {
    List<String> header = new ArrayList<>(COLUMNS);
    if (with.contains(With.EXCERPTS)) {
      header.add("excerpts");
      header.add("comments");
    }
    if (with.contains(With.NOTES)) {
      header.add("notes");
    }
    if (with.contains(With.ARTICLE)) {
      header.add("text");
    }
    return header;
  }

  private static List<String> row(ReadingList list, Entry entry, Set<With> with) {
    Bookmark bookmark = entry.bookmark();
    PageFacts page = PageFacts.of(entry);
    List<String> row = new ArrayList<>();
    row.add(cell(bookmark.url().canonical()));
    row.add(cell(page.title()));
    row.add(cell(tags(bookmark.tags())));
    row.add(cell(bookmark.addedAt()));
    row.add(cell(bookmark.state().label()));
    row.add(cell(bookmark.readAt()));
    row.add(cell(bookmark.starred()));
    row.add(cell(page.published()));
    row.add(cell(page.site()));
    row.add(cell(page.byline()));
    row.add(cell(page.language()));
    if (with.contains(With.EXCERPTS)) {
      row.add(cell(Cells.join(entry.excerpts().stream().map(Mark.Excerpt::quote).toList())));
      row.add(cell(comments(entry)));
    }
    if (with.contains(With.NOTES)) {
      row.add(cell(Cells.join(entry.notes().stream().map(Mark.Note::text).toList())));
    }
    if (with.contains(With.ARTICLE)) {
      row.add(cell(list.article(entry).map(it -> it.content().text()).orElse(null)));
    }
    return row;
  }

  private static String comments(Entry entry) {
    List<String> comments =
        entry.excerpts().stream().map(it -> Objects.requireNonNullElse(it.comment(), "")).toList();
    return comments.stream().allMatch(String::isBlank) ? "" : Cells.join(comments);
  }

  /// Separated by commas. Here as in a bookmark file there is no escape for one inside a tag.
  static String tags(List<Tag> tags) {
    return String.join(",", tags.stream().map(tag -> tag.label().replace(',', '，')).toList());
  }

  static String cell(@Nullable Object value) {
    String text = value == null ? "" : Characters.printable(value.toString());
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }
}
