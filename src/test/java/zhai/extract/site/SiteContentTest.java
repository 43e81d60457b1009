package zhai.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the readers make of a site's own HTML; `GoldenFormsTest` shows whole pages of it.
final class SiteContentTest {
  private static final String ANSWER =
      "https://www.zhihu.com/question/100/answer/1957384674738435667";

  @Test
  void readsTheInterfaceAsItReadsThePage() {
    assertEquals(
        Pages.content("zhihu-answer.html", ANSWER), Pages.content("zhihu-answer-api.json", ANSWER));
  }

  @Test
  void dropsAdvertisements() {
    assertFalse(Pages.content("zhihu-answer.html", ANSWER).html().contains("example.com/buy"));
    assertFalse(Pages.content("zhihu-answer-dom.html", ANSWER).html().contains("example.com/buy"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          https://link.zhihu.com/?target=https%3A//example.org/a%3Fb%3D1%26c%3D2 | https://example.org/a?b=1&c=2
          //link.zhihu.com/?target=http%3A//example.org                          | http://example.org
          https://link.zhihu.com/?target=https%3A//example.org/a+b%2Bc%2520d     | https://example.org/a+b+c%20d
          https://link.juejin.cn/?target=https%3A%2F%2Fexample.org               | https://example.org
          https://link.zhihu.com/?target=chatgpt%3A//x                           | -
          https://link.zhihu.com/?target=                                        | -
          https://link.zhihu.com/?target=%E4%                                    | -
          https://example.org/?target=https%3A//x.example.org                    | -
          """)
  void unwrapsLinksOnceAndOnlyToTheWeb(String href, String target) {
    assertEquals(target, WrappedLink.unwrap(href).orElse(null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      textBlock =
          """
          var ct = "1581517074";              @ 1581517074
          var ct = '1581517074';              @ 1581517074
          window.ct = '1581517074' * 1;       @ 1581517074
          var ct = "" || "" || "1581517074";  @ 1581517074
          var ct = htmlDecode("a &amp; b");   @ a & b
          var ct = 'a \\'b\\''.html(false);   @ a 'b'
          var ct = "\\x26lt;\\u4e2d";         @ <中
          """)
  void readsScriptVariablesInTheirShapes(String source, String value) {
    assertEquals(value, new WeixinScript(source).variable("ct").orElse(""));
  }
}
