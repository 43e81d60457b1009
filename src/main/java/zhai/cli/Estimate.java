package zhai.cli;

import java.time.Duration;
import java.time.Instant;

/// How much longer something takes that is done piece by piece, as far as the pieces so far tell.
///
/// @param begun when the first piece was begun
record Estimate(Instant begun) {
  /// Pieces below which nothing is said: the first ones mostly wait for names and connections.
  private static final int MIN_DONE = 5;

  /// `, about 3 min left`; empty while nobody can tell, and at the end.
  String left(Instant now, int done, int all) {
    if (done < MIN_DONE || done >= all) {
      return "";
    }
    Duration spent = Duration.between(begun, now);
    long seconds = spent.toMillis() * (all - done) / done / 1_000;
    return ", about " + (seconds < 90 ? Math.max(1, seconds) + " s" : minutes(seconds)) + " left";
  }

  private static String minutes(long seconds) {
    long minutes = (seconds + 30) / 60;
    return minutes < 90 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
