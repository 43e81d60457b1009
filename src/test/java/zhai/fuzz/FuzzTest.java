package zhai.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reads the seeds of every target, and inputs that are bent from them: an answer or a refusal
/// comes of each. An input that is a fault is printed in Base64, to become a seed when it is
/// mended.
@Timeout(value = 1, unit = TimeUnit.HOURS)
class FuzzTest {
  private static final int MUTATIONS = Integer.getInteger("zhai.mutations", 500);
  private static final long SEED = Long.getLong("zhai.seed", 20260104);
  private static final int MOST_FAULTS = 3;

  @ParameterizedTest
  @EnumSource
  void answersOrRefusesWhateverComes(FuzzTarget target) throws Exception {
    List<byte[]> seeds = target.seeds();
    Mutations mutations = new Mutations(seeds, SEED);
    List<String> faults = new ArrayList<>();
    long slowest = 0;
    for (int i = 0; i < seeds.size() + MUTATIONS && faults.size() < MOST_FAULTS; i++) {
      byte[] input = i < seeds.size() ? seeds.get(i) : mutations.next();
      long start = time();
      try {
        target.read(input);
      } catch (RuntimeException | StackOverflowError e) {
        faults.add(e + " at " + e.getStackTrace()[0] + " of " + base64(input));
      }
      slowest = Math.max(slowest, time() - start);
    }
    System.out.printf(
        "suite fuzz: %s, %,d seeds, %,d inputs bent from them, slowest %,d ms, %d faults%n",
        target.label(), seeds.size(), MUTATIONS, slowest / 1_000_000, faults.size());
    assertEquals(List.of(), faults);
  }

  /// Processor time of this thread: what else the machine does is no fault of an input.
  private static long time() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String base64(byte[] input) {
    return Base64.getEncoder().encodeToString(input);
  }
}
