package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static zhai.index.Bookmarks.draft;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.model.Span;
import zhai.query.QueryParser;

class SnippetTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00Z");

  @TempDir Path folder;

  /// The snippets of the best hit, matches between brackets.
  private List<String> shown(Bookmarks.Draft draft, String query) {
    try (SearchIndex index = SearchIndex.open(folder.resolve("lucene"), "library")) {
      new Bookmarks().put(draft).catchUp(index);
      SearchResult result = index.search(QueryParser.parse(query), SearchOptions.best(10, NOW));
      return result.hits().getFirst().snippets().stream().map(SnippetTest::marked).toList();
    }
  }

  private static String marked(Snippet snippet) {
    StringBuilder text = new StringBuilder(snippet.text());
    for (Span span : snippet.highlights().reversed()) {
      text.insert(span.end(), ']').insert(span.start(), '[');
    }
    return snippet.field().label() + ": " + text;
  }

  @Test
  void showsTheSentencesWithMostOfIt() {
    String filler = "这一句讲的是别的事情，和要找的没有什么关系，只是为了把前后的距离拉开一些。".repeat(6);
    String text = "蒸馏是个老词。" + filler + "小模型靠知识蒸馏学会了大模型的本事。下一句。" + filler;
    assertEquals(
        List.of(
            "text: [小模型]靠[知识蒸馏]学会了大模型的本事。下一句。" + "这一句讲的是别的事情，和要找的没有什么关系，只是为了把前后的距离拉开一些。".repeat(3)),
        shown(draft(1).page("", text), "小模型 知识蒸馏"));
  }

  @Test
  void namesTheFieldAndPutsOwnWordsFirst() {
    assertEquals(
        List.of("note: 想法：[蒸馏]要慢", "excerpt: 温度越高[蒸馏]越软", "text: 正文的[蒸餾]。"),
        shown(draft(1).page("", "正文的蒸餾。").excerpt("温度越高蒸馏越软", null).note("想法：蒸馏要慢"), "蒸馏"));
  }

  @Test
  void marksOtherFormsAndOtherWidths() {
    assertEquals(
        List.of("text: He was [running] on ＲＡＧ, not [ＬＬＭ]."),
        shown(draft(1).page("", "He was running on ＲＡＧ, not ＬＬＭ."), "run llm"));
  }

  @Test
  void cutsALongSentenceAroundTheMatch() {
    String text = "word ".repeat(100) + "needle" + " word".repeat(100);
    String expected = "text: …" + "word ".repeat(8) + "[needle]" + " word".repeat(22) + "…";
    assertEquals(List.of(expected), shown(draft(1).page("", text), "needle"));
  }

  @Test
  void aPhraseIsMarkedWholeAndItsPartsAreNot() {
    assertEquals(
        List.of("text: 默默地[默想]，默认的想法。"), shown(draft(1).page("", "默默地默想，默认的想法。"), "\"默想\""));
  }
}
