package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.index.Bookmarks.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.query.QueryParser;

class RankingTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00+08:00");

  @TempDir Path folder;

  private List<Long> ranked(Bookmarks bookmarks, String query, SearchOptions options) {
    try (SearchIndex index = SearchIndex.open(folder, "library")) {
      bookmarks.catchUp(index);
      return index.search(QueryParser.parse(query), options).hits().stream().map(Hit::id).toList();
    }
  }

  private List<Long> ranked(Bookmarks bookmarks, String query) {
    return ranked(bookmarks, query, SearchOptions.best(10, NOW).bare());
  }

  /// The better of two pages is added first, so that it isn't first by being newer.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "《远方》 | 重读《远方》这本书 | 远方，远方，远方的书",
        "connection | the connection of parts | the connected connected parts",
        "cache miss | costly as a cache miss is | a cache that few people miss",
        "rust compiler | a rust book on its compiler | rust was found on that old bridge and later"
            + " we read of a compiler",
        "GPT 模型 | 关于 GPT 模型的文章 | 模型与 GPT 的文章有关",
        "知识蒸馏 | 小模型的知识蒸馏 | 知识的蒸馏与小模型",
        "what is the capital of France | Paris, capital city in France | what is the use of it",
        "how do bees see | bees see | how do we do what we do",
      })
  void ranksFirst(String query, String better, String worse) {
    Bookmarks bookmarks = new Bookmarks().text(1, better).text(2, worse);
    assertEquals(1L, ranked(bookmarks, query).getFirst());
  }

  /// The first of these titles is a page's that hardly speaks of it, the second one's that does.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis | Redis | Redis, Redis and more Redis",
        "redis | Redis? | Redis Redis",
        "用 rust 写编译器 | 用Rust写编译器 | 用 Rust 写编译器（二）",
        "资讯的价值 | 資訊的價值 | 资讯的价值 资讯的价值",
        "title:redis | Redis | Redis Redis",
        "redis is:unread | Redis | Redis Redis",
        "Rust: the book | 'Rust — The Book!' | The Book on Rust: The Book",
      })
  void aPageWhoseWholeTitleIsTypedComesFirst(String query, String title, String other) {
    String text = "redis, rust, 用 rust 写编译器，资讯的价值。".repeat(20);
    Bookmarks bookmarks =
        new Bookmarks().put(draft(1).page(title, "短文")).put(draft(2).page(other, text));
    for (long id = 3; id < 300; id++) {
      bookmarks.text(id, text);
    }
    assertEquals(1L, ranked(bookmarks, query).getFirst());
    assertEquals(1L, ranked(bookmarks, query, SearchOptions.best(10, NOW)).getFirst());
  }

  @Test
  void handsOutAllThatThereAreInTheirOrder() {
    Bookmarks bookmarks = new Bookmarks();
    for (long id = 1; id <= 300; id++) {
      bookmarks.text(id, "知识蒸馏");
    }
    SearchOptions all = SearchOptions.best(Integer.MAX_VALUE, NOW);
    List<Long> newestFirst = LongStream.rangeClosed(1, 300).map(i -> 301 - i).boxed().toList();
    assertEquals(newestFirst, ranked(bookmarks, "蒸馏", all.wholeOnly()));
    assertEquals(newestFirst.subList(0, 10), ranked(bookmarks, "蒸馏"));
    assertEquals(newestFirst.subList(0, 10), ranked(bookmarks, "蒸馏 量化"));
    assertEquals(newestFirst, ranked(bookmarks, "蒸馏 量化", all.bare()));
  }

  @Test
  void functionWordsAloneAreStillLookedFor() {
    Bookmarks bookmarks = new Bookmarks().text(1, "to be or not to be").text(2, "let it be");
    assertEquals(List.of(1L, 2L), ranked(bookmarks, "to be or not to be"));
  }

  @Test
  void scriptsGetTheBestAnswerFirstEvenIfItLacksAWord() {
    String query = "知识蒸馏 温度 量化 剪枝 方法";
    Bookmarks bookmarks =
        new Bookmarks()
            .text(1, "知识蒸馏 温度 量化 剪枝。".repeat(3))
            .text(2, "别的事情很多很多。".repeat(300) + "知识蒸馏的方法，量化，剪枝，温度");
    for (long id = 3; id < 100; id++) {
      bookmarks.text(id, "做饭 " + id);
    }
    SearchOptions options = SearchOptions.best(10, NOW);
    assertEquals(List.of(2L, 1L), ranked(bookmarks, query, options));
    assertEquals(List.of(1L, 2L), ranked(bookmarks, query, options.bare()));
  }

  /// However long a query is, what is summed up stays within bounds.
  @ParameterizedTest
  @ValueSource(strings = {"w%d ", "词%d", "\"a%d b\" ", "c%d+ "})
  void sumsUpNoMoreForAVeryLongQuery(String word) throws IOException {
    String query =
        IntStream.range(0, 1_000)
            .mapToObj(i -> word.replace("%d", Integer.toString(i)))
            .collect(Collectors.joining());
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      indexEverywhere(directory, query);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        List<Needle> needles = Needle.of(QueryParser.parse(query));
        Ranking ranking = new Ranking(new KnownTerms(reader), needles, Expansion.NONE);
        assertTrue(ranking.parts().size() <= 2_048, () -> "parts: " + ranking.parts().size());
        assertTrue(ranking.parts().size() >= 512, () -> "parts: " + ranking.parts().size());
      }
    }
  }

  private static void indexEverywhere(Directory directory, String text) throws IOException {
    Document document = new Document();
    for (TextField field : Needle.ANYWHERE) {
      document.add(new org.apache.lucene.document.TextField(field.words(), text, Store.NO));
      document.add(new org.apache.lucene.document.TextField(field.grams(), text, Store.NO));
    }
    try (IndexWriter writer =
        new IndexWriter(
            directory, new IndexWriterConfig(Analysis.byField(UnaryOperator.identity())))) {
      writer.addDocument(document);
    }
  }
}
