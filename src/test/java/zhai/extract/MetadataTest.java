package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.model.Article;

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
        "C--: a language - in between > C--: a language - in between",
        "river.example Ten quiet bridges > Ten quiet bridges",
        "Home - Ferry Workshop > Home - Ferry Workshop",
        "river_level_t - Reference > river_level_t - Reference",
        "一座小城的图书馆里住着三百只猫_河城_新闻 > 一座小城的图书馆里住着三百只猫"
      })
  void takesSiteNamesAndCountersOffTheTitle(String head, String title) {
    assertEquals(title, read("<title>" + head + "</title>").title());
  }

  @Test
  void trustsTheHeadingForWhereTheTitleEnds() {
    String page = "<title>One - Two - Three</title><h1>One - Two</h1>";
    assertEquals("One - Two", read(page).title());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '^',
      value = {
        // what the reader sees, where the head says it in other words for search engines
        "<meta property=og:title content='Bridges and Ferries of the North: Complete Guide'><h1"
            + " class=entry-title>The Ultimate Guide to Bridges and Ferries of the North</h1> ^ The"
            + " Ultimate Guide to Bridges and Ferries of the North",
        // whatever form its words have there
        "<meta property=og:title content='Ferryman in Lower Orrin - Costs - River Example'><title>"
            + "Ferryman in Lower Orrin - Costs - River Example</title><h1>What do ferrymen charge"
            + " in Orrin at night?</h1> ^ What do ferrymen charge in Orrin at night?",
        // without what the head adds to it
        "<meta property=og:title content='Ferry Schooling for All Skippers | Nils Kove'><title>"
            + "Ferry Schooling for All Skippers | Nils Kove</title><h1>Ferry Schooling</h1> ^ Ferry"
            + " Schooling",
        // but not where it says something else
        "<meta property=og:title content='What the ferryman knew'><title>Ferries</title><h1>Tickets"
            + " and times</h1> ^ What the ferryman knew",
        // nor where it is only a rubric
        "<meta property=og:title content='Ten quiet bridges for long summer"
            + " evenings'><title>Bridges</title><h1>Quiet bridges</h1> ^ Ten quiet bridges for long"
            + " summer evenings",
        // nor where the heading is the way to the front page
        "<title>Ten quiet bridges | Old Ferry House</title><h1><a href=/>Old Ferry House</a></h1> ^"
            + " Ten quiet bridges",
        // the section before the title, the heading after it
        "<title>Harbour office - Notices - The lower bridge is closed on Friday</title><h1>The"
            + " lower bridge is closed on Friday</h1> ^ The lower bridge is closed on Friday",
        // a rubric in the heading, beside the title
        "<title>Lock: prices, times</title><script type=application/ld+json>{\"@type\":"
            + " \"NewsArticle\", \"headline\": \"How the lock works\"}</script><h1 class=title>"
            + "<span>Lock: prices, times</span> How the lock works</h1> ^ How the lock works",
        // the heading has the site's name as well
        "<meta property=og:site_name content=Ferrylist><title>Ten quiet bridges - Ferrylist -"
            + " Ferrylist</title><h1>Ten quiet bridges - Ferrylist</h1> ^ Ten quiet bridges",
        // a name that only a blank or a hyphen sets off
        "<title>河城新闻：一座小城的图书馆里住着猫 河城大学附属图书馆</title><div>河城新闻：一座小城的图书馆里住着猫</div> ^"
            + " 河城新闻：一座小城的图书馆里住着猫",
        "<title>一座小城的图书馆里有三百块GPU-RCN 河城电子</title><h4>一座小城的图书馆里有三百块GPU</h4> ^" + " 一座小城的图书馆里有三百块GPU",
        "<title>一座小城的图书馆 住着三百只猫</title> ^ 一座小城的图书馆 住着三百只猫",
        // two parts of one heading
        "<meta property=og:title content='How the lock works'><title>Lock: prices, times How the"
            + " lock works</title><h1 class=title><span>Lock: prices, times</span> <span>How the"
            + " lock works</span></h1> ^ How the lock works",
      })
  void takesTheTitleThatTheReaderSees(String html, String title) {
    assertEquals(title, read(html).title());
  }

  @Test
  void takesNoDateFromAListOfOtherPages() {
    String page =
        "<h1>Tickets and times</h1><p>The ferry waits for those who ring the bell.</p>"
            + "<div class=right><ul><li><a href=/n/1>Winter times</a> 2019-12-01</li>"
            + "<li><a href=/n/2>The new boat</a> 2019-11-20</li></ul></div>";
    assertNull(read(page).published());
  }

  @Test
  void findsATitleThatStandsInTheBody() {
    assertEquals("河水昨夜退到第二级台阶", read("<body><p></p><title>河水昨夜退到第二级台阶</title>").title());
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
        "<td>编辑：金 来源：河城晚报</td><td>作者：林远舟 何小满</td> | 林远舟 何小满",
        "<td>12 条评论 作者<b>林远舟</b></td> | 林远舟",
        "<p>（河城日报记者 林远舟 何小满）</p> | 林远舟 何小满",
        "<p><br>□ 本报记者 林远舟</p> | 林远舟",
        "<p>河城晚报记者林远舟/文 受访者供图</p> | 林远舟",
        "<h1>河水昨夜退了</h1><p>林远舟、何小满</p> | 林远舟、何小满",
        "<p>这一天的河水退到了第二级台阶。（林远舟）</p> | 林远舟",
        "<p>记者近日从河城了解到河水退了</p> | null",
        "<p>责任编辑：林远舟</p> | null",
        "<p class='byline'>By Mara Lindqvist on March 9, 2022</p> | Mara Lindqvist",
        "<p class='author'>By Mara Lindqvist, Senior Editor, Ferry House</p> | Mara Lindqvist",
        "<a rel='author' href='/x'>Mara Lindqvist</a> | Mara Lindqvist",
        "<p class=by><span class=a itemprop=author>Mara Lindqvist</span> <span class=a"
            + " itemprop=author>Bo Li</span></p> | Mara Lindqvist; Bo Li",
        "<h1>Ten quiet bridges</h1><p>9. März 2022 von Mara Lindqvist</p> | Mara Lindqvist",
        "<p>Posted by Mara Lindqvist at noon</p> | Mara Lindqvist",
        "<p>GESCHRIEBEN VON Mara Lindqvist</p> | Mara Lindqvist",
        "<p>Écrit: par Mara Lindqvist</p><p>Publié par Mara Lindqvist</p> | Mara Lindqvist",
        "<p>Publicado por Mara Lindqvist</p> | Mara Lindqvist",
        "<p>Ferry House · Mara Lindqvist</p> | null",
        "<span itemprop='person author'>Mara Lindqvist</span> | Mara Lindqvist",
        "<span itemprop=coauthors>Mara Lindqvist</span> | null",
        "<h1>Ten quiet bridges</h1><a href=/report/author/mara/>Mara Lindqvist</a> | Mara"
            + " Lindqvist",
        "<h1>Ten quiet bridges</h1><a href=/profile/mara/>Mara Lindqvist</a> | null",
        "<span>作者：网络整理</span> | null",
        "<meta name='author' content='admin'> | null",
        "<meta name='author' content='https://river.example/people/7'> | null",
        "<meta property=og:site_name content='Ferry News'><meta name='author' content='Ferry News'>"
            + " | null",
        "<meta property=og:site_name content='Mara Lindqvist'><meta name='author' content='Mara"
            + " Lindqvist'> | Mara Lindqvist",
        "<meta name='author' content='Die Redaktion'> | null",
        "<meta name='author' content='Mara Lindqvist (https://mara.example/)'> | Mara Lindqvist",
        "<meta property='article:author' content='Mara Lindqvist'><meta property='article:author'"
            + " content='Bo Li'> | Mara Lindqvist; Bo Li",
        "<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1'"
            + " content='Mara Lindqvist'> | Mara Lindqvist",
        "<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1'"
            + " content='Four minutes'> | null",
        "<ol class=comments><li><a rel=author>Bo Li</a></li></ol> | null",
        "<ul><li><a href=/1>One</a> <i class=author>Bo Li</i></li><li><a href=/2>Two</a> <i"
            + " class=author>Ana Ruiz</i></li></ul> | null",
        "<span>来源：河城日报</span> | null"
      })
  void findsWhoWroteItAndNotWhereItCameFrom(String html, String byline) {
    assertEquals(byline, String.valueOf(read(html).byline()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.10/a", "https://www.www.example/a", "https://a.b.a.b/"})
  void readsPagesOfHostsThatSayAPartOfTheirNameTwice(String address) {
    String page =
        "<meta name=author content='Mara Lindqvist'><p>" + "Ten quiet bridges. ".repeat(40);
    Article article = new Extractor(List.of()).extract(Pages.at(address, page)).article();
    assertEquals("Mara Lindqvist", article.byline());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the author is somewhere else in the graph
        """
        `{"@graph": [{"@type": "Article", "author": {"@id": "#ana"}},
          {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"}]}` | Ana Ruiz\
        """,
        """
        `{"@type": "Article", "author": {"@type": "Organization", "name": "Ferry House"},
          "publisher": {"@type": "Organization", "name": "Ferry House"}}` | null\
        """,
        """
        `{"@type": "Article", "author": {"@type": "Organization", "name": "Friends of the river"},
          "publisher": {"@type": "Organization", "name": "Ferry House"}}` | Friends of the river\
        """,
        """
        `{"@type": "Article", "author": {"@type": "Person", "name": ["Ana Ruiz", "Bo Li"]}}` | Ana Ruiz; Bo Li\
        """,
      })
  void readsTheAuthorsOfStructuredData(String json, String byline) {
    String page = "<script type=application/ld+json>" + json + "</script>";
    assertEquals(byline, String.valueOf(read(page).byline()));
  }

  @Test
  void readsWhatItCanOfBrokenStructuredData() {
    var facts =
        read(
            """
            <script type="application/ld+json">
            {"@type": "NewsArticle", "headline": "Tides and time", "datePublished": "2020-02-03",
             "description": "He said "now" and left"}
            </script>
            """);
    assertEquals("Tides and time", facts.title());
    assertEquals("2020-02-03", String.valueOf(facts.published()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta property=article:published_time content=2020-02-03T10:00:00+02:00> |"
            + " 2020-02-03T10:00:00+02:00",
        "<span property='dc:date dc:created' content=2020-02-03T10:00:00+02:00>gestern</span> |"
            + " 2020-02-03T10:00:00+02:00",
        // in UTC it was another day than on the page
        "<meta name=date content=2020-02-03T23:00:00Z>@<p>4. Februar 2020</p> | 2020-02-04",
        // a site that prints the day of the change as its date
        "<meta name=date content=2020-02-03><meta property=article:modified_time"
            + " content=2020-05-06T07:00:00Z>@<p>6 May 2020</p> | 2020-05-06T07:00:00Z",
        "<meta name=date content=2020-02-03><meta property=article:modified_time"
            + " content=2020-05-06T07:00:00Z>@<p>Updated: 6 May 2020</p> | 2020-02-03",
        // a day that only the running text knows
        "<meta name=date content=2020-02-03>@<p>9 May 2020</p> | 2020-02-03",
        // nothing but the change is said
        "@<p>2020-05-06 07:00更新 来源：河城晚报</p> | 2020-05-06T07:00:00",
        "<meta property=article:modified_time content=2020-05-06> | 2020-05-06",
        // who was born before there were pages
        "<meta itemprop=dateUpdate content=2020-05-06>@<ul><li>1975年1月28日（农历腊月）</li></ul> |"
            + " 2020-05-06",
        "@<p>Published 28 January 1975</p> | 1975-01-28",
        // when a source was looked at
        "@<meta itemprop=dateUpdate content=2020-05-06><p>河水志．[引用日期2014-05-19]</p> |"
            + " 2020-05-06",
        // the first and the last day of an offer
        "<table><tr><td><span>28.01.2020</span> - <span>05.02.2020</span></td></tr></table> | null",
        // a day over its month
        "@<div><div>21</div><div>2024年02月</div></div><ul><li>2020年01月18日</li></ul> | 2024-02-21",
        // the head's moment on the clock that the reader sees
        "<meta name=date content=2020-02-03T23:10:05Z>@<p>4. Februar 2020, 00:10</p> |"
            + " 2020-02-04T00:10:05+01:00",
        "@<time datetime=2020-02-03T06:05:02Z>2020年2月3日週一 下午2:05</time> |"
            + " 2020-02-03T14:05:02+08:00",
        "<meta name=date content=2020-02-03T23:10:00Z>@<p>3 February 2020, 17:03</p> |"
            + " 2020-02-03T23:10:00Z",
        // near the title before elsewhere
        "<p>1 May"
            + " 2020</p><div><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>g</p><p>h</p></div>@<p>2"
            + " May 2020</p> | 2020-05-02",
        "@<aside class=related><p>1 May 2020</p></aside><p>发布时间：2020年5月2日</p> | 2020-05-02",
        "@<div id=comments><time datetime=2020-05-01>1 May</time></div> | null",
        "@<p>© 2020-05-01 Ferry House</p> | null",
        "@<p>出生日期</p><p>1975年1月28日</p> | null",
        "<table><tr><td>08.01.2020 - 02.02.2020</td></tr></table> | null",
        "<div itemscope itemtype='https://schema.org/Review'><meta itemprop=datePublished"
            + " content=2020-05-01></div> | null",
      })
  void findsWhenItWasPublished(String html, String published) {
    String page =
        "<title>Ten quiet bridges</title>" + html.replace("@", "<h1>Ten quiet bridges</h1>");
    assertEquals(published, String.valueOf(read(page).published()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<html lang=zh-CN>@ | 2020-02-03T09:30:00+08:00",
        "<html lang=zh>@ | 2020-02-03T09:30:00",
        "<html>@<p>河ICP备00000001号-1</p> | 2020-02-03T09:30:00+08:00",
        "<html>@<a href=https://beian.miit.gov.cn/>备案</a> | 2020-02-03T09:30:00+08:00",
        "<html>@<p>How to get an ICP number</p> | 2020-02-03T09:30:00",
        "<html lang=zh-TW>@ | 2020-02-03T09:30:00",
        "<html lang=zh-CN><meta name=date content=2020-02-03T09:30:00Z> | 2020-02-03T09:30:00Z",
        "<html lang=zh-CN><meta name=date content=2020-02-03> | 2020-02-03",
      })
  void tellsTheTimeOfMainlandPagesByTheirClock(String html, String published) {
    String page = html.replace("@", "<meta name=date content='2020-02-03 09:30'>");
    assertEquals(published, String.valueOf(read(page).published()));
  }

  @ParameterizedTest(name = "{0} over {1} is {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "en, 这些书说的是河水和时间，还没有人读完, zh-Hans",
        "zh, 這些書說的是河水和時間，還沒有人讀完, zh-Hant",
        "en_GB, The river is low today, en-GB",
        "-, 川の水は今日も低いままです, ja",
        "zh-TW, 山高月小 水落石出, zh-Hant",
        "-, 山高月小 水落石出, zh",
        "ja, Ετσι είναι το ποτάμι σήμερα, el",
        "-, 강물은 오늘도 낮다, ko",
        "-, Nothing is declared here, -"
      })
  void checksTheDeclaredLanguageAgainstTheLetters(String declared, String text, String language) {
    assertEquals(language, Language.of(declared, text));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "en-US | de | Der Fluss ist in diesem Jahr so niedrig wie noch nie, und das hat mit dem"
            + " Regen zu tun, der nicht kam. Die Boote liegen auf dem Sand, und wir gehen zu Fuß.",
        "- | fr | Le fleuve est plus bas que les autres années, et ce n'est pas la faute de la"
            + " pluie. Nous avons vu les bateaux sur le sable, et il faut aller à pied dans la"
            + " ville.",
        "en | en | The river is lower than it was last year, and that is not the fault of the rain."
            + " We have seen the boats on the sand, and you have to walk to the town.",
        "- | es | El río está más bajo que otros años, y no es por la lluvia que no vino. Los"
            + " barcos están en la arena, y hay que ir a pie por el puente para llegar a la"
            + " ciudad.",
        "en | ru | Река в этом году ниже, чем была, и это не из-за дождя. Мы видели лодки на песке,"
            + " и теперь надо идти пешком к городу, но это не так далеко, как они думали.",
        "no | no | Elva er lavere enn den var i fjor, og det er ikke på grunn av regnet. Vi har"
            + " sett båtene på sanden, og nå må du gå til byen, men det er ikke så langt som de"
            + " sier.",
        "fr | fr | Pont Ferry Rue Port",
      })
  void checksTheDeclaredLanguageAgainstTheCommonestWords(
      String declared, String language, String text) {
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
    return Metadata.read(parsed, StructuredData.of(parsed.index()));
  }
}
