package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.index.Bookmarks.draft;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.model.Verdict;
import zhai.query.QueryParser;

class SearchTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00+08:00");

  @TempDir static Path folder;

  /// One index for all rows of a table, by what is in it.
  private static final Map<Bookmarks, SearchIndex> INDEXES = new HashMap<>();

  private SearchIndex index = SearchIndex.open(Path.of("unused"), "library");

  private void index(Bookmarks bookmarks) {
    index = INDEXES.computeIfAbsent(bookmarks, SearchTest::indexed);
  }

  private static SearchIndex indexed(Bookmarks bookmarks) {
    SearchIndex index = SearchIndex.open(folder.resolve("lucene" + INDEXES.size()), "library");
    bookmarks.catchUp(index);
    return index;
  }

  @AfterAll
  static void close() {
    INDEXES.values().forEach(SearchIndex::close);
    INDEXES.clear();
  }

  private SearchResult search(String query) {
    return index.search(QueryParser.parse(query), SearchOptions.best(50, NOW));
  }

  private List<Long> ranked(String query) {
    return search(query).hits().stream().map(Hit::id).toList();
  }

  /// What has everything.
  private Set<Long> found(String query) {
    return search(query).hits().stream()
        .filter(hit -> !hit.partial())
        .map(Hit::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Long> ids(String written) {
    Set<Long> ids = new TreeSet<>();
    Arrays.stream(written.strip().split("\\s+"))
        .filter(id -> !id.isEmpty())
        .forEach(id -> ids.add(Long.parseLong(id)));
    return ids;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "資訊檢索",
        "资讯检索",
        "\"檢索增強\"",
        "检索增强生成",
        "ＲＡＧ",
        "rag",
        "\"RAG，資訊\"",
        "\"rag, 资讯\"",
        "「资讯检索」",
        "資訊　檢索",
      })
  void takesScriptsWidthsAndCasesForTheSame(String query) {
    index(new Bookmarks().text(1, "RAG，资讯检索与检索增强生成").text(2, "無關的一頁"));
    assertEquals(ids("1"), found(query));
    index(new Bookmarks().text(1, "ＲＡＧ，資訊檢索與檢索增強生成").text(2, "无关的一页"));
    assertEquals(ids("1"), found(query));
  }

  @Test
  void aPhraseStandsAsItIsButForWhiteSpace() {
    index(
        new Bookmarks()
            .text(1, "先完成，再完美")
            .text(2, "先完成再完美")
            .text(3, "先 完成\n再完美")
            .text(4, "再完美先完成"));
    assertEquals(ids("2 3"), found("\"先完成再完美\""));
    assertEquals(ids("1"), found("\"先完成，再完美\""));
  }

  @Test
  void aPhraseDoesNotReachFromOneNoteIntoAnother() {
    index(new Bookmarks().put(draft(1).note("知识").note("蒸馏")));
    assertEquals(ids(""), found("\"知识蒸馏\""));
  }

  private static Bookmarks shelf() {
    return new Bookmarks()
        .put(
            draft(1)
                .at("https://zhuanlan.zhihu.com/p/42")
                .page("蒸馏小模型", "老师模型教学生模型，速度快了一倍。")
                .by("李青", "知乎")
                .in("zh-Hans")
                .tag("RAG")
                .tag("机器-学习")
                .published("2025-12-31")
                .added("2026-03-30T00:00:00Z")
                .excerpt("速度快了一倍", "和我的结果一致"))
        .put(
            draft(2)
                .at("https://www.example.com/posts/rag?id=7")
                .page("Conflicting evidence", "Retrieval may return conflicting evidence.")
                .by("Ann Lee", "Example Blog")
                .in("en")
                .published("2026-01-15")
                .added("2026-01-20T00:00:00Z")
                .read("2026-02-01T10:00:00Z")
                .starred()
                .note("蒸馏这一节值得重读"))
        .put(
            draft(3)
                .at("https://mp.weixin.qq.com/s/abc")
                .ownTitle("没打开的文章")
                .verdict(Verdict.CHALLENGE)
                .added("2025-06-01T00:00:00Z"))
        .put(draft(4).verdict(Verdict.PENDING).added("2024-06-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title:蒸馏 | 1",
        "title:没打开 | 3",
        "text:conflicting | 2",
        "text:蒸馏 | 1",
        "note:蒸馏 | 2",
        "note:结果 | 1",
        "excerpt:速度 | 1",
        "excerpt:结果 | ''",
        "note:(蒸馏 OR 结果) | 1 2",
        "tag:rag | 1",
        "tag:#ＲＡＧ | 1",
        "tag:机器 | ''",
        "tag:机器-学习 | 1",
        "site:zhihu.com | 1",
        "site:zhuanlan.zhihu.com | 1",
        "site:hihu.com | ''",
        "site:www.example.com | 2",
        "site:https://mp.weixin.qq.com/ | 3",
        "site:知乎 | 1",
        "author:李青 | 1",
        "author:lee | 2",
        "url:posts/rag | 2",
        "url:zhihu.com/p/42 | 1",
        "https://zhuanlan.zhihu.com/p/42 | 1",
        "http://example.com/posts | 2",
        "lang:zh | 1",
        "lang:zh-hans | 1",
        "lang:en | 2",
        "rag | 1",
        "李青 | 1",
        "is:read | 2",
        "is:unread | 1 3 4",
        "is:starred | 2",
        "is:pending | 4",
        "is:failed | 3",
        "has:excerpt | 1",
        "has:note | 1 2",
        "has:article | 1 2",
        "-has:article | 3 4",
        "added:7d | 1",
        "added:2026 | 1 2",
        "added:2026-01..2026-02 | 2",
        "added:<2025 | 4",
        "published:2025 | 1",
        "published:>2025 | 2",
        "read:2026-02-01 | 2",
        "蒸馏 -note:蒸馏 | 1",
        "蒸馏 is:read | 2",
        "-蒸馏 | 3 4",
        "(tag:rag OR is:failed) -is:read | 1 3",
        "site:(zhihu.com OR weixin.qq.com) | 1 3",
        "'' | 1 2 3 4",
      })
  void restricts(String query, String expected) {
    index(shelf());
    assertEquals(ids(expected), found(query));
  }

  @Test
  void ownWordsAndTitlesComeBeforeThePage() {
    index(
        new Bookmarks()
            .text(1, "这里也说到蒸馏，还说到很多别的事情")
            .put(draft(2).page("酒", "很多事情，还有很多别的事情").note("关于蒸馏"))
            .put(draft(3).page("蒸馏", "很多事情，还有很多别的事情")));
    assertEquals(1L, ranked("蒸馏").getLast());
  }

  @Test
  void anExactWordComesBeforeItsOtherForms() {
    index(
        new Bookmarks()
            .text(1, "the connected parts of it")
            .text(2, "the connection parts of it")
            .text(3, "the connections parts of it"));
    assertEquals(2L, ranked("connection").getFirst());
    assertEquals(ids("1 2 3"), found("connection"));
  }

  @Test
  void showsTheBestPartialMatchesWhenNothingHasItAll() {
    index(
        new Bookmarks()
            .text(1, "小模型的知识蒸馏")
            .text(2, "知识的诅咒")
            .text(3, "一天的晚饭")
            .put(draft(4).page("", "小模型").tag("x")));
    SearchResult result = search("小模型 知识蒸馏 量子");
    assertTrue(result.partial());
    assertEquals(List.of("量子"), result.missingWords());
    assertEquals(1L, result.hits().getFirst().id());
    assertFalse(result.hits().stream().anyMatch(hit -> hit.id() == 3));
    assertEquals(List.of(4L), ranked("小模型 量子 tag:x"));
    assertEquals(List.of(), ranked("\"量子\" 小模型"));
  }

  @Test
  void aRunThatStandsNowhereRanksByHowMuchOfItDoes() {
    index(new Bookmarks().text(1, "知识管理").text(2, "知识蒸馏的温度").text(3, "温度"));
    SearchResult result = search("知识蒸馏怎么调温度");
    assertTrue(result.partial());
    assertEquals(2L, result.hits().getFirst().id());
  }

  @Test
  void nothingAtAllIsAnEmptyResult() {
    index(new Bookmarks().text(1, "知识"));
    SearchResult result = search("xylophone");
    assertEquals(List.of(), result.hits());
    assertFalse(result.partial());
    assertEquals(List.of("xylophone"), result.missingWords());
  }

  /// What else a page lacks, by the queries whose words it has in part.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "小模型 知识蒸馏 | 1",
        "小模型 温度 | 3; 2 -温度; 1 -温度",
        "小模型 -温度 剪枝 | 2 -剪枝; 1 -剪枝",
        "小模型 剪枝 tag:x | 2 -剪枝",
        "(小模型 OR 剪枝) 温度 | 3; 4 -小模型 OR 剪枝",
        "小模型的蒸馏 | 1 ~小模型的蒸馏",
        "知识蒸馏 phone | 1 -phone",
        "title:剪枝 小模型 | ''",
        "\"剪枝\" 小模型 | ''",
        "小模型 is:starred | ''",
        "小模型 added:2020 温度 | ''",
      })
  void partialMatchesFollowAndSayWhatTheyLack(String query, String expected) {
    index(
        new Bookmarks()
            .text(1, "小模型的知识蒸馏")
            .put(draft(2).page("", "小模型").tag("x"))
            .text(3, "小模型要调的温度")
            .text(4, "温度"));
    String said =
        search(query).hits().stream()
            .map(hit ->
                hit.id()
                    + prefixed(" -", hit.lack().missing())
                    + prefixed(" ~", hit.lack().apart()))
            .collect(Collectors.joining("; "));
    assertEquals(expected, said);
  }

  private static String prefixed(String prefix, List<String> words) {
    return words.stream().map(word -> prefix + word).collect(Collectors.joining());
  }

  @Test
  void aCommonWordOfManyIsNoPartialMatch() {
    Bookmarks bookmarks =
        new Bookmarks().text(1, "知识蒸馏的温度怎样影响量化和剪枝").text(2, "量化的方法").text(3, "知识蒸馏与剪枝的方法");
    for (long id = 4; id < 30; id++) {
      bookmarks.text(id, "做饭的方法 " + id);
    }
    index(bookmarks);
    assertEquals(List.of(1L, 3L), ranked("知识蒸馏 剪枝 温度 量化 方法"));
    SearchOptions bare = SearchOptions.best(50, NOW).bare();
    assertEquals(29, index.search(QueryParser.parse("知识蒸馏 剪枝 温度 量化 方法"), bare).hits().size());
  }

  @Test
  void equalMatchesComeNewestFirst() {
    index(
        new Bookmarks()
            .put(draft(1).page("", "知识蒸馏").added("2026-01-03T00:00:00Z"))
            .put(draft(2).page("", "知识蒸馏").added("2026-01-05T00:00:00Z"))
            .put(draft(3).page("", "知识蒸馏").added("2026-01-03T00:00:00Z"))
            .put(draft(4).page("", "知识蒸馏").added("2026-01-04T00:00:00Z")));
    assertEquals(List.of(2L, 4L, 3L, 1L), ranked("蒸馏"));
    assertEquals(List.of(2L, 4L, 3L, 1L), ranked("蒸馏 量化"));
  }

  @Test
  void partialMatchesFollowWholeOnesInAnyOrder() {
    Bookmarks bookmarks =
        new Bookmarks()
            .put(draft(1).page("", "知识蒸馏 温度").added("2026-01-01T00:00:00Z"))
            .put(draft(2).page("", "温度").added("2026-01-02T00:00:00Z"))
            .put(draft(3).page("", "温度").added("2026-01-03T00:00:00Z"))
            .put(draft(4).page("", "知识蒸馏 温度").added("2026-01-04T00:00:00Z"));
    for (long id = 5; id < 12; id++) {
      bookmarks.text(id, "知识蒸馏");
    }
    index(bookmarks);
    SearchOptions oldest = SearchOptions.best(50, NOW).withSort(SortOrder.OLDEST);
    assertEquals(
        List.of(1L, 4L, 2L, 3L),
        index.search(QueryParser.parse("知识蒸馏 温度"), oldest).hits().stream().map(Hit::id).toList());
  }

  @Test
  void commonWordsAreNotInsistedOn() {
    index(new Bookmarks().text(1, "知识蒸馏").text(2, "什么也没有"));
    assertEquals(ids("1"), found("什么 是 知识蒸馏 ？"));
    assertEquals(ids("2"), found("什么"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"RELEVANCE | 1 2 3 4", "OLDEST | 4 3 2 1", "PUBLISHED | 2 1 3 4", "READ | 2 1 3 4"})
  void sorts(SortOrder order, String expected) {
    index(shelf());
    SearchOptions options = SearchOptions.best(50, NOW).withSort(order);
    List<Long> ids =
        index.search(QueryParser.parse(""), options).hits().stream().map(Hit::id).toList();
    assertEquals(Arrays.stream(expected.strip().split(" ")).map(Long::valueOf).toList(), ids);
  }

  @Test
  void handsOutPages() {
    index(shelf());
    SearchOptions second = SearchOptions.best(2, NOW).withOffset(2);
    SearchResult page = index.search(QueryParser.parse(""), second);
    assertEquals(4, page.total());
    assertEquals(List.of(3L, 4L), page.hits().stream().map(Hit::id).toList());
  }

  @Test
  void veryLongQueriesWork() {
    index(new Bookmarks().text(1, "小模型的知识蒸馏").text(2, "别的"));
    StringBuilder run = new StringBuilder("知识蒸馏");
    for (int c = 0x4E00; run.length() < 9_000; c++) {
      run.append((char) c);
    }
    assertTrue(ranked(run.toString()).contains(1L));
    StringBuilder words = new StringBuilder("知识蒸馏");
    for (int i = 0; i < 900; i++) {
      words.append(" w").append(i);
    }
    assertTrue(ranked(words.toString()).contains(1L));
  }
}
