package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// Many processes add to one library at once, half of what they add being the same pages.
class ManyProcessesTest {
  private static final int WRITERS = 8;
  private static final int ADDITIONS = Integer.getInteger("zhai.additions", 6);
  private static final int ONE_SHOT_ADDITIONS = Integer.getInteger("zhai.oneShotAdditions", 2);

  @TempDir Path folder;

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void eightProcessesLoseNothingAndDoubleNothing() throws Exception {
    List<Child> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(Child.of(RepeatedAdd.class, folder, "" + writer, "" + ADDITIONS));
    }
    long longest = 0;
    int failures = 0;
    for (Child child : writers) {
      try (child) {
        assertEquals(0, child.code(), child.errors());
        assertEquals("", child.errors());
        for (String line : child.lines()) {
          String[] codeAndMillis = line.split(" ");
          failures += codeAndMillis[0].equals("0") ? 0 : 1;
          longest = Math.max(longest, Long.parseLong(codeAndMillis[1]));
        }
      }
    }
    System.out.printf(
        "many processes: %d x %d additions, %d failures, longest wait %d ms%n",
        WRITERS, ADDITIONS, failures, longest);
    assertEquals(0, failures);
    assertAllIsThereOnce(ADDITIONS);
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void soDoProcessesThatAddOneEach() throws Exception {
    long longest = 0;
    for (int i = 0; i < ONE_SHOT_ADDITIONS; i++) {
      long start = System.nanoTime();
      for (Child child : oneShotOfEachWriter(i)) {
        try (child) {
          assertEquals(0, child.code(), child.errors());
          assertEquals("", child.errors());
        }
      }
      longest = Math.max(longest, (System.nanoTime() - start) / 1_000_000);
    }
    System.out.printf(
        "many processes: %d x %d one-shot additions, 0 failures, slowest eight %d ms%n",
        WRITERS, ONE_SHOT_ADDITIONS, longest);
    assertAllIsThereOnce(ONE_SHOT_ADDITIONS);
  }

  private List<Child> oneShotOfEachWriter(int i) throws IOException {
    List<Child> children = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      children.add(Child.zhai(folder, RepeatedAdd.command(writer, i).toArray(String[]::new)));
    }
    return children;
  }

  private void assertAllIsThereOnce(int additions) throws IOException {
    try (TestWeb web = new TestWeb()) {
      Afterwards afterwards = Afterwards.of(new Zhai(folder, web), new Ledger());
      assertTrue(afterwards.isWell(), afterwards.toString());
      String all = new Zhai(folder, web).run("list", "--json", "--limit", "1000000").out();
      assertEquals(expectedNotes(additions), notes(Kept.parse(all)));
    }
  }

  private static Map<String, Set<String>> notes(List<Kept> library) {
    return library.stream().collect(Collectors.toMap(Kept::url, kept -> Set.copyOf(kept.notes())));
  }

  private static Map<String, Set<String>> expectedNotes(int additions) {
    return IntStream.range(0, WRITERS)
        .boxed()
        .flatMap(writer ->
            IntStream.range(0, additions)
                .mapToObj(i -> Map.entry(canonical(writer, i), RepeatedAdd.note(writer, i))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  private static String canonical(int writer, int i) {
    return RepeatedAdd.command(writer, i).get(1).replaceFirst("\\?.*", "");
  }
}
