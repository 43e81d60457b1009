package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.url;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/// Many writers at once, and writers that are killed.
class ConcurrencyTest {
  private static final int WRITERS = 8;
  private static final int PAGES = 100;
  private static final int KILLS = 15;

  @TempDir Path folder;

  /// Runs the work of all writers at the same moment.
  private static <T> List<T> atOnce(int writers, Callable<T> work) throws Exception {
    CountDownLatch start = new CountDownLatch(writers);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        running.add(
            threads.submit(() -> {
              start.countDown();
              start.await();
              return work.call();
            }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    }
  }

  private static long addAll(Store store) {
    return IntStream.range(0, PAGES)
        .filter(i -> store.write(tx -> tx.addBookmark(url("p" + i), NOON)).isNew())
        .count();
  }

  private void assertOneRowPerAddress(List<Long> added) {
    assertEquals(PAGES, added.stream().mapToLong(Long::longValue).sum());
    try (Store store = Store.open(folder.resolve("library.db"))) {
      assertEquals(PAGES, store.totals().bookmarks());
      assertEquals(PAGES, store.lastSeq());
      assertEquals(List.of(), store.check(true));
    }
  }

  @Test
  void addsEachAddressOnceHoweverManyStoresDoSo() throws Exception {
    assertOneRowPerAddress(
        atOnce(
            WRITERS,
            () -> {
              try (Store store = Store.create(folder.resolve("library.db"))) {
                return addAll(store);
              }
            }));
  }

  @Test
  void servesManyThreadsOfOneProcess() throws Exception {
    try (Store store = Store.create(folder.resolve("library.db"))) {
      List<Long> added =
          atOnce(
              WRITERS,
              () -> {
                long mine = addAll(store);
                assertEquals(PAGES, store.entries(store.ids(Listing.ALL)).size());
                return mine;
              });
      assertOneRowPerAddress(added);
    }
  }

  @Test
  void createsOneLibraryHoweverManyStartAtOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      Path database = folder.resolve("round" + round + "/library.db");
      Set<String> names =
          new HashSet<>(
              atOnce(
                  WRITERS,
                  () -> {
                    try (Store store = Store.create(database)) {
                      return store.uuid();
                    }
                  }));
      assertEquals(1, names.size());
      assertEquals(List.of(database), filesBeside(database));
    }
  }

  /// SQLite's log and its index left out: of two that close at once, each may take the other for
  /// the one that will put them away.
  private static List<Path> filesBeside(Path database) throws IOException {
    try (Stream<Path> files = Files.list(database.getParent())) {
      return files.filter(file -> !file.toString().matches(".*-(wal|shm)")).toList();
    }
  }

  @Test
  void upgradesOnceHoweverManyStartAtOnce() throws Exception {
    Path database = folder.resolve("library.db");
    Store.create(database).close();
    List<Migration> later =
        Stream.concat(
                Migration.all().stream(),
                Stream.of(
                    new Migration(
                        Migration.all().size() + 1, "ALTER TABLE tag ADD COLUMN color TEXT")))
            .toList();
    LibraryFile file = new LibraryFile(database, later, LibraryFile.PATIENCE, "");
    atOnce(
        WRITERS,
        () -> {
          try (Store store = Store.open(file)) {
            return store.write(tx -> tx.addBookmark(url("a"), NOON));
          }
        });
    try (Store store = Store.open(file)) {
      assertEquals(List.of(), store.check(true));
    }
  }

  @Test
  void losesNothingThatWasToldStoredWhenItIsKilled() throws Exception {
    Path database = folder.resolve("library.db");
    Random random = new Random(20260104);
    Set<String> told = new HashSet<>();
    for (int trial = 0; trial < KILLS; trial++) {
      told.addAll(toldBeforeKill(database, "trial" + trial, 1 + random.nextInt(60)));
      try (Store store = Store.create(database)) {
        assertEquals(List.of(), store.check(true), "trial " + trial);
        for (String canonical : told) {
          long id = store.idOf(canonical).orElseThrow();
          assertEquals(3, store.entry(id).orElseThrow().marks().size(), canonical);
        }
      }
    }
    assertTrue(told.size() > KILLS, told.size() + " told");
  }

  /// The places of our own classes and of those they need, whichever way the tests were started.
  private static String classPath() {
    return Stream.of(Store.class, Samples.class, SQLiteConfig.class, NullMarked.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Kills the writer some while after so many lines: the process goes on meanwhile, so the moment
  /// falls anywhere in a transaction.
  private static Set<String> toldBeforeKill(Path database, String name, int lines)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                EndlessWriter.class.getName(),
                database.toString(),
                name)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Set<String> told = new HashSet<>();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told.add(line);
        if (told.size() == lines) {
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return told;
  }
}
