package zhai.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeTest {
  private static final CanonicalRules RULES = CanonicalRules.bundled();

  private static String whole(String given) {
    Whole whole = RULES.whole(RULES.identify(given).canonical());
    return whole == null ? "-" : whole.noun() + " " + whole.address();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.zhihu.com/question/1/answer/2?utm_psn=3, question https://zhihu.com/question/1",
    "https://www.zhihu.com/question/1, question https://zhihu.com/question/1",
    "https://www.zhihu.com/answer/2, -",
    "https://zhuanlan.zhihu.com/p/1, -",
    "https://old.reddit.com/r/x/comments/abc/slug/def/, thread https://reddit.com/comments/abc",
    "https://www.quora.com/Why-is-it-so/answer/Jane-Roe, question https://quora.com/Why-is-it-so",
    "https://www.quora.com/topic/Physics, -",
    "https://v2ex.com/t/7?p=2, thread https://v2ex.com/t/7",
    "https://tieba.baidu.com/p/7?pn=3, thread https://tieba.baidu.com/p/7",
    "https://example.org/question/1/answer/2, -",
  })
  void partsOfOneWholeBelongTogether(String given, String expected) {
    assertEquals(expected, whole(given));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///home/me/a.pdf", "", "not an address"})
  void whatIsNoWebPageIsAPartOfNothing(String address) {
    assertNull(RULES.whole(address));
  }

  @Test
  void aUsersOwnLineDecidesFirst() {
    CanonicalRules own =
        CanonicalRules.parse("group zhihu.com/question/{q}/answer/{a} z.example/{q} topic", "own");
    assertEquals(
        new Whole("https://z.example/1", "topic"),
        RULES.extendedBy(own).whole("https://www.zhihu.com/question/1/answer/2"));
  }
}
