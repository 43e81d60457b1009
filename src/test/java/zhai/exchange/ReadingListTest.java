package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.Entry;

class ReadingListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DAY  | 2026-03-02: 7 8, 2026-03-03: 9, 2026-03-01: 10",
        "TAG  | null: 9, RAG: 7, 检索: 7, distillation: 8, 写作: 10, 方法论: 10",
        "SITE | zhihu.com: 7 10, blog.example.org: 8, mp.example.com: 9",
        "NONE | null: 7 8 9 10",
      })
  void putsWhatBelongsTogetherUnderAHeading(Grouping grouping, String groups) {
    Layout layout = new Layout(grouping, Split.NONE, null);
    assertEquals(groups, told(Samples.LIST.with(layout).groups(Grouping.NONE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DAY      | 2026-03-02: 7 8, 2026-03-03: 9, 2026-03-01: 10",
        "SITE     | zhihu.com: 7 10, blog.example.org: 8, mp.example.com: 9",
        "NONE     | null: 7 8 9 10",
      })
  void isCutIntoParts(Split split, String parts) {
    assertEquals(parts, told(Samples.LIST.with(new Layout(null, split, null)).parts()));
  }

  @Test
  void hasNoTimeButThatOfItsLatestChange() {
    assertEquals(Samples.NEXT_DAY, Samples.LIST.latestChange());
    assertEquals(Instant.EPOCH, new ReadingList("t", null, List.of()).latestChange());
  }

  private static String told(List<Group> groups) {
    List<String> told = groups.stream().map(it -> it.heading() + ": " + ids(it.entries())).toList();
    return String.join(", ", told);
  }

  private static String ids(List<Entry> entries) {
    return String.join(" ", entries.stream().map(it -> Long.toString(it.bookmark().id())).toList());
  }
}
