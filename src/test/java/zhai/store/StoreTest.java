package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.after;
import static zhai.store.Samples.url;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.model.Anchor;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.ReadingState;
import zhai.model.Span;
import zhai.model.Surroundings;
import zhai.model.Tag;
import zhai.model.Verdict;

class StoreTest extends OpenStore {
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
    assertEquals(
        new Stored(1, Stored.Effect.ADDED), store.write(tx -> tx.addBookmark(url("a"), NOON)));
    long seq = store.lastSeq();
    assertEquals(
        new Stored(1, Stored.Effect.SAME), store.write(tx -> tx.addBookmark(url("a"), after(9))));
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
      assertTrue(tx.updateMark(id, new Mark.Note(first.id(), "uno", after(5), null), after(5)));
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
    assertEquals(
        new Stored(id, Stored.Effect.CHANGED),
        store.write(tx -> tx.addBookmark(url("a"), after(70))));
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
}
