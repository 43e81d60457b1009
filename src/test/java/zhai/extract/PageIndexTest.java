package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIndexTest {
  private static final Document PAGE =
      Jsoup.parse(
          """
          <head><meta name=generator content=x><link rel=canonical href=/a></head>
          <body id=Top class="page  Wide">
          <div id=a.b class="post first" itemprop=articleBody><p data-pid=1>x</p><p>y</p></div>
          <section itemtype=https://schema.org/QAPage><h2 class=wide><a href="x,y">z</a></h2></section>
          <svg><title>t</title></svg><p class=first>w</p></body>
          """);

  /// Whatever part of a selector an element is looked up by, it finds what a walk over the page
  /// finds.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "p",
        "p, .first, p",
        "#Top",
        "#top",
        ".WIDE",
        ".page.wide",
        "body > .post",
        ".post > p[data-pid]",
        "[data-pid]",
        "div p + p",
        "[itemprop=articleBody]",
        "div[itemprop]",
        "[itemtype$=/QAPage] a",
        "[itemtype$=/QAPage] [href]",
        "[itemprop!=articleBody]",
        "[itemprop], [itemtype]",
        ":is(h1, h2)",
        "h2:has(> a)",
        ":not(p):not(.first)",
        "a[href='x,y']",
        "a[href=\"x,y\"], [href*='(']",
        "svg|title, svg title",
        "#a\\.b",
        "p:contains(y)",
        "#Top [DATA-PID]",
        "#nowhere [data-pid]",
        ".post > [data-pid]",
        ".post.missing p",
        "section p, section > [href='x,y']",
        "p[data-pid] ~ p",
        "[class~='(first|wide)'] + p",
        "div [data-pid=1] + p",
        "[^data-]",
        "[data-pid!=2]",
        ":is(.post, h9) p",
        "*"
      })
  void findsWhatAWalkFinds(String selector) {
    var walked = new LinkedHashSet<>(PAGE.select(selector));
    assertEquals(
        walked, PageIndex.of(PAGE).find(PageSelector.parse(selector)).collect(Collectors.toSet()));
  }

  @Test
  void keepsTheOrderOfThePage() {
    List<String> texts =
        PageIndex.of(PAGE).tagged("p").stream().map(element -> element.text()).toList();
    assertEquals(List.of("x", "y", "w"), texts);
  }

  @ParameterizedTest
  @CsvSource({
    "post-author_name, post author name",
    "postAuthorName, post author name",
    "post12Name, post12name",
    "HTMLBody, htmlbody",
    "'a  b--c ', a b c",
    "正文Box, 正文box",
    "'--', ''",
    "'', ''"
  })
  void takesNamesApart(String names, String words) {
    assertEquals(words, String.join(" ", NameWords.of(names)));
  }
}
