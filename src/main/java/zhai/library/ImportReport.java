package zhai.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhai.exchange.ImportLine;
import zhai.exchange.Place;
import zhai.exchange.RetryLines;
import zhai.exchange.Skip;

/// What became of everything that was read in an import: every item is in exactly one of the
/// counts.
///
/// @param skips how many of the skipped were skipped why
/// @param failed items that could not be taken in, in the order they were read
/// @param gone what stood in a file of notes before and doesn't any more; nothing was read, so it
///   is in no count
/// @param unread bookmarks whose page is not known yet, in the order of the files
public record ImportReport(
    Counts counts,
    Map<Skip, Integer> skips,
    List<Rejection> failed,
    List<Gone> gone,
    List<Long> unread) {
  public ImportReport {
    skips = skips.isEmpty() ? Map.of() : new EnumMap<>(skips);
    failed = List.copyOf(failed);
    gone = List.copyOf(gone);
    unread = List.copyOf(unread);
  }

  /// Both reports as one.
  public ImportReport plus(ImportReport more) {
    Map<Skip, Integer> allSkips = new EnumMap<>(Skip.class);
    allSkips.putAll(skips);
    more.skips.forEach((why, count) -> allSkips.merge(why, count, Integer::sum));
    return new ImportReport(
        counts.plus(more.counts),
        allSkips,
        joined(failed, more.failed),
        joined(gone, more.gone),
        joined(unread, more.unread));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /// Whether the library is not as it was.
  public boolean hasNews() {
    return counts.added + counts.merged + counts.updated + gone.size() > 0;
  }

  /// Writes what failed as lines that can be imported again, in place of what was there.
  public void writeFailed(Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    failed.forEach(one -> lines.append(RetryLines.write(one.place(), one.line())).append('\n'));
    WholeFile.write(file, out -> out.write(lines.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /// How many items came to what.
  ///
  /// @param added bookmarks that are new
  /// @param merged items that brought something new to a bookmark that was there
  /// @param updated records of notes that have changed since they were read last
  /// @param skipped items with nothing new, or nothing to keep
  /// @param failed items that could not be taken in
  public record Counts(int added, int merged, int updated, int skipped, int failed) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts plus(Counts more) {
      return new Counts(
          added + more.added,
          merged + more.merged,
          updated + more.updated,
          skipped + more.skipped,
          failed + more.failed);
    }

    /// Items that were read; empty lines are none.
    public int read() {
      return added + merged + updated + skipped + failed;
    }
  }

  /// An item that was not taken in.
  public record Rejection(Place place, ImportLine.Rejected line) {
    /// One sentence.
    public String reason() {
      return line.reason();
    }
  }

  /// A record that stood in a file of notes.
  ///
  /// @param id the bookmark's; it keeps what the record said
  public record Gone(String file, int line, long id) {}
}
