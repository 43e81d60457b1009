package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static zhai.index.Bookmarks.draft;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.Verdict;
import zhai.query.QueryParser;

class AddressNamesTest {
  private static final SearchOptions ALL =
      SearchOptions.best(50, ZonedDateTime.parse("2026-03-31T12:00:00+08:00"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "https://arxiv.org/abs/2401.01234 | 2401.01234",
        "https://github.com/o/r/issues/4021#issuecomment-9 | 4021",
        "https://www.zhihu.com/question/6000001/answer/3000001 | 6000001, 3000001",
        "https://www.bilibili.com/video/BV1xx411c7mD | BV1xx411c7mD",
        "https://pmc.example/articles/PMC123456/ | PMC123456",
        "https://blog.example/2026/01/small-models | -",
        "https://forum.example/t?p=12345&page=2 | 12345",
        "https://example.com/ | -",
      })
  void areNumbers(String address, String expected) {
    String numbers = String.join(", ", AddressNames.numbers(address));
    assertEquals(expected == null ? "" : expected, numbers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2401.01234 | 1",
        "arxiv 2401.01234 | 1",
        "abs | ''",
        "question answer | ''",
        "3000001 | 2",
        "answer/3000001 | 2",
        "answer/300 | 2",
        "swer/3000001 | ''",
        "-answer/3000001 龙卷风 OR 回答 | 3",
        "龙卷风 | 3",
        "small models | 3",
        "\"100%\" | 3",
      })
  void findTheirPages(String query, String expected) {
    Bookmarks bookmarks =
        new Bookmarks()
            .put(draft(1).at("https://arxiv.org/2401.01234").page("A paper", "Words."))
            .put(
                draft(2)
                    .at("https://www.zhihu.com/question/6000001/answer/3000001")
                    .page("一个回答", "正文。"))
            .put(
                draft(3)
                    .at("https://wiki.example/small-models/%E9%BE%99%E5%8D%B7%E9%A3%8E/100%25")
                    .verdict(Verdict.PENDING));
    try (SearchIndex index = SearchIndex.open(folder, "library")) {
      bookmarks.catchUp(index);
      List<Hit> hits = index.search(QueryParser.parse(query), ALL).hits();
      String found =
          hits.stream()
              .filter(hit -> !hit.partial())
              .map(hit -> Long.toString(hit.id()))
              .sorted()
              .collect(Collectors.joining(" "));
      assertEquals(expected, found);
    }
  }
}
