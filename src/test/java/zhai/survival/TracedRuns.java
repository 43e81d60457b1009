package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import zhai.loopback.TestWeb;

/// Runs of the program in one folder, one after the other, and all that they told the system.
///
/// @param held what stood in the folder before the first
record TracedRuns(Path folder, Image held, List<Run> runs) {

  /// A command to run.
  ///
  /// @param inOneGo whether all of it is there or nothing
  /// @param words what is given with the addresses that it calls stored
  record Step(boolean inOneGo, Ledger.Words words, List<String> command) {}

  /// A command that ran to its end.
  ///
  /// @param calls what it told the system
  /// @param before what a person had before it
  /// @param after what a person had after it
  record Run(Step step, List<Syscall> calls, Portrait before, Portrait after) {

    /// The first call after which the person could know that all is done.
    int acknowledgement() {
      for (int i = calls.size() - 1; i >= 0; i--) {
        if (prints(calls.get(i))) {
          return i;
        }
      }
      return calls.size();
    }

    static boolean prints(Syscall call) {
      return call.name().equals("write") && call.descriptor() <= 2;
    }
  }

  /// Runs the steps in `disk` below a folder, in which the library is `zhai`.
  ///
  /// @param classes folders of classes that go before the program's own
  static TracedRuns of(Path place, TestWeb web, List<Path> classes, List<Step> steps)
      throws IOException, InterruptedException {
    Path folder = place.resolve("disk");
    Files.createDirectories(folder);
    TracedRuns traced = new TracedRuns(folder, Image.of(folder), new ArrayList<>());
    Portrait before = portrait(folder, place, web);
    for (Step step : steps) {
      Path log = place.resolve("calls");
      try (Child child =
          Child.zhaiUnder(Syscall.recording(log), classes, folder.resolve("zhai"), step.command)) {
        assertEquals(0, child.code(), step + ": " + child.errors());
      }
      Portrait after = portrait(folder, place, web);
      traced.runs.add(new Run(step, Syscall.read(log), before, after));
      before = after;
    }
    return traced;
  }

  /// Looking at a library writes to it; what is traced must not change but by the runs.
  private static Portrait portrait(Path folder, Path place, TestWeb web) throws IOException {
    return Portrait.of(Image.of(folder).writeTo(place.resolve("copy")), web);
  }

  /// The disk before the first run.
  CrashDisk disk() {
    CrashDisk disk = new CrashDisk(folder);
    held.files().forEach((name, bytes) -> disk.hold(folder.resolve(name), bytes));
    return disk;
  }

  /// A disk that followed all the calls holds what the runs left.
  void assertFollowed(CrashDisk disk) throws IOException {
    Map<String, byte[]> real = Image.of(folder).files();
    Map<String, byte[]> seen = disk.seen().files();
    assertEquals(real.keySet(), seen.keySet());
    real.forEach((name, bytes) -> assertArrayEquals(bytes, seen.get(name), name));
  }
}
