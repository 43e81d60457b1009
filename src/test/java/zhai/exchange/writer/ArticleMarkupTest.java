package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.browser.Payload;

/// Any HTML becomes XHTML that says the same and does nothing.
class ArticleMarkupTest {

  /// What pages bring that a strict reader refuses, and what a hostile file may bring. {@link
  /// EpubBookTest} shows all of it to the W3C's validator.
  static Stream<String> awkward() {
    return Stream.of(
        "<p>公式 <span class=\"math\" data-tex=\"a<b\">$a&lt;b$</span></p>",
        "<div class=\"math\" data-tex=\"x\">$$x$$</div>",
        "<ol class=\"footnotes\"><li id=\"fn-1\">脚注</li></ol><p><sup><a"
            + " href=\"#fn-1\">1</a></sup></p>",
        "<p><a href=\"#nowhere\">gone</a> <a href=\"http://a b/\">x</a> <a"
            + " href=\"http://[x\">y</a></p>",
        "<p id=\"a b\">one</p><p id=\"a b\">two</p><p id=\"\">three</p>",
        "<table><tr><th align=\"left\"><h3>h</h3></th></tr><tr><td"
            + " colspan=\"0\">1</td></tr></table>",
        "<table><tbody><tr><td>a</td></tr></tbody><thead><tr><th>h</th></tr></thead></table>",
        "<table></table><table><caption>c</caption></table><table><tbody></tbody></table>",
        "<table><tr></tr><tfoot><tr><td rowspan=\"9999999999\">f</td></tr></tfoot></table>",
        "<table><tr><td><table><tr><td>inner</td></tr></table></td></tr><caption>c</caption></table>",
        "<dl><dt>词</dt><dd>义</dd><dd><p>二</p></dd></dl>",
        "<details><summary>more</summary><p>hidden</p></details><details>none</details>",
        "<figure><img src=\"https://e.org/a.png\""
            + " alt=\"图\"><figcaption><p>说明</p></figcaption></figure>",
        "<figcaption>lost</figcaption><figure><figcaption>a</figcaption><p>b</p></figure>",
        "<a href=\"https://e.org/\"><img src=\"https://e.org/a.png\"></a>",
        "<a href=\"https://e.org/\"><p>block in a link</p></a><em><p>block in em</p></em>",
        "<h2><ul><li>list in heading</li></ul></h2><pre><p>a</p><hr></pre><h1>top</h1>",
        "<ul>text<p>no item</p><li>item</li><ul><li>nested</li></ul></ul><li>lone</li><ul></ul>",
        "<ol start=\"x\"><li>1</li></ol><ol start=\"99999999999\"><li>1</li></ol>",
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
        "<p onclick=\"x()\" style=\"x\""
            + " class=\"evil\">p</p><script>alert(1)</script><style>p{}</style>",
        "<svg onload=alert(1)><image href=x></svg><math><mi>x</mi></math><iframe src=x></iframe>",
        "<p>\u0000\u0001\u001b\ufffe\uffff\ud800 &#0; &nbsp;&copy;&notanentity;</p>",
        "<p><a href=\"javascript:alert(1)\">a</a><a href=\" javascript:alert(1)\">b</a></p>",
        "<p><a href=\"http://例え.jp:99999/\">a</a><a href=\"https://例え.jp/ä?q=|^`{}#x#y\">b</a></p>",
        "<p><a href=\"http://1.2.3/\">a</a><a href=\"http://user:pw@e.org/\">b</a><a"
            + " href=\"http://e.org/%zz%\">c</a></p>",
        "<![CDATA[x]]><!-- -- --><?php x ?><p>a<br>b</p>",
        "<div><blockquote>quote<div>deep</div></blockquote></div>text at the end",
        "<pre><code class=\"language-java\">a &lt; b\n\tc</code></pre>",
        "<b>".repeat(600) + "deep",
        "<blockquote>".repeat(600) + "deep",
        "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a<br>b | <p>a<br />b</p>",
        "<p onclick=x class=evil>a</p> | <p>a</p>",
        "<h1>a</h1> | <h2>a</h2>",
        "<script>x</script>a | a",
        "<a href=javascript:x>a</a> | a",
        "<a href=//e.org>a</a> | a",
        "<a href='#x'>a</a><p id=x>b</p> | <a href=\"#a-x\">a</a><p id=\"a-x\">b</p>",
        "<a href='#y'>a</a> | a",
        "<img src=https://e.org/a.png alt=b> | <a href=\"https://e.org/a.png\" class=\"picture\">🖼"
            + " b</a>",
        "<img src=data:image/png;base64,AA alt=b> | 🖼 b",
        "<em><p>a</p><p>b</p></em> | <em> a  b </em>",
        "<dl><dt>a</dt><dd>b</dd></dl> | <div><p>a</p><div>b</div></div>",
      })
  void turns(String html, String xhtml) {
    assertEquals(xhtml, ArticleMarkup.xhtml(html).strip());
  }

  @Test
  void losesNoWord() {
    awkward()
        .filter(html -> !html.matches("(?s).*(<script|<svg|<ruby|CDATA|<img|\u0000).*"))
        .forEach(html -> assertEquals(words(html), words(ArticleMarkup.xhtml(html))));
  }

  @Test
  void runsAndLoadsNothing() {
    for (String html : awkward().toList()) {
      assertTrue(
          Jsoup.parse(ArticleMarkup.xhtml(html))
              .select("script, style, iframe, object, svg, img, [src], [style], [onclick]")
              .isEmpty(),
          html);
    }
  }

  /// But for the prefix of names, which comes to each name that is read.
  @Test
  void cleansWhatIsCleanToTheSame() throws IOException {
    for (Payload payload : Payload.all("http://127.0.0.1:9/")) {
      String clean = ArticleMarkup.xhtml(payload.text());
      assertEquals(clean, ArticleMarkup.xhtml(clean).replace("a-a-", "a-"), payload.text());
    }
  }

  private static String words(String html) {
    return Jsoup.parse(html).text().replaceAll("\\s+", "");
  }
}
