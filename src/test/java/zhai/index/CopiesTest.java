package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static zhai.index.Bookmarks.draft;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.query.QueryParser;

class CopiesTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00Z");

  @TempDir Path folder;

  private static String article() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 60; i++) {
      text.append("第").append(i).append("步先蒸馏再剪枝，步长是").append(i * i).append("。");
    }
    return text.toString();
  }

  private SearchIndex index() {
    SearchIndex index = SearchIndex.open(folder, "a");
    new Bookmarks()
        .put(draft(1).page("小模型蒸馏", article()).added("2026-01-05T00:00:00Z"))
        .put(draft(2).page("【转载】小模型", "来源：某处。" + article()).added("2026-01-04T00:00:00Z"))
        .put(draft(3).page("转载的小模型", article()).note("剪枝的部分要重看").added("2026-01-03T00:00:00Z"))
        .put(draft(4).page("别的蒸馏", "白兰地要蒸馏两次。").added("2026-01-02T00:00:00Z"))
        .catchUp(index);
    return index;
  }

  private static String originals(SearchIndex index, String query) {
    SearchOptions newest = SearchOptions.best(10, NOW).withSort(SortOrder.NEWEST);
    return index.search(QueryParser.parse(query), newest).hits().stream()
        .map(hit -> hit.id() + (hit.original() == null ? "" : "<" + hit.original()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aCopyStandsUnderTheHitBeforeIt() {
    try (SearchIndex index = index()) {
      assertEquals("1 2<1 3<1 4", originals(index, "蒸馏"));
    }
  }

  @Test
  void aCopyWithWordsOfTheUsersOwnThatMatchStandsForItself() {
    try (SearchIndex index = index()) {
      assertEquals("1 2<1 3", originals(index, "剪枝"));
    }
  }

  @Test
  void scriptsAskForNoneOfThis() {
    try (SearchIndex index = index()) {
      SearchOptions bare = SearchOptions.best(10, NOW).bare();
      assertEquals(
          0,
          index.search(QueryParser.parse("蒸馏"), bare).hits().stream()
              .filter(hit -> hit.original() != null)
              .count());
    }
  }

  @Test
  void similarOnesAreMarkedAsCopies() {
    try (SearchIndex index = index()) {
      assertEquals(
          "2 copy, 3 copy",
          index.similar(1, 10).stream()
              .filter(similar -> similar.id() != 4)
              .map(similar -> similar.id() + (similar.copy() ? " copy" : ""))
              .sorted()
              .collect(Collectors.joining(", ")));
    }
  }
}
