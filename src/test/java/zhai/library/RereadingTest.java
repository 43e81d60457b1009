package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.extract.Extractor;
import zhai.loopback.TestWeb;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Snapshot;
import zhai.model.Verdict;
import zhai.store.KeptPage;
import zhai.store.NewReading;
import zhai.store.PackedSnapshot;
import zhai.store.Transaction;

/// A library whose articles were read badly once is read anew, in more than one batch.
class RereadingTest {
  private static final Instant NOW = Instant.parse("2026-01-04T02:00:00Z");
  private static final int PAGES = 600;

  @TempDir Path folder;
  private Library library;
  private final List<Long> told = new ArrayList<>();
  private final List<Long> advances = new ArrayList<>();

  @BeforeEach
  void keepPages() {
    library =
        Library.create(
            new LibraryFolder(folder.resolve("library")),
            new Parts(
                new TimedExtractor(() -> new Extractor(List.of())),
                InstantSource.fixed(NOW),
                ZoneId.of("Asia/Shanghai"),
                "test"));
    library
        .store()
        .change(tx -> IntStream.rangeClosed(1, PAGES).forEach(number -> keep(tx, number)));
  }

  @AfterEach
  void close() {
    library.close();
  }

  private void keep(Transaction tx, int number) {
    String address = "https://a.example.org/" + number;
    long id = tx.addBookmark(library.rules().identify(address), NOW).id();
    Bytes body = Bytes.ofUtf8(TestWeb.articleHtml("Page " + number, "Said on page " + number));
    Snapshot.Header type = new Snapshot.Header("Content-Type", "text/html; charset=utf-8");
    Snapshot snapshot =
        new Snapshot(address, Snapshot.Origin.FETCHED, 200, List.of(type), body, NOW);
    Article poor =
        new Article(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new Content("<p>Little.</p>", "Little.", "Little."));
    tx.addArticle(id, new NewReading(PackedSnapshot.of(snapshot), Verdict.READ, poor, true, NOW));
  }

  private List<KeptPage> pages() {
    return Rereading.kept(library, new Finder(library).all());
  }

  @Test
  void renewsAllOfThemInTheirOrderAndTheIndexFollows() {
    new Rereading(
            library,
            true,
            (done, _) -> advances.add(done),
            visit -> told.add(visit.entry().bookmark().id()))
        .run(pages());
    assertEquals(IntStream.rangeClosed(1, PAGES).mapToObj(Long::valueOf).toList(), told);
    assertEquals(List.of(0L, 500L, 600L), advances);
    assertEquals(0, library.unindexed());
    assertEquals("Page 600", library.entry(600).title());
  }

  @Test
  void readsAPageOnceMoreWhoseBookmarkChangedMeanwhile() {
    new Rereading(library, true, Advance.UNSEEN, visit -> pickInTheLast()).run(pages());
    Entry last = library.entry(PAGES);
    assertEquals(2, last.article().number());
    assertInstanceOf(Anchor.Exact.class, last.excerpts().getFirst().anchor());
  }

  /// While pages of the first batch are told of, those of the next are being read.
  private void pickInTheLast() {
    library
        .store()
        .change(tx -> {
          tx.addMark(PAGES, Mark.Excerpt.of("Said on page 600", null, NOW));
        });
  }

  @Test
  void leavesOutWhatWasRemovedMeanwhile() {
    new Rereading(
            library,
            true,
            Advance.UNSEEN,
            visit -> {
              told.add(visit.entry().bookmark().id());
              library.store().change(tx -> tx.trash(PAGES, NOW));
            })
        .run(pages());
    assertEquals(PAGES - 1, told.size());
    assertEquals(PAGES - 1, pages().size());
  }
}
