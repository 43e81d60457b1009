package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.after;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zhai.model.SavedSearch;

class SearchesTest extends OpenStore {
  private static final SavedSearch RAG = new SavedSearch("RAG", "tag:rag OR 检索增强", NOON);
  private static final SavedSearch AGAIN = new SavedSearch("@ｒａｇ", "tag:rag", after(1));
  private static final SavedSearch UNREAD = new SavedSearch("待读", "is:unread", after(2));

  @Test
  void areKeptByNameAndReplacedByOneOfTheSameName() {
    assertEquals(Optional.empty(), store.write(tx -> tx.saveSearch(UNREAD)));
    assertEquals(Optional.empty(), store.write(tx -> tx.saveSearch(RAG)));
    assertEquals(List.of(RAG, UNREAD), store.savedSearches());
    assertEquals(Optional.of(RAG), store.write(tx -> tx.saveSearch(AGAIN)));
    assertEquals(List.of(AGAIN, UNREAD), store.savedSearches());
  }

  @Test
  void areForgottenByName() {
    does(tx -> tx.saveSearch(RAG));
    assertEquals(Optional.empty(), store.write(tx -> tx.forgetSearch("rga")));
    assertEquals(Optional.of(RAG), store.write(tx -> tx.forgetSearch("rag")));
    assertEquals(List.of(), store.savedSearches());
  }

  @Test
  void changeNothingThatTheIndexFollows() {
    long id = add("a");
    long seq = store.lastSeq();
    does(tx -> tx.saveSearch(RAG));
    assertEquals(seq, store.lastSeq());
    assertEquals(List.of(id), store.ids(Listing.ALL));
  }

  @Test
  void comeBackWithABackup() {
    does(tx -> tx.saveSearch(RAG));
    Path backup = folder.resolve("backup.db");
    store.backup(backup);
    Path restored = folder.resolve("restored/library.db");
    Store.restore(backup, restored);
    try (Store again = Store.open(restored)) {
      assertEquals(List.of(RAG), again.savedSearches());
    }
  }

  @Test
  void canBeKeptInALibraryThatIsOlderThanThey() {
    Path older = folder.resolve("older/library.db");
    LibraryFile first =
        new LibraryFile(older, Migration.all().subList(0, 1), Duration.ofSeconds(5), "");
    first.create();
    try (Sql before = first.writer()) {
      before.script(
          """
          INSERT INTO bookmark (given, fetch_address, title, added_at, changed_at, seq)
          VALUES ('g', 'f', 'my own title',
            '2026-01-04T08:30:00.000000000Z', '2026-01-04T08:30:00.000000000Z', 1);
          INSERT INTO address VALUES ('https://example.org/a', 1, 1);
          UPDATE library SET seq = 1;
          """);
    }
    try (Store upgraded = Store.open(older)) {
      assertEquals("my own title", upgraded.entry(1).orElseThrow().title());
      assertEquals(Optional.empty(), upgraded.write(tx -> tx.saveSearch(RAG)));
      assertEquals(List.of(RAG), upgraded.savedSearches());
      assertEquals(List.of(), upgraded.check(true));
    }
    assertTrue(Files.exists(folder.resolve("older/library.db.before-2")));
  }
}
