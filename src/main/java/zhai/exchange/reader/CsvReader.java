package zhai.exchange.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.Cells;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Words;
import zhai.exchange.ImportReader;
import zhai.exchange.Remark;
import zhai.exchange.reader.CsvRows.Row;

/// A table of anybody's, whose header has a column `url` (or `link`, `href`, `address`): what the
/// other columns are is told by their names.
public final class CsvReader implements ImportReader {
  private static final String[] ADDRESS = {"url", "link", "href", "address", "uri"};

  @Override
  public boolean recognises(Beginning beginning) {
    List<String> header = CsvRows.header(beginning.text());
    return (header.size() > 1 || beginning.ending().equals("csv"))
        && Stream.of(ADDRESS).anyMatch(header::contains);
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    CsvRows.read(in, sink, CsvReader::item);
  }

  private static ImportLine item(Row row) {
    Stream<String> folders = Folders.inPath(row.words("folder", "collection")).stream();
    Stream<String> labels = row.labels("tags", "labels", "tag_names", "document_tags", "keywords");
    return Links.read(
        row.words(ADDRESS),
        it ->
            Remark.on(it.noted(notes(row)), remarks(row))
                .titled(row.words("title", "name"))
                .paged(page(row))
                .tagged(Links.tags(Stream.concat(folders, labels)))
                .standing(standing(row)));
  }

  private static List<Words> notes(Row row) {
    Stream<String> notes = parts(row.words("notes")).stream();
    Stream<@Nullable String> others =
        Stream.of(row.words("note", "comment"), row.words("description"));
    return Links.notes(Stream.concat(notes, others).toArray(String[]::new));
  }

  /// Each comment belongs to the excerpt in the same place of its cell.
  private static Stream<Remark> remarks(Row row) {
    List<String> excerpts = parts(row.words("excerpts"));
    List<String> comments = parts(row.words("comments"));
    List<Remark> remarks = new ArrayList<>();
    // Without excerpts a column of that name may be anything: how many there are, say.
    int count = excerpts.isEmpty() ? 0 : Math.max(excerpts.size(), comments.size());
    for (int i = 0; i < count; i++) {
      remarks.add(new Remark(at(excerpts, i), at(comments, i), null));
    }
    if (excerpts.stream().allMatch(String::isBlank)) {
      remarks.add(new Remark(row.words("excerpt", "highlight", "selection"), null, null));
    }
    return remarks.stream();
  }

  private static @Nullable String at(List<String> parts, int place) {
    return place < parts.size() ? parts.get(place) : null;
  }

  private static List<String> parts(@Nullable String cell) {
    return cell == null ? List.of() : Cells.split(cell);
  }

  private static @Nullable PageGiven page(Row row) {
    String text = row.words("text");
    return text == null ? null : new PageGiven.Text(text);
  }

  private static Standing standing(Row row) {
    return new Standing(
        row.time(
            "added", "created", "created_at", "date_added", "time_added", "saved_date", "date"),
        row.time("read", "read_at"),
        StateWords.read(row.words("state", "status", "location")),
        row.says("starred", "favorite", "favourite", "is_starred"));
  }
}
