package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/// When processes of the program may be stopped: at any moment of their lives but for the first
/// half of it, in which Java starts, and until their end.
///
/// A moment is so much work that the process has done, by its time on a processor: other work on
/// the machine comes and goes, and by the clock it would be stopped before it began.
final class Moments {
  private final Random random = new Random(Long.getLong("zhai.seed", 20260104));
  private final Map<Deed, Long> wholeMillis = new EnumMap<>(Deed.class);

  /// Runs each deed once, undisturbed, in the folder.
  Moments(Map<Deed, Rehearsal> rehearsals, Path folder) throws Exception {
    for (Rehearsal rehearsal : rehearsals.values()) {
      Deed deed = rehearsal.deed();
      Stage stage = rehearsal.stage().copyTo(folder.resolve("timed-" + deed));
      try (Child child =
          Child.zhai(stage.library(), deed.arguments(stage).toArray(String[]::new))) {
        assertTrue(!awaitWork(deed, child, Long.MAX_VALUE));
        assertEquals(0, child.code(), child.errors());
      }
    }
  }

  /// Waits for a moment in the life of a process that does the deed.
  ///
  /// @return whether it still lives
  boolean await(Deed deed, Child child) throws InterruptedException {
    return awaitWork(deed, child, any(deed));
  }

  private boolean awaitWork(Deed deed, Child child, long millis) throws InterruptedException {
    long done = 0;
    while (!child.endsWithin(1)) {
      done = Math.max(done, child.workedMillis());
      if (done >= millis) {
        return true;
      }
    }
    learn(deed, done);
    return false;
  }

  private synchronized long any(Deed deed) {
    long whole = wholeMillis.getOrDefault(deed, 1000L);
    return random.nextLong(whole / 2, whole + whole / 20 + 1);
  }

  private synchronized void learn(Deed deed, long millis) {
    wholeMillis.put(deed, millis);
  }
}
