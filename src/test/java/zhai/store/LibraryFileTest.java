package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.url;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.model.Bytes;

class LibraryFileTest {
  private static final int NOW = Migration.all().size();

  private static final Migration NEXT =
      new Migration(
          NOW + 1,
          """
          ALTER TABLE bookmark ADD COLUMN rating INTEGER;
          CREATE TRIGGER rated AFTER UPDATE OF rating ON bookmark
          BEGIN SELECT 1; SELECT 2; END;
          UPDATE bookmark SET rating = 3;\
          """);
  private static final Migration BROKEN =
      new Migration(NOW + 1, "UPDATE bookmark SET title = 'lost'; INSERT INTO absent VALUES (1);");
  private static final Migration DANGLING =
      new Migration(
          NOW + 1,
          """
          PRAGMA defer_foreign_keys = ON;
          INSERT INTO bookmark_tag (bookmark_id, tag_key) VALUES (77, 'none');\
          """);

  @TempDir Path folder;
  private Path database;

  @BeforeEach
  void nameTheFile() {
    database = folder.resolve("library.db");
  }

  private LibraryFile newer(Migration... later) {
    List<Migration> all = Stream.concat(Migration.all().stream(), Stream.of(later)).toList();
    return new LibraryFile(database, all, Duration.ofSeconds(5), "");
  }

  private void fill() {
    try (Store store = Store.create(database)) {
      store.write(tx -> Samples.addFull(tx, "a"));
    }
  }

