package zhai.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.SavedSearch;

class SavedSearchesTest {
  private static final SavedSearches SAVED =
      saved(
          Map.of(
              "RAG", "tag:rag OR 检索增强",
              "待读", "is:unread -tag:done",
              "both", "@rag @待读",
              "words", "a OR \"b c\"",
              "loop-a", "x @loop-b",
              "loop-b", "@Loop-A",
              "broken", "(a",
              "strange", "@gone",
              "2026_计划", "added:2026"));

  private static SavedSearches saved(Map<String, String> queries) {
    return SavedSearches.of(
        queries.entrySet().stream()
            .map(entry -> search(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static SavedSearch search(String name, String query) {
    return new SavedSearch(name, query, Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "@rag => tag:rag OR 检索增强",
        "＠ＲＡＧ => tag:rag OR 检索增强",
        "@rag 小模型 => tag:rag OR 检索增强 小模型",
        "-@rag x => -(tag:rag OR 检索增强) x",
        "NOT @待读 => -(is:unread -tag:done)",
        "@rag OR @待读 => (tag:rag OR 检索增强) OR (is:unread -tag:done)",
        "(@待读 x) OR y => ((is:unread -tag:done) x) OR y",
        "（@rag） => tag:rag OR 检索增强",
        "@both => tag:rag OR 检索增强 (is:unread -tag:done)",
        "@2026_计划 => added:2026",
        "title:(@words -d) => title:(a OR \"b c\" -d)",
      })
  void standInAQueryAsIfBetweenBrackets(String typed, String understood) {
    assertEquals(understood, QueryParser.parse(typed, SAVED).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "@types/node => \\@types/node",
        "me@example.org => me@example.org",
        "@media(print) => \\@media\\(print\\)",
        "@ => \\@",
        "@-rag => \\@-rag",
        "author:@rag => author:\\@rag",
        "\\@rag => \\@rag",
        "\"@rag\" => \"@rag\"",
      })
  void areNotMeantByEverySign(String typed, String understood) {
    assertEquals(understood, QueryParser.parse(typed, SAVED).toString());
    assertEquals(understood, QueryParser.parse(understood, SAVED).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "x @rga => 2 => there is no saved search @rga; did you mean @RAG?",
        "@Override => 0 => there is no saved search @Override; search for the text as"
            + " \"@Override\"",
        "(a @loop-a) => 3 => @loop-a can't be read: @loop-a → @loop-b → @loop-a is a circle",
        "@broken => 0 => @broken can't be read: this bracket is not closed",
        "@strange => 0 => @strange can't be read: there is no saved search @gone; search for the"
            + " text as \"@gone\"",
        "title:(@rag) => 7 => @RAG can't be read: tag: can't stand inside title:",
      })
  void areNamedWhereTheyCantBeRead(String typed, int place, String sentence) {
    QueryException error =
        assertThrows(QueryException.class, () -> QueryParser.parse(typed, SAVED));
    assertEquals(sentence, error.getMessage());
    assertEquals(place, error.position());
  }

  @Test
  void thatDoubleEachOtherEndInAnAnswer() {
    List<SavedSearch> doubling = new ArrayList<>(List.of(search("s0", "a b")));
    for (int i = 1; i < 45; i++) {
      doubling.add(search("s" + i, "@s%1$d @s%1$d".formatted(i - 1)));
    }
    QueryException error =
        assertThrows(
            QueryException.class, () -> QueryParser.parse("@s44", SavedSearches.of(doubling)));
    assertTrue(error.getMessage().contains("at most 1000 words"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "rag, true", "待读, true", "@rag, true", "ｒａｇ, true", "हिन्दी, true", "2026-01_x, true",
    "'', false", "a b, false", "-a, false", "a:b, false", "a/b, false", "🙂, false",
  })
  void haveNamesOfLettersAndDigits(String name, boolean good) {
    assertEquals(good, SavedSearch.isName(name));
  }
}
