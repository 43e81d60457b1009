package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      value = {
        "(99+ 封私信 / 81 条消息) 河水为什么向东流 - 知乎 > 河水为什么向东流",
        "(3) River notes and other stories - River Example > River notes and other stories",
        "河水昨夜退到第二级台阶_河城新闻网 > 河水昨夜退到第二级台阶",
        "Ten quiet bridges of the north | Salt and Paper > Ten quiet bridges of the north",
        "river.example: ten quiet bridges > river.example: ten quiet bridges",
        "C--: a language - in between > C--: a language - in between"
      })
  void takesSiteNamesAndCountersOffTheTitle(String head, String title) {
    assertEquals(title, read("<title>" + head + "</title>").title());
  }

  @Test
  void trustsTheHeadingForWhereTheTitleEnds() {
    String page = "<title>One - Two - Three</title><h1>One - Two</h1>";
    assertEquals("One - Two", read(page).title());
  }

  @Test
  void saysNothingWhereThePageSaysNothing() {
    var facts = read("");
    assertEquals(PageFacts.NONE, facts);
  }

  @Test
  void readsStructuredDataWithItsUsualFaults() {
    var facts =
        read(
            """
            <script type="application/ld+json">
            // written by a plugin
            [{"@type": ["NewsArticle"], "headline": "Tides &amp; time",
              "author": [{"name": "Ana Ruiz"}, {"name": "Bo Li"}],
              "datePublished": "2020-02-03", "image": ["/a.png"],}]
            </script>
            """);
    assertEquals("Tides & time", facts.title());
    assertEquals("Ana Ruiz; Bo Li", facts.byline());
    assertEquals("2020-02-03", String.valueOf(facts.published()));
    assertEquals("https://river.example/a.png", facts.leadImage());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<span>作者：林远舟</span> | 林远舟",
        "<p>记者：林远舟 摄影：他人</p> | 林远舟",
        "<p class='byline'>By Mara Lindqvist on March 9, 2022</p> | Mara Lindqvist",
        "<a rel='author' href='/x'>Mara Lindqvist</a> | Mara Lindqvist",
        "<meta name='author' content='admin'> | null",
        "<span>来源：河城日报</span> | null"
      })
  void findsWhoWroteItAndNotWhereItCameFrom(String html, String byline) {
    assertEquals(byline, String.valueOf(read(html).byline()));
  }

  @ParameterizedTest(name = "{0} over {1} is {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "en, 这些书说的是河水和时间，还没有人读完, zh-Hans",
        "zh, 這些書說的是河水和時間，還沒有人讀完, zh-Hant",
        "en_GB, The river is low today, en-GB",
        "-, 川の水は今日も低いままです, ja",
        "-, Nothing is declared here, -"
      })
  void checksTheDeclaredLanguageAgainstTheLetters(String declared, String text, String language) {
    assertEquals(language, Language.of(declared, text));
  }

  @Test
  void turnsCitedNamesRound() {
    String page =
        """
        <meta name="citation_author" content="Ruiz, Ana"><meta name="citation_author" content="Bo Li">
        """;
    assertEquals("Ana Ruiz; Bo Li", read(page).byline());
  }

  @Test
  void acceptsOnlyWebAddressesAsCanonical() {
    assertEquals(null, read("<link rel=canonical href='javascript:alert(1)'>").canonical());
    assertEquals("https://river.example/a", read("<link rel=canonical href='/a'>").canonical());
  }

  private static PageFacts read(String html) {
    Page page = PageParser.parse(Pages.of("<html>" + html, "text/html"));
    var parsed = (Page.Html) page;
    return Metadata.read(parsed, StructuredData.of(parsed.document()));
  }
}
