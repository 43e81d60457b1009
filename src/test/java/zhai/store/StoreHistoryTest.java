package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.after;
import static zhai.store.Samples.url;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.model.Attempt;
import zhai.model.Change;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.ReadingState;
import zhai.model.Tag;
import zhai.model.Verdict;

/// Changes in their order, listings, totals, and what a transaction shows to whom.
class StoreHistoryTest extends OpenStore {
  @Test
  void tellsOnlyTheLatestChangeOfEachBookmark() {
    long a = add("a");
    long b = add("b");
    long c = add("c");
    long d = add("d");
    long seen = store.lastSeq();
    assertEquals(List.of("put a", "put b", "put c", "put d"), changes(0, 10));
    does(tx -> {
      tx.setStarred(c, true, NOON);
      tx.trash(b, NOON);
      tx.setStarred(c, false, NOON);
      tx.merge(d, a, NOON);
    });
    assertEquals(List.of("removed 2", "put c", "removed 4", "put a"), changes(seen, 10));
    assertEquals(List.of("removed 2", "put c"), changes(seen, 2));
    assertEquals(List.of(), changes(store.lastSeq(), 10));
    does(tx -> tx.purgeTrashedBefore(after(1)));
    assertEquals(List.of("removed 2", "put c", "removed 4", "put a"), changes(seen, 10));
    assertEquals(store.lastSeq(), store.changesAfter(0, 10).getLast().seq());
  }

  @Test
  void tellsFewerChangesAtOnceWhereThePagesAreLong() {
    String text = "长".repeat(1 << 20);
    for (String page : List.of("a", "b", "c", "d")) {
      long id = add(page);
      does(tx -> tx.addArticle(id, Samples.reading(text, NOON)));
    }
    assertEquals(List.of("put a", "put b", "put c"), changes(0, 10));
    Change last = store.changesAfter(0, 10).getLast();
    assertEquals(List.of("put d"), changes(last.seq(), 10));
  }

  @Test
  void tellsOfAnArticleTheTextThatIsSearched() {
    long id = add("a");
    does(tx -> tx.addArticle(id, Samples.reading("先看第三节", NOON)));
    Change.Put told = (Change.Put) store.changesAfter(0, 10).getFirst();
    Content content = Objects.requireNonNull(told.entry().currentArticle()).content();
    assertEquals(new Content("", "", "先看第三节"), content);
  }

  private List<String> changes(long after, int limit) {
    return store.changesAfter(after, limit).stream()
        .map(change ->
            switch (change) {
              case Change.Put(_, Entry entry) ->
                  "put " + entry.bookmark().url().canonical().substring(20);
              case Change.Removed(_, long id) -> "removed " + id;
            })
        .toList();
  }

  static Stream<Arguments> changesThatChangeNothing() {
    return Stream.of(
        change("tag", tx -> tx.addTag(1, new Tag("rag"), after(99))),
        change("state", tx -> tx.setState(1, ReadingState.READ, after(99))),
        change("star", tx -> tx.setStarred(1, true, after(99))),
        change("title", tx -> tx.setTitle(1, "my own title", after(99))),
        change("alias", tx -> tx.addAlias(1, "https://example.org/short/a")),
        change("note", tx -> tx.addMark(1, Mark.Note.of("先看第三节 of a", after(99)))),
        change("absent tag", tx -> tx.removeTag(1, new Tag("absent"), after(99))),
        change("present", tx -> tx.untrash(1, after(99))));
  }

  private static Arguments change(String name, Consumer<Transaction> change) {
    return Arguments.argumentSet(name, change);
  }

  @ParameterizedTest
  @MethodSource("changesThatChangeNothing")
  void takesNoNumberForWhatIsSoAlready(Consumer<Transaction> change) {
    store.write(tx -> Samples.addFull(tx, "a"));
    long seq = store.lastSeq();
    does(change);
    assertEquals(seq, store.lastSeq());
    assertEquals(after(7), entry(1).bookmark().changedAt());
  }

  @Test
  void listsByTimeAndByVerdict() {
    long older = store.write(tx -> tx.addBookmark(url("older"), after(-5))).id();
    long first = add("first");
    long second = add("second");
    assertEquals(List.of(second, first, older), store.ids(Listing.ALL));
    does(tx -> tx.recordAttempt(first, new Attempt(Verdict.LOGIN, "wants a login", after(3))));
    assertEquals(List.of(older, second), store.ids(Listing.PENDING));
    assertEquals(List.of(first), store.ids(Listing.FAILED));
    assertEquals(
        List.of(first),
        store.ids(new Listing(EnumSet.of(Verdict.LOGIN), Listing.Order.NEWEST_FIRST)));
    assertEquals("wants a login", entry(first).bookmark().attempt().detail());
  }

  @Test
  void countsWhatThereIs() {
    store.write(tx -> Samples.addFull(tx, "a"));
    long b = add("b");
    long c = add("c");
    does(tx -> tx.recordAttempt(b, new Attempt(Verdict.GONE, null, NOON)));
    does(tx -> tx.trash(c, NOON));
    Totals totals = store.totals();
    assertEquals(
        new Totals(2, 1, 1, 1, 0, 1, 2, 1, 2, 1, 2, 27, totals.packedBytes(), 0, 0), totals);
  }

  @Test
  void undoesAllOfAWriteThatThrows() {
    long seq = store.lastSeq();
    assertThrows(
        ArithmeticException.class,
        () ->
            store.write(tx -> {
              Samples.addFull(tx, "a");
              throw new ArithmeticException("half-way");
            }));
    assertEquals(Optional.empty(), store.idOf("https://example.org/a"));
    assertEquals(seq, store.lastSeq());
    assertEquals(1, add("b"));
  }

  @Test
  void showsATransactionItsOwnWorkAndOthersTheStateBefore() {
    does(tx -> {
      long id = tx.addBookmark(url("a"), NOON).id();
      assertEquals(Optional.of(id), tx.idOf("https://example.org/a"));
      assertTrue(tx.entry(id).isPresent());
      assertEquals(Optional.empty(), store.idOf("https://example.org/a"));
    });
  }

  @Test
  void endsATransactionWithItsWrite() {
    Transaction kept = store.write(tx -> tx);
    assertThrows(IllegalStateException.class, () -> kept.addBookmark(url("a"), NOON));
    assertThrows(IllegalStateException.class, () -> does(_ -> add("b")));
  }

  @Test
  void keepsFolderAndFilesToTheirOwner() throws Exception {
    add("a");
    assertEquals("rwx------", permissions(folder.resolve("zhai")));
    assertEquals("rw-------", permissions(folder.resolve("zhai/library.db")));
    assertEquals("rw-------", permissions(folder.resolve("zhai/library.db-wal")));
    store.backup(folder.resolve("b.db"));
    assertEquals("rw-------", permissions(folder.resolve("b.db")));
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
