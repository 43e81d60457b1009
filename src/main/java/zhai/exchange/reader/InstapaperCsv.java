package zhai.exchange.reader;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.reader.CsvRows.Row;

/// Instapaper's export: `URL,Title,Selection,Folder,Timestamp`, in newer ones `Tags` as a JSON
/// list.
///
/// The folders `Unread`, `Archive` and `Starred` say where one stands; the user's own become tags.
/// A selection is what was marked on the page when it was saved: an excerpt.
public final class InstapaperCsv implements ImportReader {
  private static final List<String> STANDINGS = List.of("unread", "archive", "starred");

  @Override
  public boolean recognises(Beginning beginning) {
    return CsvRows.header(beginning.text())
        .containsAll(List.of("url", "title", "selection", "folder"));
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    CsvRows.read(in, sink, InstapaperCsv::item);
  }

  private static ImportLine item(Row row) {
    String folder = row.words("folder");
    String place = folder == null ? "" : folder.toLowerCase(Locale.ROOT);
    return Links.read(
        row.words("url"),
        it ->
            it.titled(row.words("title"))
                .tagged(Links.tags(Stream.concat(ownFolder(folder), row.labels("tags"))))
                .quoting(Links.quotes(row.words("selection")))
                .standing(
                    new Standing(
                        row.time("timestamp"),
                        null,
                        StateWords.read(place),
                        place.equals("starred"))));
  }

  private static Stream<String> ownFolder(@Nullable String folder) {
    boolean own = folder != null && !STANDINGS.contains(folder.toLowerCase(Locale.ROOT));
    return own ? Stream.of(folder) : Stream.empty();
  }
}
