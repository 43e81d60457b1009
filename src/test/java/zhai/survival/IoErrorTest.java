package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// The disk fails: the n-th time that the program writes to the library, syncs it or cuts it, the
/// system answers with an error, which `strace` puts in the place of the call.
class IoErrorTest {
  private static final int ERRORS = Integer.getInteger("zhai.ioErrors", 6);
  private static final Ledger.Words WORDS =
      new Ledger.Words("picked", Afterwards.WORD + " note", "error");

  @TempDir(factory = InMemory.class)
  Path folder;

  private record Fault(String call, String error, int nth) {
    static Fault any(Random random) {
      return switch (random.nextInt(3)) {
        case 0 -> new Fault("fsync,fdatasync", error(random), 1 + random.nextInt(4));
        case 1 -> new Fault("pwrite64", error(random), 1 + random.nextInt(60));
        default -> new Fault("ftruncate", error(random), 1 + random.nextInt(3));
      };
    }

    private static String error(Random random) {
      return random.nextBoolean() ? "EIO" : "ENOSPC";
    }

    /// What goes before a command so that it meets the fault.
    List<String> launcher(List<Path> files) {
      Stream<String> start =
          Stream.of(
              "strace",
              "-f",
              "-qq",
              "-o",
              "/dev/null",
              "-e",
              "trace=" + call,
              "-e",
              "inject=%s:error=%s:when=%d".formatted(call, error, nth));
      return Stream.concat(start, files.stream().flatMap(it -> Stream.of("-P", it.toString())))
          .toList();
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void anErrorOfTheDiskIsNamedAndNothingIsLost() throws Exception {
    assumeTrue(Syscall.canBeRecorded(), "strace can't put errors in the place of calls here");
    Random random = new Random(20260104);
    int refused = 0;
    for (int i = 0; i < ERRORS; i++) {
      refused += meet(Fault.any(random), i) ? 1 : 0;
    }
    System.out.printf(
        "suite I/O errors: %d injected, %d refused in one sentence, 0 lost, 0 unsound, 0 stuck%n",
        ERRORS, refused);
    assertTrue(refused > 0);
  }

  /// @return whether the command gave up
  private boolean meet(Fault fault, int number) throws Exception {
    Path library = folder.resolve("zhai" + number);
    Ledger ledger = new Ledger();
    try (TestWeb web = new TestWeb()) {
      Zhai zhai = new Zhai(library, web);
      ledger.enter(zhai.run(add(0).toArray(String[]::new)).out().lines().toList(), WORDS);
      byte[] backup = backUp(zhai, number);
      List<Path> files =
          Stream.of("library.db", "library.db-wal", "library.db-shm")
              .map(library::resolve)
              .toList();
      boolean refused;
      try (Child child =
          Child.zhaiUnder(fault.launcher(files), List.of(), library, command(number))) {
        refused = child.code() != 0;
        ledger.enter(child.lines(), WORDS);
        assertClear(child.errors(), refused, fault);
      }
      assertTrue(Arrays.equals(backup, Files.readAllBytes(backupFile(number))));
      Afterwards afterwards = Afterwards.of(zhai, ledger);
      assertTrue(afterwards.isWellOrHealed(), fault + ": " + afterwards);
      return refused;
    }
  }

  private static void assertClear(String errors, boolean refused, Fault fault) {
    List<String> sentences = errors.lines().filter(it -> it.startsWith("zhai: ")).toList();
    assertTrue(!refused || sentences.size() == 1, fault + ": " + errors);
    boolean plain = !errors.contains("should not have happened") && !errors.contains("\tat ");
    assertTrue(plain, fault + ": " + errors);
  }

  private List<String> command(int number) {
    return switch (number % 4) {
      case 0 -> add(1);
      case 1 -> List.of("note", "1", "-n", "another");
      case 2 -> List.of("tag", "1", "another");
      default -> List.of("edit", "1", "--title", "another");
    };
  }

  private static List<String> add(int page) {
    List<String> command =
        new ArrayList<>(List.of("add", "--no-fetch", "https://blog.example.org/" + page));
    command.addAll(List.of(WORDS.asOptions()));
    return command;
  }

  private byte[] backUp(Zhai zhai, int number) throws Exception {
    assertEquals(0, zhai.run("backup", backupFile(number).toString()).code());
    return Files.readAllBytes(backupFile(number));
  }

  private Path backupFile(int number) {
    return folder.resolve("backup%d.db".formatted(number));
  }
}
