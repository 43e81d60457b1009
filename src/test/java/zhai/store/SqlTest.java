package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {
  @TempDir Path folder;
  private LibraryFile file;

  @BeforeEach
  void create() {
    file =
        new LibraryFile(folder.resolve("library.db"), Migration.all(), Duration.ofMillis(20), "");
    file.create();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE library SET seq = 9",
        "INSERT INTO tag (key, label) VALUES ('a', 'a')",
        "DELETE FROM bookmark",
        "CREATE TABLE other (a)",
        "DROP TABLE mark",
        "PRAGMA user_version = 9"
      })
  void aDeferredWriteCannotBeWritten(String sql) {
    try (Sql reader = file.reader()) {
      StoreException refused =
          assertThrows(
              StoreException.Unusable.class, () -> reader.reading(() -> reader.update(sql)));
      assertTrue(refused.getMessage().contains("read-only"), refused.getMessage());
      assertEquals(0, reader.number("SELECT seq FROM library"));
    }
  }

  @Test
  void takesTheWriteLockBeforeTheFirstStatement() {
    try (Sql one = file.writer();
        Sql other = file.writer()) {
      one.writing(() -> assertThrows(StoreException.Locked.class, () -> other.writing(() -> true)));
    }
  }

  @Test
  void undoesAWriteThatFillsTheDisk() {
    try (Sql writer = file.writer()) {
      long pages = writer.number("PRAGMA page_count");
      writer.first("PRAGMA max_page_count = " + (pages + 5), row -> row.number(1));
      Transaction full = new Transaction(writer);
      assertThrows(
          StoreException.Full.class,
          () ->
              writer.writing(() -> {
                for (int i = 0; ; i++) {
                  Samples.addFull(full, "page" + i);
                }
              }));
      assertEquals(0, writer.number("SELECT count(*) FROM bookmark"));
      assertTrue(writer.writing(() -> full.addBookmark(Samples.url("small"), NOON)).isNew());
      assertEquals(List.of(), new Checkup(file, writer).run(false));
    }
  }

  @Test
  void readsOneStateHoweverMuchIsWrittenMeanwhile() {
    try (Sql reader = file.reader();
        Sql writer = file.writer()) {
      List<Long> seen =
          reader.reading(() -> {
            long before = reader.number("SELECT seq FROM library");
            writer.writing(() -> writer.update("UPDATE library SET seq = 7"));
            return List.of(before, reader.number("SELECT seq FROM library"));
          });
      assertEquals(List.of(0L, 0L), seen);
      assertEquals(7, reader.number("SELECT seq FROM library"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-01-04T12:00:00.000000001Z",
        "2026-01-04T12:00:00.999999999Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.5Z"
      })
  void keepsAnInstantToTheNanosecondAndInOrder(String text) {
    Instant instant = Instant.parse(text);
    assertEquals(instant, Timestamp.parse(Timestamp.format(instant)));
    assertEquals(
        Integer.signum(instant.compareTo(NOON)),
        Integer.signum(Timestamp.format(instant).compareTo(Timestamp.format(NOON))));
  }
}
