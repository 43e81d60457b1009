package zhai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamSafeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "e\u0301te\u0301",
        "ＲＡＧ ｶﾞ ﬁn",
        "각",
        "a\u0301\u0323\u0308 b\u0323\u0301",
        "\uD834\uDD5E\uD834\uDD65\uD834\uDD6E",
        "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0323"
      })
  void whatLanguagesWriteIsNormalisedAsByUnicode(String text) {
    for (Form form : Form.values()) {
      assertEquals(Normalizer.normalize(text, form), StreamSafe.normalize(text, form));
    }
  }

  @Test
  void whatIsInTheFormAlreadyIsTheSame() {
    String text = "知识蒸馏 été";
    assertSame(text, StreamSafe.normalize(text, Form.NFC));
  }

  /// Taken whole, these take hours.
  @ParameterizedTest
  @ValueSource(strings = {"\u0F73", "\u0301\u0323", "\uD834\uDD6E\u0301"})
  void aMillionMarksAreNoMoreWorkThanAMillionLetters(String marks) {
    String normal = StreamSafe.normalize("a" + marks.repeat(500_000) + "e\u0301", Form.NFC);
    assertTrue(normal.length() >= 1_000_000, normal.length() + " characters are left");
    assertTrue(normal.endsWith("e\u0301") || normal.endsWith("é"));
  }
}
