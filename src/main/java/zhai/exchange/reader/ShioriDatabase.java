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
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Times;

/// Shiori's own database, `shiori.db`. The excerpt that it keeps is the page's own summary, and no
/// words that somebody picked: it is left out, and so is the text, which is read from the page.
public final class ShioriDatabase implements ImportReader {
  private static final Set<String> TABLES = Set.of("bookmark", "tag", "bookmark_tag");

  // The tables stand in a database's first pages as they were written down.
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE\\s+\"?bookmark\"?\\s*\\([^;]*\\bexcerpt\\b");

  /// Older ones have one time, of which only the name has changed.
  private static final Pattern HAS_CREATED = Pattern.compile("\\bcreated_at\\b");

  private static final String BETWEEN_TAGS = "\u001F";

  @Override
  public boolean recognises(Beginning beginning) {
    return beginning.isSqlite() && TABLE.matcher(beginning.bytes()).find();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Place place = new Place(in.name(), 0);
    boolean newer = HAS_CREATED.matcher(in.beginning().bytes()).find();
    String query = rows(newer ? "created_at" : "modified");
    @Nullable String complaint = in.rows(TABLES, query, row -> sink.accept(place, item(row)));
    if (complaint != null) {
      sink.accept(place, ImportLine.Rejected.of(complaint));
    }
  }

  private static String rows(String time) {
    return """
    SELECT url, title, %s,
      (SELECT group_concat(name, char(31)) FROM tag JOIN bookmark_tag ON tag_id = tag.id
        WHERE bookmark_id = bookmark.id)
    FROM bookmark ORDER BY id\
    """
        .formatted(time);
  }

  private static ImportLine item(List<String> row) {
    return Links.read(
        row.get(0),
        it ->
            it.titled(row.get(1))
                .tagged(Links.tags(Stream.of(row.get(3).split(BETWEEN_TAGS))))
                .standing(new Standing(Times.parse(row.get(2)), null, null, false)));
  }
}
