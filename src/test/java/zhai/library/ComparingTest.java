package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Content;
import zhai.model.Mark.Excerpt;
import zhai.model.Verdict;

class ComparingTest {
  /// Sentences of twelve characters each, none of which stands in another one.
  private static String chinese(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i ->
            IntStream.range(0, 12)
                .mapToObj(k -> Character.toString(0x4e00 + 12 * i + k))
                .collect(Collectors.joining("", "", "。")))
        .collect(Collectors.joining());
  }

  private static String english(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "On day%s somebody%s planted tree%s. ".formatted(i, i, i))
        .collect(Collectors.joining());
  }

  private static Article article(@Nullable String title, String text) {
    return new Article(
        title, null, null, null, null, null, null, null, null, new Content("", text, text));
  }

  private static ArticleVersion current(Verdict verdict, Article article) {
    return new ArticleVersion(1, verdict, article, null, Instant.EPOCH, true);
  }

  private static Comparison compare(Article before, Article after, String... quotes) {
    List<Excerpt> excerpts =
        List.of(quotes).stream().map(quote -> Excerpt.of(quote, null, Instant.EPOCH)).toList();
    return new Comparing(excerpts).compare(current(Verdict.READ, before), Verdict.READ, after);
  }

  /// Of forty sentences, those that are left and those that are new.
  @ParameterizedTest(name = "{0}–{1} of 0–40, {2} new: {3}")
  @CsvSource({
    "0,  40,  0, same",
    "0,  40, 30, grown",
    "0,  36,  4, changed",
    "10, 40,  0, changed",
    "0,  25, 15, changed",
    "0,  15,  0, shrunk",
    "0,   8, 40, shrunk",
    "0,   0, 40, shrunk",
  })
  void countsChineseAsChineseAndEnglishAsEnglish(int from, int to, int fresh, String label) {
    assertEquals(
        label,
        compare(
                article("甲", chinese(0, 40)),
                article("甲", chinese(from, to) + chinese(100, 100 + fresh)))
            .label());
    assertEquals(
        label,
        compare(
                article("A", english(0, 40)),
                article("A", english(from, to) + english(100, 100 + fresh)))
            .label());
  }

  @Test
  void weighsAChineseCharacterAsTwoAndAHalfLetters() {
    TextLikeness likeness = TextLikeness.ofTexts("银杏 ginkgo", "银杏叶");
    assertEquals(2 * 2.5 + 6, likeness.before());
    assertEquals(3 * 2.5, likeness.after());
  }

  @Test
  void takesMovedParagraphsForTheSameText() {
    TextLikeness moved =
        TextLikeness.ofTexts(chinese(0, 20) + chinese(20, 40), chinese(20, 40) + chinese(0, 20));
    assertTrue(moved.kept() > 0.99, moved.toString());
  }

  @Test
  void countsTheLossOfExcerptsWhenMuchOfTheTextIsGoneToo() {
    Article before = article("甲", chinese(0, 40));
    Article after = article("甲", chinese(0, 20) + chinese(100, 120));
    assertEquals("changed", compare(before, after).label());
    assertEquals("changed", compare(before, after, chinese(3, 4)).label());
    assertEquals(
        new Comparison.Shrunk(0.5, 1).lostExcerpts(),
        ((Comparison.Shrunk) compare(before, after, chinese(3, 4), chinese(30, 31)))
            .lostExcerpts());
  }

  @Test
  void tellsAnotherPageByTitleAndText() {
    Article before = article("乡镇图书馆", chinese(0, 40));
    assertEquals("other-page", compare(before, article("域名出售", english(0, 60))).label());
    assertEquals("shrunk", compare(before, article("乡镇的图书馆", english(0, 60))).label());
    assertEquals("shrunk", compare(before, article(null, english(0, 60))).label());
  }

  @Test
  void takesATextInPlaceOfANotice() {
    assertEquals(
        "grown", compare(article("请登录", "登录后可以查看更多内容。"), article("甲", chinese(0, 40))).label());
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource({"preview, read, preview", "read, preview, completed"})
  void tellsPreviewAndWholeApart(String now, String before, String label) {
    Article whole = article("甲", chinese(0, 40));
    Article beginning = article("甲", chinese(0, 5));
    boolean cut = now.equals("preview");
    assertEquals(
        label,
        new Comparing(List.of())
            .compare(
                current(Verdict.ofLabel(before), cut ? whole : beginning),
                Verdict.ofLabel(now),
                cut ? beginning : whole)
            .label());
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource({
    "![](https://i.example/a.png?sig=1), ![](https://i.example/a.png?sig=2), same",
    "**甲**, 甲, restated",
    "'a  b', a b, same",
  })
  void looksPastParametersAndSpaceWhenItComparesForms(String before, String after, String label) {
    assertEquals(label, compare(formed(before), formed(after)).label());
  }

  private static Article formed(String markdown) {
    return new Article(
        "甲", null, null, null, null, null, null, null, null, new Content("", markdown, "甲"));
  }

  @Test
  void takesTheNewFactsOfTheSameText() {
    Comparison comparison = compare(article("甲", chinese(0, 9)), article("乙", chinese(0, 9)));
    assertEquals(new Comparison.Restated(), comparison);
    assertTrue(comparison.takesPlace());
  }
}
