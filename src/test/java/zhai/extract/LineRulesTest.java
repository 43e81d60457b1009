package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineRulesTest {
  private static final RuleFile NOISE = RuleFile.open("noise.txt");
  private static final List<String> SECTIONS = List.of("lines", "legal", "bylines", "dates");

  /// Of what the rules know.
  private static final List<String> PIECES =
      List.of(
          "ICP备",
          "公网安备",
          "經营许可证",
          "未经",
          "授权",
          "转载",
          "all rights ",
          "reserved",
          "©",
          "(c)",
          "Copyright",
          " ",
          "20",
          "19",
          "24",
          "we use cookies",
          "our partners ",
          "use ",
          "cookies",
          "举报电话",
          "分享到：",
          "打印",
          "【",
          "扫一扫",
          "关注",
          "Read more",
          "read also: ",
          "Share",
          " on ",
          "by",
          "Written By",
          " Mara",
          "作者",
          "：",
          "来源",
          "(",
          "年",
          "-",
          ".",
          "/",
          "9",
          "12",
          "Sept",
          "may",
          " 7, ",
          "3 hours ago",
          "天",
          "前",
          "分钟",
          "\u212a",
          "İ",
          "\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "未经.{0,16}(授权|许可) ~ 未经",
        "\\d+\\s*(小时|天)前 ~ 前",
        "(19|20)\\d\\d\\s*[-/.年] ~ 19 20",
        "Two words? ago ~ two word",
        "ab+c ~ ab",
        "ab*cd ~ cd",
        "ab{2}cd ~ cd",
        "a\\.b ~ a.b",
        "(?:ab|c(d|e)f)g* ~ ab c",
        "(copy|right)?(19|20) ~ 19 20",
        "ICP[备证備]|公网安备 ~ icp 公网安备",
        "abc|\\d ~ ''",
        "(a|b?) ~ ''",
        "[a-z] ~ ''",
        "'' ~ ''"
      })
  void theSignIsWhatAnExpressionNeeds(String expression, String literals) {
    assertEquals(literals, String.join(" ", Sign.of(expression).literals()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "a)", "(?i)a", "(?=a)", "\\p{L}", "a*?", "[a", "[\\d]", "\\x41"})
  void whatItDoesNotKnowIsRefused(String expression) {
    assertThrows(IllegalArgumentException.class, () -> Sign.of(expression));
  }

  @Test
  void aSignIsFoundWhateverTheCase() {
    var rules = LineRules.of(List.of("all rights? reserved"));
    assertTrue(rules.findIn(LineRules.Line.of("© All Rights Reserved")));
    assertTrue(rules.begin(LineRules.Line.of("ALL RIGHT RESERVED")));
    assertFalse(rules.begin(LineRules.Line.of("© all rights reserved")));
    assertFalse(rules.findIn(LineRules.Line.of("all rights are reserved")));
  }

  /// With signs and first characters, the rules find what they find without.
  @Property(seed = "20260104", tries = 1000)
  void theyFindWhatTheirExpressionsFind(@ForAll("lines") String text) {
    var line = LineRules.Line.of(text);
    for (String section : SECTIONS) {
      var rules = LineRules.of(NOISE.section(section));
      Pattern one =
          Pattern.compile(String.join("|", NOISE.section(section)), Pattern.CASE_INSENSITIVE);
      assertEquals(one.matcher(text).find(), rules.findIn(line), section);
      assertEquals(one.matcher(text).lookingAt(), rules.begin(line), section);
      assertEquals(one.matcher(text).matches(), rules.are(line), section);
    }
  }

  /// The pieces in any order and case.
  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(list -> String.join("", list))
        .flatMap(
            line -> Arbitraries.of(line, line.toUpperCase(Locale.ROOT), line.replace(" ", "")));
  }

  /// Every character is dropped that is punctuation, a sign or a blank, and no other.
  @Test
  void lettersAreWhatIsNoPunctuationSignOrBlank() {
    Pattern dropped = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]");
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      String left = dropped.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
      assertEquals(
          left, TextKey.letters(text), () -> "U+" + Integer.toHexString(text.codePointAt(0)));
    }
    assertEquals("ὀδός", TextKey.letters("Ὀ-ΔΌ Σ!"));
  }
}
