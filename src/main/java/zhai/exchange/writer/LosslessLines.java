package zhai.exchange.writer;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import zhai.exchange.JsonLines;
import zhai.exchange.ReadingList;
import zhai.model.Dossier;
import zhai.model.Entry;

/// Everything, lossless: a {@link JsonLines} line for each bookmark, by number whatever the list's
/// order, one bookmark in memory at a time.
public final class LosslessLines implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    List<Entry> byNumber =
        list.entries().stream()
            .sorted(Comparator.comparingLong(entry -> entry.bookmark().id()))
            .toList();
    for (Entry entry : byNumber) {
      Optional<Dossier> dossier = list.whole().of(entry);
      if (dossier.isPresent()) {
        out.append(JsonLines.write(dossier.get())).append('\n');
      }
    }
  }
}
