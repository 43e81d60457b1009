package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/// When processes of the program may be stopped: at any moment of their lives but for the first
/// half of it, in which Java starts, and a little after their end.
///
/// How long a deed takes is learned on the way, since other work on the machine comes and goes.
final class Moments {
  private final Random random = new Random(Long.getLong("zhai.seed", 20260104));
  private final Map<Deed, Long> wholeMillis = new EnumMap<>(Deed.class);

  /// Runs each deed once, undisturbed, in the folder.
  Moments(Map<Deed, Rehearsal> rehearsals, Path folder) throws Exception {
    for (Rehearsal rehearsal : rehearsals.values()) {
      Deed deed = rehearsal.deed();
      Stage stage = rehearsal.stage().copyTo(folder.resolve("timed-" + deed));
      long start = System.nanoTime();
      try (Child child =
          Child.zhai(stage.library(), deed.arguments(stage).toArray(String[]::new))) {
        assertEquals(0, child.code(), child.errors());
      }
      wholeMillis.put(deed, millisSince(start));
    }
  }

  /// Waits for a moment in the life of a process that does the deed.
  ///
  /// @return whether it still lives
  boolean await(Deed deed, Child child) throws InterruptedException {
    long start = System.nanoTime();
    boolean ended = child.endsWithin(any(deed));
    learn(deed, millisSince(start), ended);
    return !ended;
  }

  private synchronized long any(Deed deed) {
    long whole = wholeMillis.getOrDefault(deed, 1000L);
    return random.nextLong(whole / 2, whole + whole / 10 + 1);
  }

  private synchronized void learn(Deed deed, long millis, boolean ended) {
    wholeMillis.merge(deed, millis, (known, now) -> ended ? now : Math.max(known, now));
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
