package zhai.exchange.reader;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.reader.CsvRows.Row;
import zhai.model.ReadingState;

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
            it.titled(row.words("title", "name"))
                .paged(page(row))
                .tagged(Links.tags(Stream.concat(folders, labels)))
                .noted(Links.notes(row.words("notes", "note", "comment"), row.words("description")))
                .quoting(Links.quotes(row.words("excerpts", "excerpt", "highlight", "selection")))
                .standing(standing(row)));
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
        state(row.words("state", "status", "location")),
        row.says("starred", "favorite", "favourite", "is_starred"));
  }

  private static @Nullable ReadingState state(@Nullable String words) {
    return switch (words == null ? "" : words.toLowerCase(Locale.ROOT)) {
      case "read", "archive", "archived", "done" -> ReadingState.READ;
      case "unread", "new", "later", "todo" -> ReadingState.UNREAD;
      default -> null;
    };
  }
}
