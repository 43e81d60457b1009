package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.Verdict;
import zhai.query.QueryParser;

class FacetTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00Z");

  @TempDir Path folder;

  private String facets(Bookmarks bookmarks, String query) {
    try (SearchIndex index = SearchIndex.open(folder, "a")) {
      bookmarks.catchUp(index);
      Facets facets = index.facets(QueryParser.parse(query), NOW);
      return facets.total()
          + facets.facets().stream().map(FacetTest::line).collect(Collectors.joining());
    }
  }

  private static String line(Facet facet) {
    String counts =
        facet.counts().stream()
            .map(count -> count.value() + " " + count.bookmarks())
            .collect(Collectors.joining(", "));
    return "; %s: %s%s"
        .formatted(
            facet.property().label(), counts, facet.others() == 0 ? "" : " +" + facet.others());
  }

  private static Bookmarks three() {
    return new Bookmarks()
        .put(
            Bookmarks.draft(1)
                .at("https://www.zhihu.com/question/1")
                .page("检索增强", "检索增强生成")
                .by("李雷；韩梅梅", "知乎")
                .in("zh-CN")
                .published("2025-03-01")
                .tag("RAG")
                .tag("小模型"))
        .put(
            Bookmarks.draft(2)
                .at("https://blog.example.org/2")
                .page("Retrieval", "检索 in English")
                .by("Jane Roe and John Doe", "Blog")
                .in("en")
                .published("2025-12-31")
                .tag("RAG")
                .starred()
                .read("2026-01-02T00:00:00Z"))
        .put(Bookmarks.draft(3).at("https://zhihu.com/3").verdict(Verdict.PENDING).note("检索"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|3; tag: RAG 2, 小模型 1; site: zhihu.com 2, blog.example.org 1; year: 2025 2;"
            + " author: Jane Roe 1, John Doe 1, 李雷 1, 韩梅梅 1; language: en 1, zh 1;"
            + " state: unread 2, pending 1, read 1, starred 1",
        "-tag:rag|1; site: zhihu.com 1; state: pending 1, unread 1",
        "检索 english|1; tag: RAG 1; site: blog.example.org 1; year: 2025 1;"
            + " author: Jane Roe 1, John Doe 1; language: en 1; state: read 1, starred 1",
        "检索 nirgends|0",
      })
  void countsAllWholeMatchesByWhatTheyHave(String query, String expected) {
    assertEquals(expected, facets(three(), query));
  }

  @Test
  void namesTheTenMostFrequentAndCountsTheOthers() {
    Bookmarks bookmarks = new Bookmarks();
    for (int i = 1; i <= 13; i++) {
      Bookmarks.Draft draft = Bookmarks.draft(i).at("https://same.example.org/" + i).note("x");
      for (int tag = 10 + i; tag < 24; tag++) {
        draft.tag("t" + tag);
      }
      bookmarks.put(draft);
    }
    assertEquals(
        "13; tag: t23 13, t22 12, t21 11, t20 10, t19 9, t18 8, t17 7, t16 6, t15 5, t14 4 +3;"
            + " site: same.example.org 13; state: unread 13",
        facets(bookmarks, ""));
  }

  @Test
  void leavesOutWhatWasRemovedOrChanged() {
    Bookmarks bookmarks = three();
    try (SearchIndex index = SearchIndex.open(folder, "a")) {
      bookmarks.catchUp(index);
    }
    bookmarks.remove(1).put(Bookmarks.draft(2).at("https://other.example.org").note("x"));
    assertEquals(
        "2; site: other.example.org 1, zhihu.com 1; state: unread 2, pending 1",
        facets(bookmarks, ""));
  }
}
