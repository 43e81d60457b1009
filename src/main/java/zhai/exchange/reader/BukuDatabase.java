package zhai.exchange.reader;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;

/// buku's own database, `bookmarks.db`.
///
/// This room opens no databases: an import into a library has the rows read where databases are at
/// home, and asks here what a row says ([#item]).
public final class BukuDatabase implements ImportReader {
  // The tables stand in a database's first page as they were written down.
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE\\s+\"?bookmarks\"?\\s*\\([^)]*\\bmetadata\\b");

  @Override
  public boolean recognises(Beginning beginning) {
    return beginning.isSqlite() && TABLE.matcher(beginning.bytes()).find();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    sink.accept(
        new Place(in.name(), 0),
        ImportLine.Rejected.of("A database is read by an import into a library only."));
  }

  /// What a row of the table says.
  ///
  /// @param tags between commas, `,a,b,`
  public static ImportLine item(String url, String title, String tags, String description) {
    return Links.read(
        url,
        it ->
            it.titled(title)
                .tagged(Links.tags(Stream.of(tags.split(","))))
                .noted(Links.notes(description)));
  }
}
