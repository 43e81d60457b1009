package zhai.cli;

import zhai.library.Comparison;
import zhai.library.Visit;

/// Counts what became of pages that were read anew from what was kept.
final class RereadTally {
  private final int notKept;
  private int read;
  private int renewed;
  private int beside;
  private int failed;

  /// @param notKept bookmarks of which there is nothing to read
  RereadTally(int notKept) {
    this.notKept = notKept;
  }

  void count(Visit visit) {
    read++;
    Visit.Outcome outcome = visit.outcome();
    if (outcome == null) {
      failed++;
    } else if (outcome.comparison().takesPlace()) {
      renewed++;
    } else if (!(outcome.comparison() instanceof Comparison.Same)) {
      beside++;
    }
  }

  /// Those that are no article by what is known now.
  int failed() {
    return failed;
  }

  String line() {
    return "%,d read anew: %,d renewed · %,d as they were · %,d worse, kept beside · %,d failed%s"
        .formatted(
            read,
            renewed,
            read - renewed - beside - failed,
            beside,
            failed,
            notKept == 0 ? "" : " (of %,d more nothing is kept)".formatted(notKept));
  }
}
