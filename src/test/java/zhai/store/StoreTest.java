package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.model.Anchor;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Change;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.ReadingState;
import zhai.model.Span;
import zhai.model.Surroundings;
import zhai.model.Tag;
import zhai.model.Verdict;

class StoreTest {
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.create(folder.resolve("zhai/library.db"));
  }

  @AfterEach
  void closesCleanAndSound() {
    assertEquals(List.of(), store.check(true));
    store.close();
  }

  private void does(Consumer<Transaction> work) {
    store.write(tx -> {
      work.accept(tx);
      return true;
    });
  }

  private long add(String path) {
    return store.write(tx -> tx.addBookmark(url(path), NOON)).id();
  }

  private Entry entry(long id) {
    return store.entry(id).orElseThrow();
  }

  @Test
  void keepsABookmarkAsItWasGiven() {
    long id = add("a");
    Bookmark bookmark = entry(id).bookmark();
    assertEquals(
        new Bookmark(
            1,
            url("a"),
            List.of(),
            null,
            List.of(),
            ReadingState.UNREAD,
            false,
            Attempt.NONE,
            NOON,
            NOON,
            null),
        bookmark);
    assertEquals("https://example.org/a?utm_source=x", bookmark.url().given());
    assertEquals("https://example.org/a?token=1", bookmark.url().fetchAddress());
  }

  @Test
  void findsTheSamePageAgain() {
    assertEquals(new Stored(1, true), store.write(tx -> tx.addBookmark(url("a"), NOON)));
    long seq = store.lastSeq();
    assertEquals(new Stored(1, false), store.write(tx -> tx.addBookmark(url("a"), after(9))));
    assertEquals(seq, store.lastSeq());
  }

  @Test
  void findsABookmarkByItsAliases() {
    long id = add("a");
    does(tx -> assertTrue(tx.addAlias(id, "https://t.example/x")));
    assertEquals(Optional.of(id), store.idOf("https://t.example/x"));
    assertEquals(Optional.of(id), store.idOf("https://example.org/a"));
    assertEquals(List.of("https://t.example/x"), entry(id).bookmark().aliases());
  }

  @Test
  void refusesAnAliasThatIsAnotherBookmarksAddress() {
    long id = add("a");
    add("b");
    does(tx -> assertFalse(tx.addAlias(id, "https://example.org/b")));
    assertEquals(List.of(), entry(id).bookmark().aliases());
  }

  @Test
  void returnsEntriesInTheOrderAskedAndLeavesOutAbsentOnes() {
    long a = add("a");
    long b = add("b");
    long c = add("c");
    does(tx -> tx.trash(b, NOON));
    List<Long> found =
        store.entries(List.of(c, 99L, b, a)).stream().map(e -> e.bookmark().id()).toList();
    assertEquals(List.of(c, a), found);
  }

  @Test
  void showsAnOutlineWithoutTheArticlesContent() {
    long id = store.write(tx -> Samples.addFull(tx, "a"));
    ArticleVersion outline = store.outlines(List.of(id)).getFirst().article();
    assertEquals("题目 second a", outline.article().title());
    assertEquals("", outline.article().content().text());
  }

  @Test
  void keepsAllThatWasSaidAboutABookmark() {
    long id = store.write(tx -> Samples.addFull(tx, "a"));
    Entry entry = entry(id);
    assertEquals("my own title", entry.title());
    assertEquals(List.of(new Tag("rag"), new Tag("知识蒸馏")), entry.bookmark().tags());
    assertEquals(after(5), entry.bookmark().readAt());
    assertEquals(after(7), entry.bookmark().changedAt());
    assertTrue(entry.bookmark().starred());
    assertEquals("> a\r\n", entry.sources().getFirst().body());
    assertEquals(List.of("先看第三节 of a"), entry.notes().stream().map(Mark.Note::text).toList());
    Mark.Excerpt excerpt = entry.excerpts().getFirst();
    assertEquals(new Surroundings("前", "后"), excerpt.surroundings());
    assertEquals(new Anchor.Ambiguous(List.of(new Span(0, 4), new Span(9, 13))), excerpt.anchor());
    assertEquals(new Anchor.Near(new Span(3, 9), 0.93), entry.excerpts().get(1).anchor());
  }

  @Test
  void keepsEveryReadingAndOneOfThemCurrent() {
    long id = store.write(tx -> Samples.addFull(tx, "a"));
    does(tx -> {
      NewReading worse = Samples.reading("worse", after(8));
      tx.addArticle(
          id, new NewReading(null, Verdict.PREVIEW, worse.article(), false, worse.readAt()));
    });
    List<ArticleVersion> versions = store.versions(id);
    assertEquals(List.of(1, 2, 3), versions.stream().map(ArticleVersion::number).toList());
    assertEquals(
        List.of(false, true, false), versions.stream().map(ArticleVersion::current).toList());
    assertEquals(versions.get(1), entry(id).article());
  }

  @Test
  void givesBackThePageByteForByte() {
    long id = store.write(tx -> Samples.addFull(tx, "a"));
    assertEquals(Optional.of(Samples.page("<html>second a", after(7))), store.snapshot(id));
    String first = store.versions(id).getFirst().snapshotSha256();
    assertEquals(Optional.of(Samples.page("<html>first a", after(6))), store.snapshot(id, first));
  }

  @Test
  void keepsTheSameBodyOnce() {
    does(tx -> {
      long a = tx.addBookmark(url("a"), NOON).id();
      long b = tx.addBookmark(url("b"), NOON).id();
      tx.addArticle(a, Samples.reading("same", after(1)));
      tx.addArticle(b, Samples.reading("same", after(2)));
      tx.addArticle(b, Samples.reading("same", after(3)));
    });
    assertEquals(1, store.totals().bodies());
    assertEquals(after(3), store.snapshot(2).orElseThrow().takenAt());
  }

  @Test
  void takesTheSameWordsOnce() {
    long id = add("a");
    Mark quote = Mark.Excerpt.of("a quote", null, after(1));
    does(tx -> {
      assertTrue(tx.addMark(id, quote));
      assertFalse(tx.addMark(id, Mark.Excerpt.of("a quote", null, after(2))));
      assertTrue(tx.addMark(id, Mark.Excerpt.of("a quote", "why", after(3))));
      assertTrue(tx.addMark(id, Mark.Note.of("a quote", after(4))));
    });
    assertEquals(3, entry(id).marks().size());
  }

  @Test
  void changesAndRemovesMarksInPlace() {
    long id = add("a");
    for (String text : List.of("one", "two", "three")) {
      does(tx -> tx.addMark(id, Mark.Note.of(text, NOON)));
    }
    Mark.Note first = (Mark.Note) entry(id).marks().getFirst();
    does(tx -> {
      assertTrue(tx.updateMark(id, new Mark.Note(first.id(), "uno", after(5)), after(5)));
      assertTrue(tx.removeMark(id, entry(id).marks().get(1).id(), after(6)));
      assertFalse(tx.removeMark(id, 99, after(7)));
    });
    assertEquals(List.of("uno", "three"), entry(id).notes().stream().map(Mark.Note::text).toList());
    assertEquals(NOON, entry(id).marks().getFirst().addedAt());
    assertEquals(after(6), entry(id).bookmark().changedAt());
  }

  static Stream<Anchor> anchors() {
    return Stream.of(
        new Anchor.Exact(new Span(0, 2)),
        new Anchor.Near(new Span(7, 9), 0.5),
        new Anchor.Ambiguous(List.of(new Span(0, 2), new Span(4, 6), new Span(8, 10))),
        new Anchor.Missing(),
        new Anchor.Unchecked());
  }

  @ParameterizedTest
  @MethodSource("anchors")
  void keepsAnAnchorWithItsPlaces(Anchor anchor) {
    long id = add("a");
    does(tx -> tx.addMark(id, Mark.Excerpt.of("摘录", "c", NOON)));
    Mark.Excerpt anchored =
        entry(id).excerpts().getFirst().anchored(anchor, new Surroundings("x", "y"));
    does(tx -> tx.setAnchors(id, List.of(anchored)));
    assertEquals(List.of(anchored), entry(id).marks());
  }

  @Test
  void showsATagAsItWasFirstTyped() {
    long a = add("a");
    long b = add("b");
    does(tx -> {
      assertTrue(tx.addTag(a, new Tag("RAG"), NOON));
      assertFalse(tx.addTag(a, new Tag("ｒａｇ"), NOON));
      assertTrue(tx.addTag(b, new Tag("rag"), NOON));
    });
    assertEquals(List.of("RAG 2"), tagLines());
    does(tx -> {
      tx.removeTag(a, new Tag("rag"), NOON);
      tx.removeTag(b, new Tag("rag"), NOON);
      tx.addTag(b, new Tag("Rag"), NOON);
    });
    assertEquals(List.of("Rag 1"), tagLines());
  }

  private List<String> tagLines() {
    return store.tags().stream().map(t -> t.tag().label() + " " + t.bookmarks()).toList();
  }

  @Test
  void renamesATagAcrossTheLibrary() {
    long a = add("a");
    long b = add("b");
    does(tx -> {
      tx.addTag(a, new Tag("llm"), NOON);
      tx.addTag(a, new Tag("大模型"), NOON);
      tx.addTag(b, new Tag("llm"), NOON);
      assertEquals(2, tx.renameTag(new Tag("llm"), new Tag("大模型"), after(1)));
      assertEquals(0, tx.renameTag(new Tag("absent"), new Tag("x"), after(1)));
    });
    assertEquals(List.of("大模型 2"), tagLines());
    does(tx -> tx.renameTag(new Tag("大模型"), new Tag("大模型"), after(1)));
    does(tx -> tx.addTag(a, new Tag("ai"), NOON));
    does(tx -> assertEquals(1, tx.renameTag(new Tag("ai"), new Tag("AI"), after(2))));
    assertEquals(List.of("大模型 2", "AI 1"), tagLines());
  }

  @Test
  void hidesWhatLiesInTheTrashAndBringsItBack() {
    long id = store.write(tx -> Samples.addFull(tx, "a"));
    Entry before = entry(id);
    does(tx -> tx.trash(id, after(60)));
    assertEquals(Optional.empty(), store.entry(id));
    assertEquals(Optional.empty(), store.idOf("https://example.org/a"));
    assertEquals(List.of(), store.ids(Listing.ALL));
    assertEquals(List.of(), store.tags());
    assertEquals(
        List.of("my own title"), store.trash().stream().map(t -> t.entry().title()).toList());
    assertEquals(after(60), store.trash().getFirst().removedAt());
    does(tx -> tx.untrash(id, after(61)));
    assertEquals(before.marks(), entry(id).marks());
    assertEquals(List.of(), store.trash());
  }

  @Test
  void bringsATrashedPageBackWhenItIsAddedAgain() {
    long id = add("a");
    does(tx -> tx.trash(id, after(60)));
    assertEquals(new Stored(id, false), store.write(tx -> tx.addBookmark(url("a"), after(70))));
    assertEquals(Optional.of(id), store.idOf("https://example.org/a"));
  }

  @Test
  void neverUsesANumberAgain() {
    long id = store.write(tx -> Samples.addFull(tx, "a"));
    does(tx -> tx.trash(id, NOON));
    does(tx -> assertEquals(0, tx.purgeTrashedBefore(NOON)));
    does(tx -> assertEquals(1, tx.purgeTrashedBefore(after(1))));
    assertEquals(List.of(), store.trash());
    assertEquals(0, store.totals().bodies());
    assertEquals(id + 1, add("a"));
    StoreException.NoBookmark gone =
        assertThrows(
            StoreException.NoBookmark.class, () -> does(tx -> tx.setStarred(id, true, NOON)));
    assertEquals(id, gone.id());
  }

  @Test
  void keepsBothNotesWhenTwoBookmarksMerge() {
    long into = add("into");
    long from = add("from");
    does(tx -> {
      tx.addMark(into, Mark.Note.of("of the one", NOON));
      tx.addMark(into, Mark.Note.of("of both", NOON));
      tx.addMark(from, Mark.Note.of("of both", NOON));
      tx.addMark(from, Mark.Note.of("of the other", NOON));
      tx.addAlias(from, "https://t.example/x");
      tx.addTag(from, new Tag("rag"), NOON);
      tx.merge(from, into, after(10));
    });
    Entry merged = entry(into);
    assertEquals(
        List.of("of the one", "of both", "of the other"),
        merged.notes().stream().map(Mark.Note::text).toList());
    assertEquals(
        List.of("https://example.org/from", "https://t.example/x"), merged.bookmark().aliases());
    assertEquals(List.of(new Tag("rag")), merged.bookmark().tags());
    assertEquals(Optional.of(into), store.idOf("https://example.org/from"));
  }

  @Test
  void losesNothingOfAFullBookmarkThatMerges() {
    long into = store.write(tx -> Samples.addFull(tx, "into"));
    long from = store.write(tx -> Samples.addFull(tx, "from"));
    does(tx -> {
      tx.addSource(from, new NoteSource("daily/2026-01-04.md", 7, null, "another"));
      tx.merge(from, into, after(10));
    });
    Dossier merged = store.dossier(into).orElseThrow();
    assertEquals(4, merged.versions().size());
    assertEquals("second into", merged.entry().article().article().content().text());
    assertEquals(4, merged.snapshots().size());
    assertEquals(4, merged.entry().marks().size());
    assertEquals(2, merged.entry().sources().size());
    assertEquals(after(10), merged.entry().bookmark().changedAt());
  }

  @Test
  void leadsFromTheOldNumberToTheMergedBookmark() {
    long a = add("a");
    long b = add("b");
    long c = add("c");
    does(tx -> tx.merge(a, b, after(1)));
    does(tx -> tx.merge(b, c, after(2)));
    assertEquals(c, entry(a).bookmark().id());
    does(tx -> tx.setStarred(a, true, after(3)));
    assertTrue(entry(c).bookmark().starred());
    does(tx -> tx.merge(a, c, after(4)));
    assertEquals(4, add("d"));
  }

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
  void renewsASourceThatChangedOnTheSameLine() {
    long id = add("a");
    does(tx -> {
      assertTrue(tx.addSource(id, new NoteSource("b.md", 3, null, "old")));
      assertFalse(tx.addSource(id, new NoteSource("b.md", 3, null, "old")));
      assertTrue(tx.addSource(id, new NoteSource("b.md", 3, null, "new")));
      assertTrue(tx.addSource(id, new NoteSource("a.md", 9, null, "")));
      assertTrue(tx.addSource(id, new NoteSource("c.md", 9, null, "")));
      assertTrue(tx.removeSource(id, "c.md", 9));
    });
    assertEquals(
        List.of(new NoteSource("a.md", 9, null, ""), new NoteSource("b.md", 3, null, "new")),
        entry(id).sources());
  }

  @Test
  void countsWhatThereIs() {
    store.write(tx -> Samples.addFull(tx, "a"));
    long b = add("b");
    long c = add("c");
    does(tx -> tx.recordAttempt(b, new Attempt(Verdict.GONE, null, NOON)));
    does(tx -> tx.trash(c, NOON));
    Totals totals = store.totals();
    assertEquals(new Totals(2, 1, 1, 1, 0, 1, 2, 1, 2, 1, 2, 27, totals.packedBytes()), totals);
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
