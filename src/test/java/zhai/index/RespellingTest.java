package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.query.Query;
import zhai.query.QueryParser;

class RespellingTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00Z");

  @TempDir static Path folder;
  private static SearchIndex index = SearchIndex.open(Path.of("unused"), "a");

  @BeforeAll
  static void keepSomePages() {
    index = SearchIndex.open(folder, "a");
    new Bookmarks()
        .put(
            Bookmarks.draft(1)
                .at("https://www.zhihu.com/question/1")
                .page("检索增强生成怎么落地", "检索增强生成要先有好的检索，知识冲突怎么办")
                .by("张伟明", "知乎")
                .tag("检索增强")
                .tag("Machine-Learning"))
        .put(
            Bookmarks.draft(2)
                .at("https://blog.example.org/2")
                .page(
                    "Language models and deep learning",
                    "A language model learns a representation; received wisdom about retrieval"
                        + " and the fine-grained art of distillation in Python")
                .by("Andrej Karpathy", "Blog")
                .tag("machine-learning")
                .tag("小模型"))
        .put(
            Bookmarks.draft(3)
                .at("https://news.example.org/3")
                .page("小模型的大用处", "小模型蒸馏之后，representation 更好；landscape of language models")
                .note("retrieval beats langage models? a typo of someone"))
        .catchUp(index);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static String respelt(String query) {
    return index.respelt(QueryParser.parse(query), NOW).map(Query::toString).orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "langauge | language",
        "Langauge modle | language model",
        "retreival -news | retrieval -news",
        "retreival OR quantum | retrieval OR quantum",
        "reprezentetion | representation",
        "pyhton distillation | python distillation",
        "deeplearning | \"deep learning\"",
        "\"deep lerning\" | \"deep learning\"",
        "state-fo-the-art fine-grianed | -",
        "fine-grianed | fine-grained",
        "title:(langauge modles) | title:(language models)",
        "检锁增强 | 检索增强",
        "小模形的用处 蒸馏 | -",
        "大用出 | 大用处",
        "RAG检锁增强 | -",
        "distillation检锁增强 | -",
      })
  void changesWordsThatStandNowhereToSimilarOnes(String query, String expected) {
    assertEquals(expected, respelt(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tag:machin-learning | tag:Machine-Learning",
        "tag:\"machine learing\" | tag:\"Machine-Learning\"",
        "tag:#machine | tag:Machine-Learning",
        "tag:检锁增强 | tag:检索增强",
        "tag:模型 | tag:小模型",
        "tag:(小模形 OR nothing) langauge | tag:(小模型 OR nothing) language",
        "site:zhihu | site:zhihu.com",
        "site:zhihu.con | site:zhihu.com",
        "site:example.rog models | site:example.org models",
        "author:Kaparthy | author:Karpathy",
        "author:\"Andre Karpaty\" | author:\"Andrej Karpathy\"",
        "author:张玮明 | author:张伟明",
        "author:karpathi 检索 | -",
      })
  void changesLabelsThatNothingHas(String query, String expected) {
    assertEquals(expected, respelt(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "language",
        "langage",
        "蒸馏 language",
        "quantum",
        "abc",
        "k9s",
        "log5j",
        "2401.01234",
        "-langauge",
        "is:starred",
        "url:zhihu.con",
        "lang:zn",
        "检索知识",
        "知识冲突检索",
        "langauge 冲突",
        "''",
      })
  void leavesAloneWhatStandsSomewhereOrIsLikeNothing(String query) {
    assertEquals("-", respelt(query));
  }

  @Test
  void looksAtNoQueryThatNobodyTypes() {
    assertEquals("-", respelt("langauge ".repeat(900)));
    assertEquals("-", respelt("tag:machin-learning ".repeat(400)));
    assertEquals("-", respelt("tag:" + "l".repeat(9_000)));
  }
}
