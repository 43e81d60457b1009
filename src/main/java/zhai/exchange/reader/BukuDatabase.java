package zhai.exchange.reader;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;

/// buku's own database, `bookmarks.db`.
public final class BukuDatabase implements ImportReader {
  // The tables stand in a database's first page as they were written down.
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE\\s+\"?bookmarks\"?\\s*\\([^)]*\\bmetadata\\b");

  private static final String ROWS = "SELECT URL, metadata, tags, desc FROM bookmarks ORDER BY id";

  @Override
  public boolean recognises(Beginning beginning) {
    return beginning.isSqlite() && TABLE.matcher(beginning.bytes()).find();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Place place = new Place(in.name(), 0);
    @Nullable String complaint =
        in.rows(Set.of("bookmarks"), ROWS, row -> sink.accept(place, item(row)));
    if (complaint != null) {
      sink.accept(place, ImportLine.Rejected.of(complaint));
    }
  }

  // The tags stand between commas: `,a,b,`.
  private static ImportLine item(List<String> row) {
    return Links.read(
        row.get(0),
        it ->
            it.titled(row.get(1))
                .tagged(Links.tags(Stream.of(row.get(2).split(","))))
                .noted(Links.notes(row.get(3))));
  }
}
