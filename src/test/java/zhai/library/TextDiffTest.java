package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Content;
import zhai.model.Verdict;

class TextDiffTest {
  private static ArticleVersion version(int number, String text) {
    Article article =
        new Article(
            null, null, null, null, null, null, null, null, null, new Content("", text, text));
    return new ArticleVersion(number, Verdict.READ, article, null, Instant.EPOCH, number == 1);
  }

  /// As `-2+2: =a -b +c`, a hunk a line.
  private static String diff(String before, String after) {
    return TextDiff.of(version(1, before), version(2, after)).hunks().stream()
        .map(hunk ->
            "-%d+%d: ".formatted(hunk.before(), hunk.after())
                + hunk.sentences().stream()
                    .map(sentence -> sign(sentence.kind()) + sentence.text())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private static String sign(TextDiff.Kind kind) {
    return switch (kind) {
      case KEPT -> "=";
      case REMOVED -> "-";
      case ADDED -> "+";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "一。二！三？四；还是四。|一。 二！ 三？ 四；还是四。",
        "他说：“好！”然后走了。|他说：“好！” 然后走了。",
        "版本 3.14 来了。真的？！|版本 3.14 来了。 真的？！",
        "It came. \"Go on!\" Then v1.2 came.|It came. \"Go on!\" Then v1.2 came.",
      })
  void cutsAtTheEndsOfSentences(String text, String sentences) {
    assertEquals(sentences, String.join(" ", TextDiff.cut(text)));
  }

  @Test
  void cutsAChineseLineIntoItsSentences() {
    assertEquals(List.of("书不怕旧，怕没人翻。", "一位管理员说：“好！”", "完"), TextDiff.cut("书不怕旧，怕没人翻。一位管理员说：“好！”完"));
  }

  @Test
  void showsAChangeWithASentenceBeforeAndAfter() {
    assertEquals("-2+2: =乙。 -丙。 +丁。 =戊。", diff("甲。乙。丙。戊。己。", "甲。乙。丁。戊。己。"));
  }

  @Test
  void putsFarChangesIntoHunksOfTheirOwn() {
    assertEquals("-1+1: -甲。 +一。 =乙。\n-4+4: =丁。 -戊。", diff("甲。乙。丙。丁。戊。", "一。乙。丙。丁。"));
  }

  @Test
  void joinsChangesWhoseSurroundingsTouch() {
    assertEquals("-1+1: -甲。 =乙。 =丙。 +丁。", diff("甲。乙。丙。", "乙。丙。丁。"));
  }

  @Test
  void doesNotCountHowParagraphsAreCut() {
    assertEquals("", diff("甲。乙。\n\n丙。", "甲。\n\n乙。\n丙。"));
  }

  @Test
  void refusesWhatIsTooLongToCompare() {
    String book = "甲。".repeat(TextDiff.MAX_SENTENCES + 1);
    assertThrows(IllegalArgumentException.class, () -> diff(book, "甲。"));
  }
}
