package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.after;
import static zhai.store.Samples.url;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.model.ArticleVersion;
import zhai.model.Bookmark;
import zhai.model.Dossier;
import zhai.model.Mark;
import zhai.model.ReadingState;
import zhai.model.Tag;

class DossierTest {
  @TempDir Path folder;
  private Store from;
  private Store into;

  @BeforeEach
  void open() {
    from = Store.create(folder.resolve("from.db"));
    into = Store.create(folder.resolve("into.db"));
    from.write(tx -> tx.addBookmark(url("bare"), after(-1)));
    from.write(tx -> Samples.addFull(tx, "a"));
    from.write(tx -> Samples.addFull(tx, "b"));
  }

  @AfterEach
  void closesSound() {
    assertEquals(List.of(), into.check(true));
    from.close();
    into.close();
  }

  private List<Stored> copyAll() {
    return from.ids(Listing.ALL).stream().map(id -> add(from.dossier(id).orElseThrow())).toList();
  }

  private Stored add(Dossier dossier) {
    return into.write(tx -> tx.addDossier(dossier));
  }

  @Test
  void comesBackEqualInAnEmptyLibrary() {
    copyAll();
    assertEquals(from.ids(Listing.ALL), into.ids(Listing.ALL));
    for (long id : from.ids(Listing.ALL)) {
      assertEquals(from.dossier(id), into.dossier(id));
    }
    assertEquals(from.totals().packedBytes(), into.totals().packedBytes());
  }

  @Test
  void changesNothingTheSecondTime() {
    copyAll();
    long seq = into.lastSeq();
    assertTrue(copyAll().stream().allMatch(stored -> stored.effect() == Stored.Effect.SAME));
    assertEquals(seq, into.lastSeq());
  }

  @Test
  void takesAnotherNumberWhenItsOwnWasGiven() {
    into.write(tx -> tx.addBookmark(url("first"), NOON));
    long purged = into.write(tx -> tx.addBookmark(url("second"), NOON)).id();
    into.write(tx -> {
      tx.trash(purged, NOON);
      return tx.purgeTrashedBefore(after(1));
    });
    Stored stored = add(from.dossier(2).orElseThrow());
    assertNotEquals(purged, stored.id());
    assertNotEquals(1, stored.id());
    Dossier copy = into.dossier(stored.id()).orElseThrow();
    assertEquals(from.dossier(2).orElseThrow().versions(), copy.versions());
  }

  @Test
  void joinsTheBookmarkOfTheSamePage() {
    long present = into.write(tx -> tx.addBookmark(url("a"), after(-60))).id();
    into.write(tx -> {
      tx.addMark(present, Mark.Note.of("mine", NOON));
      tx.addTag(present, new Tag("rag"), NOON);
      return tx.addArticle(present, Samples.reading("mine", after(1)));
    });
    assertEquals(new Stored(present, Stored.Effect.CHANGED), add(from.dossier(2).orElseThrow()));
    Dossier joined = into.dossier(present).orElseThrow();
    Bookmark bookmark = joined.entry().bookmark();
    assertEquals(List.of("mine", "先看第三节 of a"), noteTexts(joined));
    assertEquals(after(-60), bookmark.addedAt());
    assertEquals("my own title", bookmark.title());
    assertEquals(ReadingState.READ, bookmark.state());
    assertEquals(2, bookmark.tags().size());
    assertEquals(
        List.of(true, false, false),
        joined.versions().stream().map(ArticleVersion::current).toList());
  }

  private static List<String> noteTexts(Dossier dossier) {
    return dossier.entry().notes().stream().map(Mark.Note::text).toList();
  }

  @Test
  void joinsThePageThatOneOfItsAliasesLeadsTo() {
    long present =
        into.write(
                tx -> {
                  Stored stored = tx.addBookmark(url("elsewhere"), NOON);
                  tx.addAlias(stored.id(), "https://example.org/short/a");
                  return stored;
                })
            .id();
    assertEquals(new Stored(present, Stored.Effect.CHANGED), add(from.dossier(2).orElseThrow()));
    assertEquals(
        List.of("https://example.org/a", "https://example.org/short/a"),
        into.entry(present).orElseThrow().bookmark().aliases());
  }

  @Test
  void bringsItsCounterpartBackFromTheTrash() {
    copyAll();
    into.write(tx -> {
      tx.trash(2, NOON);
      return true;
    });
    assertEquals(new Stored(2, Stored.Effect.CHANGED), add(from.dossier(2).orElseThrow()));
    assertTrue(into.entry(2).isPresent());
  }

  @Test
  void comesInWithoutThePagesBehindItsReadings() {
    Dossier whole = from.dossier(2).orElseThrow();
    Dossier light = new Dossier(whole.entry(), whole.versions(), List.of());
    add(light);
    long seq = into.lastSeq();
    add(light);
    assertEquals(seq, into.lastSeq());
    assertEquals(2, into.versions(2).size());
    assertEquals(null, into.versions(2).getFirst().snapshotSha256());
  }
}
