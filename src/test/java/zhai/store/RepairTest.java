package zhai.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be mended in the truth is mended after the file as it was is kept, and named.
class RepairTest {
  @TempDir Path folder;
  private Path database;
  private Path kept;

  @BeforeEach
  void fill() {
    database = Samples.library(folder);
    kept = folder.resolve("kept.db");
  }

  private List<Finding> check() {
    try (Store store = Store.open(database)) {
      return store.check(true);
    }
  }

  private List<String> repair() {
    try (Store store = Store.open(database)) {
      return store.repair(kept);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          SEAL | Bookmark 2 has other words | bookmark 2 was taken as it is    | UPDATE mark SET words = 'x' WHERE id = 4
          SEAL | Bookmark 1 has other words | bookmark 1 was taken as it is    | UPDATE article SET html = '<p>firsT a</p>' WHERE rowid = 1
          SEAL | Bookmark 1 has other words | bookmark 1 was taken as it is    | DELETE FROM seal WHERE bookmark_id = 1
          SEAL | Bookmark 1 has other words | bookmark 1 was taken as it is    | UPDATE address SET canonical = 'https://example.org/c' WHERE own = 1 AND bookmark_id = 1
          SEAL | Bookmark 1 has other words | bookmark 1 was taken as it is    | UPDATE snapshot SET status = 201 WHERE id = 1
          SEAL | Bookmark 2 has other words | bookmark 1, 2 was taken as it is | UPDATE tag SET label = 'Rag'
          SEAL | Bookmark 2 has other words | bookmark 2 was taken as it is    | UPDATE note_source SET body = '' WHERE bookmark_id = 2
          BODY | saved page of bookmark [1] | image of bookmark 1 was let go   | UPDATE body SET packed = x'00' WHERE sha256 = (SELECT sha256 FROM snapshot WHERE id = 1)
          """)
  void mendsWhatIsDamagedAndNamesIt(Finding.Kind kind, String damage, String done, String sql)
      throws IOException {
    Samples.breakWith(database, sql);
    List<Finding> found = check();
    assertTrue(
        found.stream().anyMatch(it -> it.kind() == kind && it.sentence().contains(damage)),
        found::toString);
    byte[] damaged = Files.readAllBytes(database);
    List<String> repaired = repair();
    assertTrue(repaired.stream().anyMatch(it -> it.contains(done)), repaired::toString);
    assertEquals(List.of(), check());
    assertArrayEquals(damaged, Files.readAllBytes(kept));
  }

  /// The index is told to be another one than its pages are.
  @Test
  void makesTheDatabasesOwnIndexesAnew() {
    Samples.breakWith(
        database,
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, '(bookmark_id)', '(bookmark_id DESC)')
        WHERE name = 'address_own';
        UPDATE sqlite_schema SET sql = replace(sql, '(tag_key)', '(tag_key DESC)')
        WHERE name = 'bookmark_tag_by_tag'\
        """);
    assertEquals(Finding.Kind.STRUCTURE, check().getFirst().kind());
    assertTrue(repair().getFirst().contains("indexes were made anew"));
    assertEquals(List.of(), check());
  }

  @Test
  void touchesNothingWhenItCantKeepTheFileAsItIs() throws IOException {
    Samples.breakWith(database, "UPDATE mark SET words = 'x' WHERE id = 4");
    Files.writeString(kept, "someone's file");
    assertThrows(StoreException.AlreadyThere.class, this::repair);
    assertEquals("someone's file", Files.readString(kept));
    assertEquals(1, check().size());
  }

  @Test
  void doesNothingToASoundLibrary() {
    assertEquals(List.of(), repair());
    assertEquals(List.of(), check());
  }

  /// A page that was let go is a change: the index and whoever follows see the bookmark anew.
  @Test
  void keepsWhatWasReadOfAPageThatItLetsGo() {
    Samples.breakWith(database, "UPDATE body SET packed = x'00'");
    long before;
    try (Store store = Store.open(database)) {
      before = store.lastSeq();
    }
    repair();
    try (Store store = Store.open(database)) {
      assertTrue(store.lastSeq() > before);
      assertEquals(2, store.versions(1).size());
      assertEquals(List.of(), store.dossier(1).orElseThrow().snapshots());
    }
  }
}