  private Map<String, String> bytesOf(Path place) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.toList()) {
        hashes.put(file.getFileName().toString(), Bytes.of(Files.readAllBytes(file)).sha256());
      }
    }
    return hashes;
  }

  @Test
  void opensWhatItCreatedAndKeepsItsName() {
    String uuid;
    try (Store store = Store.create(database)) {
      uuid = store.uuid();
      assertEquals(0, store.lastSeq());
    }
    try (Store store = Store.create(database)) {
      assertEquals(uuid, store.uuid());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"知识 库/a?b#c%20d.db", "plain/library.db", "it's/li;brary.db"})
  void opensALibraryWhateverItsFolderIsCalled(String name) {
    Path odd = folder.resolve(name);
    try (Store store = Store.create(odd)) {
      store.write(tx -> tx.addBookmark(url("a"), NOON));
      store.backup(odd.resolveSibling("copy " + odd.getFileName()));
      assertEquals(1, store.lastSeq());
    }
    assertTrue(Files.exists(odd));
  }

  @Test
  void leavesOnlyTheLibraryAndItsReserveWhenItCloses() throws IOException {
    fill();
    assertEquals(
        List.of("library.db", "library.db.reserve"), List.copyOf(bytesOf(folder).keySet()));
  }

  @Test
  void saysThatThereIsNoLibraryAndMakesNone() {
    assertThrows(StoreException.NoLibrary.class, () -> Store.open(database));
    assertFalse(Files.exists(database));
  }

  static Stream<byte[]> otherFiles() {
    byte[] someoneElses = new byte[4096];
    byte[] magic = HexFormat.of().parseHex("53514c69746520666f726d6174203300");
    System.arraycopy(magic, 0, someoneElses, 0, magic.length);
    return Stream.of(new byte[0], "a text file".repeat(50).getBytes(), someoneElses);
  }

  @ParameterizedTest
  @MethodSource("otherFiles")
  void refusesAFileThatIsSomethingElse(byte[] content) throws IOException {
    Files.write(database, content);
    Map<String, String> before = bytesOf(folder);
    assertThrows(StoreException.NotALibrary.class, () -> Store.create(database));
    assertEquals(before, bytesOf(folder));
  }

  @Test
  void refusesALibraryNewerThanItselfAndLeavesItsBytesAlone() throws IOException {
    fill();
    Store.open(newer(NEXT)).close();
    Map<String, String> before = bytesOf(folder);
    StoreException.NewerLibrary refused =
        assertThrows(StoreException.NewerLibrary.class, () -> Store.open(database));
    assertEquals(NEXT.number(), refused.found());
    assertEquals(NEXT.number() - 1, refused.known());
    assertEquals(before, bytesOf(folder));
  }

  @Test
  void refusesANewerLibraryWhoseNewnessIsOnlyInTheLog() throws IOException {
    fill();
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (Store reader = Store.open(database);
        Store upgraded = Store.open(newer(NEXT))) {
      for (String file : List.of("library.db", "library.db-wal")) {
        Files.copy(folder.resolve(file), copy.resolve(file));
      }
      assertEquals(reader.uuid(), upgraded.uuid());
    }
    Map<String, String> before = bytesOf(copy);
    assertThrows(StoreException.NewerLibrary.class, () -> Store.open(copy.resolve("library.db")));
    assertEquals(before, bytesOf(copy));
  }

  @Test
  void bringsAnOlderLibraryUpToDateAndKeepsACopyOfItAsItWas() {
    fill();
    try (Store store = Store.open(newer(NEXT))) {
      assertEquals("my own title", store.entry(1).orElseThrow().title());
      assertEquals(List.of(), store.check(true));
    }
    try (Store before = Store.open(folder.resolve("library.db.before-" + (NOW + 1)))) {
      assertEquals("my own title", before.entry(1).orElseThrow().title());
      assertEquals(List.of(), before.check(true));
    }
  }

  @Test
  void leavesTheLibraryAsItWasWhenAStepFails() {
    fill();
    for (Migration failing : List.of(BROKEN, DANGLING)) {
      assertThrows(StoreException.class, () -> Store.open(newer(failing)));
      try (Store store = Store.open(database)) {
        assertEquals("my own title", store.entry(1).orElseThrow().title());
        assertEquals(List.of(), store.check(true));
      }
      assertTrue(Files.exists(folder.resolve("library.db.before-" + (NOW + 1))));
    }
    Store.open(newer(NEXT)).close();
  }

  @Test
  void isSetUpToBeSafe() {
    fill();
    try (Sql sql = LibraryFile.at(database, "").writer()) {
      Map<String, String> expected =
          Map.of(
              "journal_mode", "wal",
              "synchronous", "2",
              "fullfsync", "1",
              "foreign_keys", "1",
              "trusted_schema", "0",
              "cell_size_check", "1",
              "application_id", "2053661033",
              "user_version", String.valueOf(NOW),
              "busy_timeout", "30000");
      expected.forEach((pragma, value) ->
          assertEquals(
              value,
              sql.first("PRAGMA " + pragma, row -> row.columns().getString(1)).orElseThrow(),
              pragma));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3.51.2,  3.51.3, true",
    "3.51.3,  3.51.3, false",
    "3.9.0,   3.51.3, true",
    "3.54.1,  3.51.3, false",
    "4.0.0,   3.51.3, false",
    "3.51.3.1,3.51.3, false"
  })
  void comparesVersionsPartByPart(String version, String than, boolean older) {
    assertEquals(older, LibraryFile.isOlder(version, than));
  }

  @Test
  void saysWhoIsInTheWayAfterWaiting() {
    fill();
    LibraryFile impatient = new LibraryFile(database, Migration.all(), Duration.ofMillis(50), "");
    try (Sql holder = LibraryFile.at(database, "").writer();
        Store store = Store.open(impatient)) {
      holder.writing(() -> {
        assertEquals(1, store.ids(Listing.ALL).size());
        StoreException.Locked locked =
            assertThrows(
                StoreException.Locked.class,
                () -> store.write(tx -> tx.addBookmark(url("b"), NOON)));
        assertEquals(Duration.ofMillis(50), locked.waited());
        assertEquals(
            "Another process is writing to %s (waited 0 s).".formatted(database),
            locked.getMessage());
        return true;
      });
      assertTrue(store.write(tx -> tx.addBookmark(url("b"), NOON)).isNew());
    }
  }
}
