package zhai.exchange.reader;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.reader.CsvRows.Row;
import zhai.model.ReadingState;

/// What Pocket sent to its users before it closed: `title,url,time_added,tags,status`, tags
/// separated by `|`.
public final class PocketCsv implements ImportReader {
  @Override
  public boolean recognises(Beginning beginning) {
    return CsvRows.header(beginning.text()).containsAll(List.of("url", "time_added", "status"));
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    CsvRows.read(in, sink, PocketCsv::item);
  }

  private static ImportLine item(Row row) {
    return Links.read(
        row.words("url"),
        it ->
            it.titled(row.words("title"))
                .tagged(Links.tags(row.labels("tags")))
                .standing(
                    new Standing(row.time("time_added"), null, state(row.words("status")), false)));
  }

  private static @Nullable ReadingState state(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return status.equalsIgnoreCase("archive") ? ReadingState.READ : ReadingState.UNREAD;
  }
}
