package zhai.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.after;
import static zhai.store.Samples.url;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Check, backup and restore.
class CareTest {
  @TempDir Path folder;
  private Path database;
  private Path backup;

  @BeforeEach
  void fill() {
    database = Samples.library(folder);
    backup = folder.resolve("out/backup.db");
  }

  private List<Finding> check(boolean readData) {
    try (Store store = Store.open(database)) {
      return store.check(readData);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RULE      | Bookmark 1 has no address.                     | DELETE FROM address WHERE bookmark_id = 1
          RULE      | Bookmark 2 is there although its number        | INSERT INTO tombstone VALUES (2, 1, NULL)
          RULE      | Number 9 leads to a bookmark                   | INSERT INTO tombstone VALUES (9, 1, 77)
          RULE      | newer than the library's last change           | UPDATE library SET seq = 3
          RULE      | Bookmark 1 has an unknown verdict.             | UPDATE bookmark SET verdict = 'odd' WHERE id = 1
          RULE      | An article of bookmark 2 has a verdict         | UPDATE article SET verdict = 'gone' WHERE bookmark_id = 2 AND number = 1
          RULE      | Bookmark 2 has a number that is yet            | UPDATE sqlite_sequence SET seq = 1 WHERE name = 'bookmark'
          RULE      | The library has 0 heads                        | DELETE FROM library
          REFERENCE | points to nothing in tag                       | DELETE FROM tag
          STRUCTURE | CHECK constraint failed in bookmark            | UPDATE bookmark SET starred = 7
          """)
  void findsWhatBreaksARule(Finding.Kind kind, String sentence, String sql) {
    assertEquals(List.of(), check(true));
    Samples.breakWith(database, sql);
    List<Finding> findings = check(false);
    assertTrue(
        findings.stream().anyMatch(f -> f.kind() == kind && f.sentence().contains(sentence)),
        findings::toString);
  }

  /// A few bits of the packed form fill up its last byte and mean nothing; a page whose bytes are
  /// all right is not reported.
  @Test
  void findsEveryFlippedBitThatChangesASavedPage() {
    Random random = new Random(20260104);
    int found = 0;
    for (int trial = 0; trial < 25; trial++) {
      flipBitOfABody(random);
      assertEquals(List.of(), check(false));
      List<Finding> findings = check(true);
      if (findings.isEmpty()) {
        assertEquals("<html>first a", firstPage());
      } else {
        found++;
        assertEquals(Finding.Kind.BODY, findings.getFirst().kind());
        assertTrue(findings.getFirst().sentence().contains("bookmark [1]"));
      }
      flipBack();
    }
    assertEquals(List.of(), check(true));
    assertTrue(found > 20, found + " of 25");
  }

  private String firstPage() {
    try (Store store = Store.open(database)) {
      String first = store.versions(1).getFirst().snapshotSha256();
      return new String(store.snapshot(1, first).orElseThrow().body().toArray(), UTF_8);
    }
  }

  private byte[] intact = {};

  private void flipBitOfABody(Random random) {
    try (Sql sql = LibraryFile.at(database, "").writer()) {
      intact = packed(sql);
      byte[] flipped = intact.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      put(sql, flipped);
    }
  }

  private void flipBack() {
    try (Sql sql = LibraryFile.at(database, "").writer()) {
      put(sql, intact);
    }
  }

  private static byte[] packed(Sql sql) {
    return sql.first(
            "SELECT packed FROM body JOIN snapshot USING (sha256) WHERE snapshot.id = 1",
            row -> row.bytes("packed"))
        .orElseThrow();
  }

  private static void put(Sql sql, byte[] packed) {
    sql.update(
        "UPDATE body SET packed = ? WHERE sha256 = (SELECT sha256 FROM snapshot WHERE id = 1)",
        (Object) packed);
  }

  @Test
  void neverHandsOutADamagedPage() {
    flipBitOfABody(new Random(1));
    try (Store store = Store.open(database)) {
      String first = store.versions(1).getFirst().snapshotSha256();
      assertThrows(StoreException.Damaged.class, () -> store.snapshot(1, first));
      assertTrue(store.entry(1).isPresent());
    }
  }

  @Test
  void saysThatAFileIsDamagedWhicheverPageIsOverwritten() throws IOException {
    byte[] whole = Files.readAllBytes(database);
    for (int page = 1; page < whole.length / 4096; page++) {
      byte[] broken = whole.clone();
      Arrays.fill(broken, page * 4096, (page + 1) * 4096, (byte) 0x5a);
      Files.write(database, broken);
      assertFalse(foundIn(page).isEmpty(), "page " + page);
    }
  }

  /// A page may be so broken that the library does not even open.
  private List<Finding> foundIn(int page) {
    try {
      return check(true);
    } catch (StoreException.Damaged e) {
      return List.of(new Finding(Finding.Kind.STRUCTURE, page + String.valueOf(e.getMessage())));
    }
  }

  @Test
  void backsUpToAFileThatIsALibrary() throws IOException {
    try (Store store = Store.open(database)) {
      store.backup(backup);
      assertEquals(List.of("backup.db"), names(backup.getParent()));
    }
    try (Store original = Store.open(database);
        Store copy = Store.open(backup)) {
      assertEquals(List.of(), copy.check(true));
      assertEquals(original.uuid(), copy.uuid());
      assertEquals(original.dossier(1), copy.dossier(1));
      assertEquals(original.dossier(2), copy.dossier(2));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void replacesAFileOnlyWhenToldTo() throws IOException {
    Files.createDirectories(backup.getParent());
    Files.writeString(backup, "someone's file");
    try (Store store = Store.open(database)) {
      assertThrows(StoreException.AlreadyThere.class, () -> store.backup(backup));
      assertEquals("someone's file", Files.readString(backup));
      store.backup(backup, true);
      assertThrows(StoreException.AlreadyThere.class, () -> store.backup(database, true));
    }
    assertEquals(List.of("backup.db"), names(backup.getParent()));
    Store.open(backup).close();
  }

  @Test
  void backsUpOneStateWhileOthersWrite() throws Exception {
    try (Store store = Store.open(database);
        Store other = Store.open(database)) {
      Thread writer =
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 100; i++) {
                  String path = "meanwhile" + i;
                  other.write(tx -> Samples.addFull(tx, path));
                }
              });
      for (int i = 0; i < 5; i++) {
        store.backup(backup, true);
        try (Store copy = Store.open(backup)) {
          assertEquals(List.of(), copy.check(true));
          assertEquals(copy.totals().bookmarks(), copy.totals().notes());
        }
      }
      writer.join();
    }
  }

  private void backUpThenChange() {
    try (Store store = Store.open(database)) {
      store.backup(backup);
      store.write(tx -> {
        tx.trash(1, NOON);
        tx.purgeTrashedBefore(after(1));
        return Samples.addFull(tx, "later");
      });
    }
  }

  @Test
  void restoresWhatWasBackedUpAndKeepsWhatWasThere() throws IOException {
    backUpThenChange();
    Path kept = Store.restore(backup, database).orElseThrow();
    assertEquals(
        List.of("library.db", "library.db.before-restore", "library.db.reserve", "out"),
        names(folder));
    try (Store restored = Store.open(database);
        Store original = Store.open(backup);
        Store before = Store.open(kept)) {
      assertEquals(List.of(), restored.check(true));
      assertEquals(original.dossier(1), restored.dossier(1));
      assertEquals(original.ids(Listing.ALL), restored.ids(Listing.ALL));
      assertNotEquals(original.uuid(), restored.uuid());
      assertEquals(Optional.of(3L), before.idOf("https://example.org/later"));
      assertEquals(3, restored.write(tx -> tx.addBookmark(url("next"), NOON)).id());
    }
    assertEquals(
        folder.resolve("library.db.before-restore-2"),
        Store.restore(backup, database).orElseThrow());
  }

  @Test
  void showsTheRestoredLibraryToThoseWhoHaveItOpen() {
    backUpThenChange();
    try (Store open = Store.open(database)) {
      assertEquals(Optional.empty(), open.entry(1));
      Store.restore(backup, database);
      assertTrue(open.entry(1).isPresent());
      assertEquals(List.of(), open.check(true));
      assertEquals(3, open.write(tx -> tx.addBookmark(url("next"), NOON)).id());
    }
  }

  @Test
  void restoresWhereNothingIs() {
    backUpThenChange();
    Path elsewhere = folder.resolve("elsewhere/library.db");
    assertEquals(Optional.empty(), Store.restore(backup, elsewhere));
    try (Store store = Store.open(elsewhere)) {
      assertTrue(store.entry(1).isPresent());
    }
  }

  @Test
  void restoresOverALibraryThatCanNoLongerBeRead() throws IOException {
    backUpThenChange();
    byte[] broken = Files.readAllBytes(database);
    Arrays.fill(broken, 4096, broken.length, (byte) 0x5a);
    Files.write(database, broken);
    Path kept = Store.restore(backup, database).orElseThrow();
    assertEquals(broken.length, Files.size(kept));
    try (Store store = Store.open(database)) {
      assertEquals(List.of(), store.check(true));
      assertTrue(store.entry(1).isPresent());
    }
  }

  @Test
  void restoresNothingFromABadBackup() throws IOException {
    backUpThenChange();
    byte[] before = Files.readAllBytes(database);
    byte[] broken = Files.readAllBytes(backup);
    Arrays.fill(broken, 8192, 16384, (byte) 0x5a);
    Files.write(backup, broken);
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a library");
    assertThrows(StoreException.Damaged.class, () -> Store.restore(backup, database));
    assertThrows(StoreException.NotALibrary.class, () -> Store.restore(text, database));
    assertThrows(
        StoreException.NoLibrary.class, () -> Store.restore(folder.resolve("absent.db"), database));
    assertTrue(Arrays.equals(before, Files.readAllBytes(database)));
    assertEquals(List.of("library.db", "library.db.reserve", "notes.txt", "out"), names(folder));
  }
}
