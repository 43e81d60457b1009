package zhai.cli;

import java.time.Duration;
import java.time.Instant;

/// How fast something goes that is done piece by piece, and how much longer it takes, as far as the
/// pieces so far tell.
///
/// @param begun when the first piece was begun
record Estimate(Instant begun) {
  /// Pieces below which nothing is said: the first ones mostly wait for names and connections.
  private static final int MIN_DONE = 5;

  /// `, 1,200 a second`; empty in the first second, and where it is less than one.
  String rate(Instant now, long done) {
    long millis = millis(now);
    long rate = millis < 1_000 ? 0 : done * 1_000 / millis;
    return rate < 1 ? "" : ", %,d a second".formatted(rate);
  }

  /// `, about 3 min left`; empty while nobody can tell, and at the end.
  ///
  /// @param done pieces, or bytes
  String left(Instant now, long done, long all) {
    if (done < MIN_DONE || done >= all) {
      return "";
    }
    long seconds = (long) ((double) millis(now) * (all - done) / done / 1_000);
    return ", about " + (seconds < 90 ? Math.max(1, seconds) + " s" : minutes(seconds)) + " left";
  }

  private long millis(Instant now) {
    return Duration.between(begun, now).toMillis();
  }

  private static String minutes(long seconds) {
    long minutes = (seconds + 30) / 60;
    return minutes < 90 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
