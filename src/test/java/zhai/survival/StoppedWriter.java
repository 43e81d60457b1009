package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A process that took the write lock of a library and was then stopped (SIGSTOP), as by Ctrl-Z or
/// a laptop's debugger, and one that waits for it.
final class StoppedWriter implements AutoCloseable {
  private static final String POINT = "lock taken";
  private static final int LOCKED = 11;
  private static final int LIMIT_MILLIS = 45_000;

  private final Path library;
  private final Child stopped;
  private final Child waiting;
  private final long since = System.nanoTime();

  private StoppedWriter(Path library, Child stopped) throws IOException {
    this.library = library;
    this.stopped = stopped;
    this.waiting = Child.zhai(library, "add", "--no-fetch", "https://example.org/waiting");
  }

  /// Stops one on a library that is there already.
  static StoppedWriter on(Path library) throws IOException, InterruptedException {
    Child holder =
        Child.watched(
            library,
            List.of("-D%s=%s".formatted(Reached.STAND, POINT)),
            List.of("add", "--no-fetch", "https://example.org/stopped"));
    while (!holder.reached().contains(POINT)) {
      assertTrue(!holder.endsWithin(20), () -> "it ended before it had the lock");
    }
    holder.signal("STOP");
    return new StoppedWriter(library, holder);
  }

  /// Whoever only reads, or copies, goes on; whoever writes is told for whom it waits, in time; and
  /// once the stopped process has ended the library is as ever.
  void isNamedToWhoeverWaits() throws IOException, InterruptedException {
    for (String command : List.of("list", "search a", "status", "export", "check")) {
      assertCode(0, command);
    }
    assertEquals(LOCKED, waiting.code());
    assertTrue((System.nanoTime() - since) / 1_000_000 < LIMIT_MILLIS);
    assertEquals(
        "zhai: Process %d (add --no-fetch https://example.org/stopped) is writing to %s (waited 30 s)."
                .formatted(stopped.process().pid(), library.resolve("library.db"))
            + " Try again when it is done; if it hangs, end it: what it stored is safe.",
        waiting.errors().strip());
    stopped.kill();
    assertCode(0, "add --no-fetch https://example.org/waiting");
    assertCode(0, "check --read-data");
  }

  private void assertCode(int code, String command) throws IOException, InterruptedException {
    try (Child child = Child.zhai(library, command.split(" "))) {
      assertEquals(code, child.code(), () -> command);
    }
  }

  @Override
  public void close() throws IOException {
    stopped.close();
    waiting.close();
  }
}
