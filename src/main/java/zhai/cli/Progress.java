package zhai.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Says how far a long work has come, how fast it goes and about how much longer it takes, in a
/// line on a terminal that the next one replaces:
///
/// `[███░░░░░░░░░] indexing 24,300 of 100,000, 4,860 a second, about 15 s left`
///
/// It may be told of every piece: a terminal that shows more than ten lines a second costs time and
/// helps nobody. Off a terminal it says nothing.
final class Progress {
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final int BAR = 12;

  private final Printer printer;
  private final InstantSource clock;
  private Estimate estimate;
  private @Nullable Instant shown;

  Progress(Session session) {
    this(session.printer(), session.parts().clock());
  }

  Progress(Printer printer, InstantSource clock) {
    this.printer = printer;
    this.clock = clock;
    this.estimate = new Estimate(clock.instant());
  }

  /// So many pieces of a work are done; 0 begins another one, and with the last one the line goes.
  ///
  /// @param words with a place for the numbers: `indexing %s`
  synchronized void at(String words, long done, long all) {
    if (done == 0) {
      estimate = new Estimate(clock.instant());
      shown = null;
    }
    if (done >= all) {
      printer.clearProgress();
    } else if (isTime()) {
      Instant now = clock.instant();
      show(
          bar(done, all)
              + words.formatted("%,d of %,d".formatted(done, all))
              + estimate.rate(now, done)
              + estimate.left(now, done, all));
    }
  }

  /// So many items of files were read, nobody knows of how many.
  ///
  /// @param bytes of the files so far; 0 if that can't be told
  /// @param allBytes of all the files
  synchronized void read(long items, long bytes, long allBytes) {
    if (items > 0 && isTime()) {
      Instant now = clock.instant();
      show(
          (bytes > 0 ? bar(bytes, allBytes) : "")
              + "%,d items read".formatted(items)
              + estimate.rate(now, items)
              + estimate.left(now, bytes, allBytes));
    }
  }

  private boolean isTime() {
    return shown == null || !clock.instant().isBefore(shown.plus(BETWEEN));
  }

  private void show(String line) {
    shown = clock.instant();
    printer.progress(line);
  }

  private static String bar(long done, long all) {
    int filled = (int) Math.min(BAR, BAR * done / Math.max(1, all));
    return "[%s%s] ".formatted("█".repeat(filled), "░".repeat(BAR - filled));
  }
}
