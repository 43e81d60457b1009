package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;
import zhai.store.Store;

/// One bit of the truth turns over, anywhere. `check --read-data` names it, or nothing that the
/// program can tell is different.
@Timeout(value = 2, unit = TimeUnit.HOURS)
class BitRotTest {
  private static final int FLIPS = Integer.getInteger("zhai.flips", 40);

  @TempDir Path folder;
  private Path library;
  private TestWeb web;
  private Zhai zhai;
  private byte[] database = {};
  private String told = "";

  @BeforeEach
  void fill() throws IOException {
    Path made = GoldenLibrary.make(folder);
    library = made.getParent();
    web = new TestWeb();
    zhai = new Zhai(library, web);
    addPages();
    database = Files.readAllBytes(made);
    told = GoldenLibrary.told(zhai);
  }

  /// A small library is mostly empty pages, where a bit means nothing.
  private void addPages() {
    for (int i = 0; i < 12; i++) {
      String url = "blog.example.org/long/" + i;
      String page = TEXT.formatted(i).repeat(40 + i);
      web.article(url, "第%d篇长文".formatted(i), page);
      zhai.run("add", "https://" + url, "-n", page, "-x", "先完成再完美", "-t", "long");
    }
  }

  private static final String TEXT = "Passage %d: 检索片段与模型内部知识冲突时，先完成再完美。 ";

  @AfterEach
  void stopTheWeb() {
    web.close();
  }

  /// What came of a flipped bit.
  private enum Outcome {
    /// Named as damage.
    FOUND,
    /// Not named, and everything is as it was: a bit that means nothing.
    HARMLESS,
    /// Not named although the program tells something else than before.
    MISSED
  }

  @Test
  void namesEveryBitOfTheDatabaseThatMeansSomething() throws IOException {
    Random random = new Random(20260104);
    Map<Outcome, List<BitFlip>> outcomes = new EnumMap<>(Outcome.class);
    for (int i = 0; i < FLIPS; i++) {
      BitFlip flip = BitFlip.in(intact(), random);
      outcomes.computeIfAbsent(outcome(), _ -> new ArrayList<>()).add(flip);
    }
    report("the database", outcomes);
    assertEquals(List.of(), outcomes.getOrDefault(Outcome.MISSED, List.of()));
  }

  private Path intact() throws IOException {
    for (String ending : List.of("-wal", "-shm", "-journal")) {
      Files.deleteIfExists(library.resolve("library.db" + ending));
    }
    return Files.write(library.resolve("library.db"), database);
  }

  private Outcome outcome() {
    Zhai.Ran check = zhai.run("check", "--read-data");
    if (isNamed(check)) {
      return Outcome.FOUND;
    }
    return GoldenLibrary.told(zhai).equals(told) ? Outcome.HARMLESS : Outcome.MISSED;
  }

  /// Damage that was found, a file that is no library (10) or one of another format (12); never an
  /// accident of the program.
  private static boolean isNamed(Zhai.Ran check) {
    assertTrue(
        List.of(0, 1, 10, 12).contains(check.code())
            && !check.err().contains("should not have happened"),
        check::toString);
    return check.code() != 0 || check.err().contains("lacks the last changes");
  }

  private static void report(String what, Map<Outcome, List<BitFlip>> outcomes) {
    System.out.printf(
        "suite restore: %d bits flipped in %s, %d found, %d harmless, %d missed%n",
        FLIPS,
        what,
        outcomes.getOrDefault(Outcome.FOUND, List.of()).size(),
        outcomes.getOrDefault(Outcome.HARMLESS, List.of()).size(),
        outcomes.getOrDefault(Outcome.MISSED, List.of()).size());
  }

  /// SQLite takes a damaged page of its log for the end of the log: the last changes are gone as if
  /// they had not been. The index, which had followed them, tells.
  @Test
  void namesEveryBitOfTheLogThatMeansSomething() throws IOException {
    Path log = library.resolve("library.db-wal");
    byte[] before;
    byte[] logged;
    try (Store _ = Store.open(library.resolve("library.db"))) {
      zhai.run("edit", "2", "--star");
      zhai.run("note", "2", "-n", "in the log only");
      zhai.run("search", "log");
      told = GoldenLibrary.told(zhai);
      before = Files.readAllBytes(library.resolve("library.db"));
      logged = Files.readAllBytes(log);
    }
    Path lucene = library.resolve("lucene");
    Path kept = folder.resolve("lucene-kept");
    copyFolder(lucene, kept);
    Random random = new Random(20260104);
    Map<Outcome, List<BitFlip>> outcomes = new EnumMap<>(Outcome.class);
    database = before;
    for (int i = 0; i < FLIPS; i++) {
      intact();
      Files.write(log, logged);
      copyFolder(kept, lucene);
      BitFlip flip = BitFlip.in(log, random);
      outcomes.computeIfAbsent(outcome(), _ -> new ArrayList<>()).add(flip);
    }
    report("the log", outcomes);
    assertEquals(List.of(), outcomes.getOrDefault(Outcome.MISSED, List.of()));
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }

  /// Either it is sound afterwards, or it says that it is not; the file as it was is kept, to the
  /// byte.
  @Test
  void repairsOnlyAfterItKeptTheFileAsItWas() throws IOException {
    Random random = new Random(20260105);
    int repaired = 0;
    for (int i = 0; i < FLIPS / 2; i++) {
      BitFlip.in(intact(), random);
      byte[] damaged = Files.readAllBytes(library.resolve("library.db"));
      Path kept = library.resolve("before-repair-%d.db".formatted(Zhai.NOW.getEpochSecond()));
      Files.deleteIfExists(kept);
      Zhai.Ran repair = zhai.run("check", "--repair");
      if (repair.out().contains("repaired  ")) {
        assertArrayEquals(damaged, Files.readAllBytes(kept));
      }
      if (repair.out().contains("repaired  ") && repair.code() == 0) {
        assertEquals("The library is sound.\n", zhai.run("check", "--read-data").out());
        repaired++;
      } else if (!repair.out().equals("The library is sound.\n")) {
        assertNotEquals(0, repair.code(), repair::toString);
      }
    }
    System.out.printf("suite restore: %d of %d damaged libraries repaired%n", repaired, FLIPS / 2);
  }
}
