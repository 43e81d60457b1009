package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// Backups are taken while eight others write. What was acknowledged before a backup began is in
/// it, nothing in it is half, and put in another place it tells, to the character, what it holds.
@Timeout(value = 2, unit = TimeUnit.HOURS)
class BackupUnderLoadTest {
  private static final int WRITERS = 8;
  private static final int BACKUPS = Integer.getInteger("zhai.backups", 3);

  @TempDir Path folder;

  /// Adds with all that a person gives, one after the other, until the backups are done.
  private final class Writer implements Runnable {
    private final Zhai zhai;
    private final int number;
    private final Set<String> acknowledged = new HashSet<>();
    private boolean done;

    Writer(TestWeb web, int number) {
      this.zhai = new Zhai(folder.resolve("library"), web);
      this.number = number;
    }

    @Override
    public void run() {
      for (int i = 0; !isDone(); i++) {
        String url = "https://blog.example.org/%d/%d".formatted(number, i);
        Zhai.Ran ran =
            zhai.run(
                "add", "--no-fetch", url, "-x", "picked " + i, "-n", "note " + i, "-t", "load");
        assertEquals(0, ran.code(), ran::toString);
        acknowledge(url);
      }
    }

    private synchronized void acknowledge(String url) {
      acknowledged.add(url);
    }

    synchronized Set<String> acknowledged() {
      return Set.copyOf(acknowledged);
    }

    private synchronized boolean isDone() {
      return done;
    }

    synchronized void finish() {
      done = true;
    }
  }

  @Test
  void holdsWhatWasStoredBeforeItBegan() throws Exception {
    int held = 0;
    try (TestWeb web = new TestWeb()) {
      Zhai zhai = new Zhai(folder.resolve("library"), web);
      zhai.run("add", "--no-fetch", "https://blog.example.org/first");
      List<Writer> writers =
          IntStream.range(0, WRITERS).mapToObj(number -> new Writer(web, number)).toList();
      List<Thread> threads = writers.stream().map(Thread.ofPlatform()::start).toList();
      for (int i = 0; i < BACKUPS; i++) {
        Set<String> before =
            writers.stream().flatMap(it -> it.acknowledged().stream()).collect(Collectors.toSet());
        Path file = folder.resolve("backup-%d.db".formatted(i));
        assertEquals(0, zhai.run("backup", file.toString()).code());
        held += assertHolds(before, file, web);
      }
      writers.forEach(Writer::finish);
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals("The library is sound.\n", zhai.run("check", "--read-data").out());
    }
    System.out.printf(
        "suite restore: %d backups while %d wrote, %d bookmarks in them, 0 missing, 0 half%n",
        BACKUPS, WRITERS, held);
  }

  private int assertHolds(Set<String> before, Path file, TestWeb web) throws IOException {
    Zhai restored = new Zhai(folder.resolve("restored-" + file.getFileName()), web);
    assertEquals(0, restored.run("restore", file.toString()).code());
    assertEquals("The library is sound.\n", restored.run("check", "--read-data").out());
    List<Kept> library =
        Kept.parse(restored.run("list", "--json", "--limit", "1000000", "tag:load").out());
    assertTrue(library.stream().map(Kept::url).collect(Collectors.toSet()).containsAll(before));
    assertEquals(List.of(), library.stream().filter(kept -> !isWhole(kept)).toList());
    assertEquals(
        exported(restored), exported(twin(file, web)), "the same backup, the same library");
    return library.size();
  }

  private static boolean isWhole(Kept kept) {
    return kept.excerpts().size() == 1 && kept.notes().size() == 1;
  }

  private static String exported(Zhai zhai) {
    return zhai.run("export", "--format", "jsonl").out();
  }

  /// The backup's own file, opened where it lies.
  private Zhai twin(Path file, TestWeb web) throws IOException {
    Path place = Files.createDirectories(folder.resolve("twin-" + file.getFileName()));
    Files.copy(file, place.resolve("library.db"));
    return new Zhai(place, web);
  }
}
