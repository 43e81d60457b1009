package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;
import zhai.measure.BookmarkFile;

/// The disk runs full, with more or less room left for what a command wants to write. Whatever does
/// not fit is refused in one sentence; what is there stays, can be read, and can be removed.
class FullDiskTest {
  private static final int SIZES = Integer.getInteger("zhai.diskSizes", 2);
  private static final long SMALLEST = 64 << 10;
  private static final int DOUBLINGS = 9;
  private static final int PAGES = 6;
  private static final String BACKUP = "older.db";
  private static final String LIST = "list.md";

  @TempDir Path folder;
  private SmallDisk disk;
  private Path place;
  private TestWeb web;
  private Zhai zhai;
  private Ledger ledger;
  private @Nullable Image prepared;
  private final List<String> said = new ArrayList<>();
  private int refusals;

  @BeforeEach
  void mountADisk() throws Exception {
    place = folder.resolve("disk");
    disk = SmallDisk.at(place);
    web = new TestWeb();
    for (int page = 0; page < PAGES; page++) {
      web.article("blog.example.org/" + page, "Page " + page, "a long line. ".repeat(4000 + page));
    }
  }

  @AfterEach
  void unmountIt() throws Exception {
    if (web != null) {
      web.close();
      disk.close();
    }
  }

  /// Not one byte is left.
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whatIsThereCanBeReadAndRemovedOnAFullDisk() throws Exception {
    begin();
    Path filling = disk.fill();
    for (int round = 0; round < 3; round++) {
      for (String command : stillWorking()) {
        assertWorks(command.split(" "));
      }
      assertRefused(add(100 + round));
      assertRefused("backup", place.resolve("another.db").toString());
    }
    assertEquals(List.of(), lost());
    Files.delete(filling);
    assertAllWorksAgain();
  }

  private List<String> stillWorking() {
    return List.of(
        "list",
        "search " + Afterwards.WORD,
        "show 1",
        "status",
        "check",
        "check --read-data",
        "export -o " + folder.resolve("list.md"),
        "remove 2",
        "remove --undo",
        "remove 2 3 4 5",
        "remove --undo 2",
        "remove --undo 3",
        "remove --undo 4",
        "remove --undo 5");
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void whateverRoomIsLeftNothingIsLost() throws Exception {
    List<String> works =
        List.of("add", "import", "reindex", "backup", "export", "migrate", "fetch");
    for (String work : works) {
      for (int size = 0; size < SIZES; size++) {
        long room = Math.round(SMALLEST * Math.pow(2, size * DOUBLINGS / (double) SIZES));
        runOutOfRoom(work, room);
      }
    }
    System.out.printf(
        "suite disk full: %d works x %d sizes, %d refused in one sentence; 0 lost, 0 unsound, 0"
            + " stuck%n",
        works.size(), SIZES, refusals);
  }

  private void runOutOfRoom(String work, long room) throws Exception {
    begin();
    if (work.equals("migrate")) {
      Files.delete(place.resolve("zhai/library.db"));
      GoldenLibrary.unpack(1, place.resolve("zhai/library.db"));
      ledger = new Ledger();
    }
    byte[] backup = Files.readAllBytes(place.resolve(BACKUP));
    byte[] list = Files.readAllBytes(place.resolve(LIST));
    disk.leave(room);
    for (String[] command : commands(work)) {
      Zhai.Ran ran = zhai.run(command);
      ledger.enter(ran.out().lines().toList(), words());
      if (work.equals("export")) {
        boolean older = Arrays.equals(list, Files.readAllBytes(place.resolve(LIST)));
        assertEquals(ran.code() != 0, older);
      }
      if (ran.code() != 0) {
        assertClear(ran, command);
        break;
      }
    }
    assertArrayEquals(backup, Files.readAllBytes(place.resolve(BACKUP)));
    if (!work.equals("migrate")) {
      assertWorks("list");
      assertWorks("check");
      assertEquals(List.of(), lost());
    }
    disk.leavePlenty();
    assertAllWorksAgain();
  }

  private List<String[]> commands(String work) throws Exception {
    return switch (work) {
      case "add" -> IntStream.range(100, 140).mapToObj(FullDiskTest::add).toList();
      case "import" -> List.<String[]>of(new String[] {"import", "--no-fetch", links()});
      case "backup" ->
          IntStream.range(0, 3)
              .mapToObj(i -> new String[] {"backup", place.resolve("b" + i).toString()})
              .toList();
      case "export" ->
          List.<String[]>of(new String[] {"export", "-o", place.resolve(LIST).toString()});
      case "migrate" -> List.<String[]>of(new String[] {"list"});
      default -> List.<String[]>of(new String[] {work});
    };
  }

  /// A library with pages that are read and others that are not, an older backup and export of it.
  private void begin() throws Exception {
    zhai = new Zhai(place.resolve("zhai"), web);
    ledger = new Ledger();
    if (prepared == null) {
      for (int page = 0; page < PAGES; page++) {
        Zhai.Ran ran = zhai.run(page % 2 == 0 ? add(page) : withoutFetching(add(page)));
        said.addAll(ran.out().lines().toList());
      }
      assertWorks("backup", place.resolve(BACKUP).toString());
      assertWorks("export", "-o", place.resolve(LIST).toString());
      assertWorks("edit", "1", "--title", "another title");
      prepared = Image.of(place);
    }
    prepared.writeTo(place);
    ledger.enter(said, words());
  }

  private static String[] add(int page) {
    List<String> command = new ArrayList<>(List.of("add", "https://blog.example.org/" + page));
    command.addAll(List.of(words().asOptions()));
    if (page >= PAGES) {
      command.add("--no-fetch");
    }
    return command.toArray(String[]::new);
  }

  private static String[] withoutFetching(String[] command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--no-fetch");
    return all.toArray(String[]::new);
  }

  private static Ledger.Words words() {
    return new Ledger.Words("picked", Afterwards.WORD + " long words ".repeat(2000), "full");
  }

  private String links() throws Exception {
    Path file = folder.resolve("links.html");
    BookmarkFile.write(file, 3000, 300);
    return file.toString();
  }

  private void assertWorks(String... command) {
    Zhai.Ran ran = zhai.run(command);
    assertEquals(0, ran.code(), String.join(" ", command) + ": " + ran.out() + ran.err());
  }

  private void assertRefused(String... command) {
    Zhai.Ran ran = zhai.run(command);
    assertNotEquals(0, ran.code(), String.join(" ", command));
    assertClear(ran, command);
  }

  private void assertClear(Zhai.Ran ran, String... command) {
    refusals++;
    String said = String.join(" ", command) + ": " + ran.out() + ran.err();
    List<String> sentences =
        ran.err().lines().filter(line -> line.startsWith("zhai: ")).distinct().toList();
    assertEquals(1, sentences.size(), said);
    assertTrue(sentences.getFirst().matches(".*(is full|No space left on device).*"), said);
    assertTrue(!ran.err().contains("should not have happened"), said);
  }

  private List<String> lost() {
    return ledger.lost(Kept.parse(zhai.run("list", "--json", "--limit", "1000000").out()));
  }

  private void assertAllWorksAgain() {
    assertWorks(add(500));
    Afterwards afterwards = Afterwards.of(zhai, ledger);
    assertTrue(afterwards.isWell(), afterwards.toString());
  }
}
