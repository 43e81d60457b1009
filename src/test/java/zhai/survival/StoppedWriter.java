package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A process that took the write lock of a library and was then stopped (SIGSTOP), as by Ctrl-Z or
/// a laptop's debugger, and one that waits for it.
final class StoppedWriter implements AutoCloseable {
  private static final String POINT = "lock taken";
  private static final int LOCKED = 11;

  /// Far more than the 30 s that a command waits: what takes longer hangs.
  private static final long LIMIT_SECONDS = 120;

  private final Path library;
  private final Child stopped;
  private final Child waiting;
  private final CompletableFuture<Process> answer;

  private StoppedWriter(Path library, Child stopped) throws IOException {
    this.library = library;
    this.stopped = stopped;
    this.waiting = Child.zhai(library, "add", "--no-fetch", "https://example.org/waiting");
    this.answer = waiting.process().onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
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
    assertEquals(LOCKED, answer.join().exitValue());
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
