package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.index.Bookmarks.draft;

import com.ibm.icu.text.Transliterator;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.query.QueryParser;

class SoundsTest {
  private static final SearchOptions OPTIONS =
      SearchOptions.best(50, ZonedDateTime.parse("2026-03-31T12:00:00+08:00"));

  @TempDir static Path folder;

  private static SearchIndex index = SearchIndex.open(Path.of("unused"), "library");

  @BeforeAll
  static void open() {
    index = SearchIndex.open(folder, "library");
    new Bookmarks()
        .put(draft(1).page("强化学习入门", "从头讲起"))
        .put(draft(2).page("随便写写", "正文里说强化学习").tag("知乎"))
        .put(draft(3).ownTitle("重慶旅行").at("https://www.zhihu.com/question/1"))
        .put(draft(4).page("银行音乐会", "一场音乐会"))
        .put(draft(5).page("绿色 GPT模型 绿化", "别的"))
        .put(draft(6).page("西安的先例", "别的"))
        .put(draft(7).page("A tensor shape", "the qhxx variable and women in science"))
        .put(draft(8).page("我们的事", "别的"))
        .put(draft(9).page("知乎日报", "别的"))
        .catchUp(index);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  /// What is found as a whole, the best first.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qianghuaxuexi | 1",
        "QiangHua | 1",
        "huaxue | 1",
        "xuexirumen | 1",
        "qiang | ''",
        "qhx | 7 1",
        "qhxxrm | 1",
        "xxrm | 1",
        "qh | ''",
        "zhihu | 3 9 2",
        "zh | 2",
        "zhr | 9",
        "chongqing | 3",
        "zhongqing | 3",
        "yinhang | 4",
        "yinyuehui | 4",
        "lvse | 5",
        "luse | 5",
        "lüse | 5",
        "lsmx | ''",
        "moxinglv | ''",
        "xian | 6",
        "xi'an | ''",
        "xianli | 6",
        "qianghua rumen | 1",
        "qianghua -rumen | 1",
        "title:qianghua | 1",
        "text:qianghua | ''",
        "\"qianghua\" | ''",
        "-qianghua GPT | 5",
        "qhxx | 7",
        "women | 7",
        "tensor | 7",
      })
  void findsTitlesAndTagsByTheirSound(String query, String expected) {
    String found =
        index.search(QueryParser.parse(query), OPTIONS).hits().stream()
            .filter(hit -> !hit.partial())
            .map(hit -> Long.toString(hit.id()))
            .collect(Collectors.joining(" "));
    assertEquals(expected, found);
  }

  @Test
  void countsSuchMatches() {
    assertEquals(3, index.search(QueryParser.parse("zhihu"), OPTIONS).total());
    assertEquals(3, index.facets(QueryParser.parse("zhihu"), OPTIONS.now()).total());
    assertEquals(List.of(), index.search(QueryParser.parse("zhihu"), OPTIONS).missingWords());
  }

  @Test
  void cutsLettersIntoSyllables() {
    assertEquals(List.of(List.of("xian"), List.of("xi", "an")), Pinyin.syllables("xian"));
    assertEquals(List.of(), Pinyin.syllables("tensor"));
    assertTrue(Pinyin.syllables("xianxianxianxianxianxianxianxianxianxian").size() <= 16);
    assertEquals(List.of(), Pinyin.syllables("xian".repeat(9) + "q"));
  }

  @Test
  void firstReadingsAreUnicodes() {
    Transliterator latin = Transliterator.getInstance("Han-Latin");
    List<String> apart = new ArrayList<>();
    int known = 0;
    for (char c = '\u4E00'; c < '\uA000'; c++) {
      List<String> readings = Pinyin.readings(c);
      String toned =
          Normalizer.normalize(latin.transliterate(String.valueOf(c)), Normalizer.Form.NFD);
      String plain = toned.replace("u\u0308", "v").replaceAll("\\p{M}", "");
      known += readings.isEmpty() ? 0 : 1;
      if (!readings.isEmpty() && !readings.getFirst().equals(plain)) {
        apart.add(c + plain);
      }
    }
    assertEquals(List.of(), apart);
    assertTrue(known > 6_500, "characters: " + known);
  }

  @Test
  void readsFewCharactersInMoreThanThreeWays() {
    String all = "行重长乐还都了着会单曾传种率和大给系得地的没模万差参";
    assertEquals(
        List.of(),
        Arrays.stream(all.split("")).filter(c -> Pinyin.readings(c.charAt(0)).size() > 4).toList());
  }
}
