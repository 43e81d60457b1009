package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownEscapeTest {
  /// Whatever ends a line, what would begin a block after it is escaped.
  @ParameterizedTest
  @ValueSource(strings = {"", "a\n", "a\r\n", "a\r", "a\u0085", "a\u2028", "a\u2029"})
  void aSignAtTheStartOfALineIsEscaped(String before) {
    for (String sign : new String[] {"# b", "> b", "- b", "+ b", "* b", "===", "| b", ":-|"}) {
      assertEquals(before + "\\" + sign, MarkdownEscape.lineStarts(before + sign));
    }
    for (int digit = 0; digit <= 9; digit++) {
      assertEquals(before + digit + "\\. b", MarkdownEscape.lineStarts(before + digit + ". b"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a # b", "a > b", "2019年", "#tag", "-5", "1.5", "a\tb", "", "=b", ":-)"})
  void anythingElseStays(String text) {
    assertEquals(text, MarkdownEscape.lineStarts(text));
  }

  @ParameterizedTest
  @CsvSource({
    "a < b & c, a < b & c",
    "a<b, a\\<b",
    "</b>&amp;<!--, \\</b>\\&amp;\\<!--",
    "&#12; <1, \\&#12; <1",
    "&nothing, &nothing"
  })
  void tagsAndEntitiesAreEscaped(String text, String escaped) {
    assertEquals(escaped, MarkdownEscape.text(text, false));
  }
}
