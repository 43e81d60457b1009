package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/// When processes of the program may be stopped: at any moment from when Java has begun to start,
/// in which most would fall otherwise, to a little after the end of an undisturbed run.
final class Moments {
  private final Random random = new Random(Long.getLong("zhai.seed", 20260104));
  private final Map<Deed, Long> wholeMillis = new EnumMap<>(Deed.class);
  private final long startMillis;

  /// Runs each deed once, undisturbed, in the folder.
  Moments(Map<Deed, Rehearsal> rehearsals, Path folder) throws Exception {
    startMillis = millis(folder.resolve("nowhere"), "--version");
    for (Rehearsal rehearsal : rehearsals.values()) {
      Deed deed = rehearsal.deed();
      Stage stage = rehearsal.stage().copyTo(folder.resolve("timed-" + deed));
      String[] arguments = deed.arguments(stage).toArray(String[]::new);
      wholeMillis.put(deed, millis(stage.library(), arguments));
    }
  }

  private static long millis(Path library, String... arguments) throws Exception {
    long start = System.nanoTime();
    try (Child child = Child.zhai(library, arguments)) {
      assertEquals(0, child.code(), child.errors());
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  /// Milliseconds after the start.
  long any(Deed deed) {
    long whole = Math.max(startMillis, wholeMillis.getOrDefault(deed, startMillis));
    return random.nextLong(startMillis / 2, whole + whole / 10);
  }
}
