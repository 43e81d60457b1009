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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;
import zhai.survival.MixedWork.Role;

/// Many processes work on one library at once: eight write, half of what they add being the same
/// pages, while others build the index anew, make backups and search.
class ManyProcessesTest {
  private static final int WRITERS = 8;
  private static final int ROUNDS = Integer.getInteger("zhai.rounds", 3);

  @TempDir Path folder;
  private final List<String> failures = new ArrayList<>();
  private long longestMillis;
  private int commands;

  @Test
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "can't stop a process")
  void eightWritersAndThreeOthersLoseNothingAndWaitForNoStoppedStranger() throws Exception {
    Path other = folder.resolve("other/library");
    Path library = folder.resolve("library");
    begin(other);
    begin(library);
    try (StoppedWriter stopped = StoppedWriter.on(other)) {
      workAtOnce(library);
      stopped.isNamedToWhoeverWaits();
    }
  }

  private static void begin(Path library) throws IOException {
    run(library, "add", "--no-fetch", "https://example.org/first");
  }

  private static String run(Path library, String... arguments) throws IOException {
    try (TestWeb web = new TestWeb()) {
      Zhai.Ran ran = new Zhai(library, web).run(arguments);
      assertEquals(0, ran.code(), ran.err());
      return ran.out();
    }
  }

  private void workAtOnce(Path library) throws Exception {
    List<Child> all = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      all.add(worker(library, Role.WRITER, writer, ROUNDS));
    }
    int fewer = Math.min(ROUNDS, 20);
    for (Role role : List.of(Role.REINDEXER, Role.KEEPER, Role.SEARCHER)) {
      all.add(worker(library, role, 0, fewer));
    }
    for (Child child : all) {
      try (child) {
        take(child);
      }
    }
    System.out.printf(
        "suite processes: %d writers, reindex, backup and search at once, %,d operations in %,d"
            + " commands, %d failed, longest %,d ms%n",
        WRITERS,
        WRITERS * ROUNDS * MixedWork.OPERATIONS_IN_A_ROUND,
        commands,
        failures.size(),
        longestMillis);
    assertEquals(List.of(), failures);
    assertAllIsThereOnce(library);
    assertBackupIsWhole(library);
  }

  private static Child worker(Path library, Role role, int number, int rounds) throws IOException {
    return Child.of(MixedWork.class, library, role.name(), "" + number, "" + rounds);
  }

  private void take(Child child) throws IOException, InterruptedException {
    assertEquals(0, child.code(), child.errors());
    child.errors().lines().forEach(failures::add);
    for (String line : child.lines()) {
      longestMillis = Math.max(longestMillis, Long.parseLong(line.split(" ")[1]));
      commands++;
    }
  }

  private static void assertAllIsThereOnce(Path library) throws IOException {
    try (TestWeb web = new TestWeb()) {
      Afterwards afterwards = Afterwards.of(new Zhai(library, web), new Ledger());
      assertTrue(afterwards.isWell(), afterwards.toString());
    }
    Map<String, Set<String>> notes =
        Kept.parse(run(library, "list", "--json", "--limit", "1000000")).stream()
            .filter(kept -> !kept.notes().isEmpty())
            .collect(Collectors.toMap(Kept::url, kept -> Set.copyOf(kept.notes())));
    assertEquals(expectedNotes(), notes);
  }

  private static Map<String, Set<String>> expectedNotes() {
    return IntStream.range(0, WRITERS)
        .boxed()
        .flatMap(writer ->
            IntStream.range(0, ROUNDS).boxed().flatMap(round -> MixedWork.notesOf(writer, round)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  private static void assertBackupIsWhole(Path library) throws IOException {
    Path restored = library.resolveSibling("restored");
    run(restored, "restore", library.resolveSibling("backup-0.db").toString());
    run(restored, "check", "--read-data");
  }
}
