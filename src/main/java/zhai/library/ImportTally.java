package zhai.library;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhai.exchange.Skip;
import zhai.library.ImportReport.Counts;
import zhai.library.ImportReport.Gone;
import zhai.library.ImportReport.Rejection;

/// Counts what becomes of everything that is read, item by item.
final class ImportTally {
  private Counts counts = Counts.NONE;
  private final Map<Skip, Integer> skips = new EnumMap<>(Skip.class);
  private final List<Rejection> failed = new ArrayList<>();
  private final List<Gone> gone = new ArrayList<>();
  private final Set<Long> unread = new LinkedHashSet<>();

  void added() {
    count(new Counts(1, 0, 0, 0, 0));
  }

  void merged() {
    count(new Counts(0, 1, 0, 0, 0));
  }

  void updated() {
    count(new Counts(0, 0, 1, 0, 0));
  }

  void skipped(Skip why, int items) {
    if (items > 0) {
      skips.merge(why, items, Integer::sum);
      count(new Counts(0, 0, 0, items, 0));
    }
  }

  void failed(Rejection rejection) {
    failed.add(rejection);
    count(new Counts(0, 0, 0, 0, 1));
  }

  private void count(Counts more) {
    counts = counts.plus(more);
  }

  /// No item: nothing was read.
  void gone(Gone record) {
    gone.add(record);
  }

  /// The page of a bookmark is not known yet.
  void unread(long id) {
    unread.add(id);
  }

  /// Items so far.
  int read() {
    return counts.read();
  }

  ImportReport report() {
    return new ImportReport(counts, skips, failed, gone, List.copyOf(unread));
  }
}
