package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.index.CatchUp.Busy;
import zhai.index.CatchUp.Followed;
import zhai.index.CatchUp.NotWritten;
import zhai.index.CatchUp.UpToDate;
import zhai.query.Query;
import zhai.query.QueryParser;

class SearchIndexTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00Z");

  @TempDir Path folder;

  private SearchIndex open(String uuid) {
    return SearchIndex.open(folder.resolve("lucene"), uuid);
  }

  private static List<Long> found(SearchIndex index, String query) {
    return index.search(QueryParser.parse(query), SearchOptions.best(10, NOW)).hits().stream()
        .map(Hit::id)
        .sorted()
        .toList();
  }

  private static Bookmarks three() {
    return new Bookmarks().text(1, "知识蒸馏").text(2, "知识图谱").text(3, "知识管理");
  }

  @Test
  void anIndexThatIsNotThereIsEmpty() {
    try (SearchIndex index = open("a")) {
      assertEquals(0, index.indexedSeq());
      assertEquals(List.of(), found(index, "知识"));
      assertEquals(0, index.ids().count());
      assertEquals(new UpToDate(), new Bookmarks().catchUp(index));
      assertFalse(Files.exists(folder.resolve("lucene")));
    }
  }

  @Test
  void followsAdditionsEditsAndRemovals() {
    try (SearchIndex index = open("a")) {
      Bookmarks bookmarks = three();
      assertEquals(new Followed(3, true), bookmarks.catchUp(index));
      assertEquals(List.of(1L, 2L, 3L), found(index, "知识"));
      bookmarks.text(2, "换了内容").remove(1);
      assertEquals(new Followed(2, false), bookmarks.catchUp(index));
      assertEquals(List.of(3L), found(index, "知识"));
      assertEquals(List.of(2L), found(index, "内容"));
      assertEquals(5, index.indexedSeq());
      assertEquals(List.of(2L, 3L), index.ids().sorted().boxed().toList());
      assertEquals(new UpToDate(), bookmarks.catchUp(index));
    }
  }

  @Test
  void anInterruptedCatchUpHealsAtTheNext() {
    try (SearchIndex index = open("a")) {
      Bookmarks bookmarks = new Bookmarks().text(1, "知识");
      bookmarks.catchUp(index);
      bookmarks.text(2, "知识").text(3, "知识").text(4, "知识");
      assertThrows(
          IllegalStateException.class,
          () ->
              index.catchUp(
                  () -> 4,
                  seq -> {
                    if (seq == 3) {
                      throw new IllegalStateException("the store went away");
                    }
                    return bookmarks.after(seq);
                  }));
      assertEquals(1, index.indexedSeq());
      assertEquals(new Followed(3, false), bookmarks.catchUp(index));
      assertEquals(List.of(1L, 2L, 3L, 4L), found(index, "知识"));
    }
  }

  @Test
  void anInterruptWhileItWritesIsNotForgotten() {
    try (SearchIndex index = open("a")) {
      three().catchUp(index);
      Thread writing = Thread.currentThread();
      CatchUp done =
          index.catchUp(
              () -> 4,
              _ -> {
                writing.interrupt();
                return List.of();
              });
      assertTrue(Thread.interrupted());
      assertInstanceOf(NotWritten.class, done);
      assertEquals(3, index.indexedSeq());
      assertEquals(new Followed(0, false), index.catchUp(() -> 4, _ -> List.of()));
    }
  }

  @Test
  void manyChangesWrittenSideBySideComeToTheSameAsOneByOne() {
    Bookmarks bookmarks = new Bookmarks();
    add(bookmarks, 1, 500);
    for (int id = 3; id <= 500; id += 3) {
      bookmarks.text(id, "内容 number" + id);
    }
    for (int id = 5; id <= 500; id += 5) {
      bookmarks.remove(id);
    }
    SearchOptions all = SearchOptions.best(500, NOW);
    Query query = QueryParser.parse("知识 OR 内容");
    try (SearchIndex many = open("a");
        SearchIndex single = SearchIndex.open(folder.resolve("single"), "a")) {
      many.catchUp(bookmarks::latest, seq -> bookmarks.after(seq, 60));
      single.catchUp(bookmarks::latest, seq -> bookmarks.after(seq, 1));
      assertEquals(400, many.search(query, all).hits().size());
      assertEquals(single.search(query, all).hits(), many.search(query, all).hits());
      assertEquals(bookmarks.latest(), many.indexedSeq());
    }
  }

  @Test
  void aSmallIndexThatIsMostlyNewIsOnePart() throws IOException {
    Bookmarks bookmarks = new Bookmarks();
    try (SearchIndex index = open("a")) {
      add(bookmarks, 1, 20);
      bookmarks.catchUp(index);
      add(bookmarks, 21, 50);
      bookmarks.catchUp(index);
      assertEquals(1, parts());
      add(bookmarks, 51, 70);
      bookmarks.catchUp(index);
      assertTrue(parts() > 1, "all was written anew for a few");
    }
  }

  @Test
  void stepsOnTheWayLeavePartsThatTheEndPutsTogether() throws IOException {
    Bookmarks bookmarks = new Bookmarks();
    try (SearchIndex index = open("a")) {
      for (int step = 0; step < 3; step++) {
        add(bookmarks, 20 * step + 1, 20 * step + 20);
        index.catchUpSoFar(bookmarks::latest, bookmarks::after);
        assertEquals(bookmarks.latest(), index.indexedSeq());
      }
      assertTrue(parts() > 1, "all was written anew at each step");
      assertEquals(new CatchUp.Followed(0, false), bookmarks.catchUp(index));
      assertEquals(1, parts());
      assertEquals(new CatchUp.UpToDate(), bookmarks.catchUp(index));
    }
  }

  private static void add(Bookmarks bookmarks, int first, int last) {
    for (int id = first; id <= last; id++) {
      bookmarks.text(id, "知识 number" + id);
    }
  }

  private int parts() throws IOException {
    Path generation = new Generations(folder.resolve("lucene")).current().orElseThrow();
    try (FSDirectory files = FSDirectory.open(generation)) {
      return SegmentInfos.readLatestCommit(files).size();
    }
  }

  @Test
  void anotherLibrarysIndexIsBuiltAnew() {
    try (SearchIndex index = open("a")) {
      three().catchUp(index);
    }
    try (SearchIndex index = open("b")) {
      assertEquals(0, index.indexedSeq());
      assertEquals(List.of(), found(index, "知识"));
      assertEquals(new Followed(1, true), new Bookmarks().text(7, "知识").catchUp(index));
      assertEquals(List.of(7L), found(index, "知识"));
    }
  }

  @Test
  void anIndexThatLeadsTheStoreIsBuiltAnew() {
    try (SearchIndex index = open("a")) {
      three().catchUp(index);
      assertEquals(new Followed(1, true), new Bookmarks().text(9, "知识").catchUp(index));
      assertEquals(List.of(9L), found(index, "知识"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"segments_", ".si", ".cfs", ".cfe", "current"})
  void aTruncatedFileIsHealedByTheNextCatchUp(String name) throws IOException {
    try (SearchIndex index = open("a")) {
      three().catchUp(index);
    }
    Path file = file(name);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    try (SearchIndex index = open("a")) {
      assertEquals(0, index.indexedSeq());
      assertEquals(IndexFinding.Kind.ABSENT, index.check(false).getFirst().kind());
      assertEquals(new Followed(3, true), three().catchUp(index));
      assertEquals(List.of(1L, 2L, 3L), found(index, "知识"));
    }
  }

  @Test
  void aFlippedBitIsFoundByReadingEveryByteAndHealedByBuildingAnew() throws IOException {
    try (SearchIndex index = open("a")) {
      three().catchUp(index);
      assertEquals(List.of(), index.check(true));
    }
    Path file = file(".cfs");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    try (SearchIndex index = open("a")) {
      assertEquals(1, index.check(true).size());
      assertEquals(new Followed(3, true), index.rebuild(3, three()::after));
      assertEquals(List.of(), index.check(true));
      assertEquals(List.of(1L, 2L, 3L), found(index, "知识"));
    }
  }

  private Path file(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().contains(name)).findFirst().get();
    }
  }

  @Test
  void whileAnotherWritesItIsLeftAsItIsAndStillSearched() throws IOException {
    Bookmarks bookmarks = three();
    try (SearchIndex index = open("a")) {
      bookmarks.catchUp(index);
      bookmarks.text(4, "知识产权");
      try (FSDirectory directory = FSDirectory.open(folder.resolve("lucene"));
          Lock _ = directory.obtainLock("write.lock")) {
        assertInstanceOf(Busy.class, bookmarks.catchUp(index));
        assertInstanceOf(Busy.class, index.rebuild(4, bookmarks::after));
        assertEquals(List.of(1L, 2L, 3L), found(index, "知识"));
      }
      assertEquals(new Followed(1, false), bookmarks.catchUp(index));
    }
  }

  @Test
  void aRebuildIsSwappedInWhileOthersRead() throws IOException {
    Bookmarks bookmarks = three();
    try (SearchIndex reading = open("a");
        SearchIndex writing = open("a")) {
      bookmarks.catchUp(reading);
      assertEquals(List.of(1L, 2L, 3L), found(reading, "知识"));
      bookmarks.remove(1);
      assertEquals(new Followed(3, true), writing.rebuild(bookmarks.latest(), bookmarks::after));
      assertEquals(List.of(1L, 2L, 3L), found(reading, "知识"));
      bookmarks.catchUp(reading);
      assertEquals(List.of(2L, 3L), found(reading, "知识"));
    }
  }

  @Test
  void whatAKilledProcessLeftIsSweptAway() throws IOException {
    try (SearchIndex index = open("a")) {
      three().catchUp(index);
    }
    Path left = Files.createDirectory(folder.resolve("lucene/g-7"));
    Files.writeString(left.resolve("_0.cfs"), "half");
    try (SearchIndex index = open("a")) {
      three().text(4, "新的").catchUp(index);
      assertFalse(Files.exists(left));
      assertTrue(Files.exists(folder.resolve("lucene/g-1")));
    }
  }
}
