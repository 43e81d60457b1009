package zhai.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.extract.Extractor;
import zhai.extract.Page;
import zhai.extract.PageFacts;
import zhai.extract.SiteReading.Found;
import zhai.extract.SiteReading.Unsure;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Snapshot;

final class RuleReaderTest {
  private static final String NOWHERE = "https://saved.example.org/page.html";
  private static final String LAST = "第三段结束全文，之后就是网站自己的东西了。";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          csdn            | https://blog.csdn.net/someone/article/details/1    | 写给测试的博客       | 写博客的人 | 2016-10-06T18:02:38+08:00
          csdn            | https://saved.example.org/page.html                | 写给测试的博客       | 写博客的人 | 2016-10-06T18:02:38+08:00
          csdn-library    | https://wenku.csdn.net/answer/1                    | 表格分批读入         | -          | 2023-06-29T20:05:48+08:00
          163-news        | https://news.163.com/20/0229/18/A.html             | 一条新闻的标题       | 某通讯社   | 2020-02-29T18:34:31+08:00
          163-news        | https://saved.example.org/page.html                | 一条新闻的标题       | 某通讯社   | 2020-02-29T18:34:31+08:00
          163-account     | https://www.163.com/dy/article/A.html              | 一个账号的文章       | 某个账号   | 2021-02-18T07:02:10+08:00
          163-old-account | https://dy.163.com/v2/article/detail/A.html        | 旧版网易号的文章     | 某地报道   | 2019-05-17T20:02:46+08:00
          qq-old          | https://finance.qq.com/a/20190923/000843.htm       | 旧版的标题           | 某栏目     | 2019-09-23T07:48:00+08:00
          qq-new          | https://new.qq.com/omn/20190907/A.html             | 新版的标题           | 某媒体     | 2019-09-07T19:02:26+08:00
          qq-dated        | https://new.qq.com/omn/20190907/B.html             | 新版的标题           | 某媒体     | 2019-09-07T21:15:40+08:00
          qq-new          | https://saved.example.org/page.html                | 新版的标题           | 某媒体     | 2019-09-07T19:02:26+08:00
          sohu            | https://www.sohu.com/a/123456789_123456            | 搜狐上的文章         | 某号       | 2024-05-13T06:15:00+08:00
          thepaper        | https://www.thepaper.cn/newsDetail_forward_1       | 澎湃的报道           | 某记者     | 2020-06-06T10:08:00+08:00
          weibo           | https://weibo.com/1234567890/AbCdEfGh1             | -                    | 发微博的人 | 2024-05-13T17:07:00+08:00
          learnku         | https://learnku.com/articles/12345                 | 社区文章             | someone123 | 2024-05-13T18:25:18+08:00
          zhidao          | https://zhidao.baidu.com/question/1.html?fr=search | 怎么写一个测试页面？ | 回答的人   | -
          juejin          | https://juejin.cn/post/1                           | 掘金上的文章         | 写文章的人 | 2019-10-10T15:39:26Z
          cnblogs         | https://saved.example.org/page.html                | 园子里的随笔         | 写随笔的人 | 2022-05-29T20:20:00+08:00
          douban          | https://www.douban.com/note/123456789/             | 豆瓣上的日记         | 写日记的人 | 2017-09-30T21:38:07+08:00
          toutiao         | https://www.toutiao.com/article/1/                 | 头条上的文章         | 某账号     | 2024-05-09T22:30:00+08:00
          """)
  void readsWhatTheSiteSaysOfItsArticle(
      String file, String address, String title, String byline, String published) {
    Article article = extract(file, address);
    if (title != null) {
      assertEquals(title, article.title());
    }
    assertEquals(byline, article.byline());
    assertEquals(published, article.published() == null ? null : article.published().toString());
    assertTrue(article.content().text().contains(LAST), article.content().text());
  }

  private static Article extract(String file, String address) {
    Snapshot snapshot = Pages.load("rules/" + file + ".html", address).snapshot();
    return new Extractor(SiteReaders.all()).extract(snapshot).article();
  }

  @Test
  void leavesOutWhatTheSitePutsIntoTheText() {
    Found found = Pages.found("rules/csdn.html", NOWHERE);
    assertFalse(found.content().text().contains("关注后展开全文"));
    assertTrue(found.content().text().endsWith(LAST));
  }

  @Test
  void doesNotChangeThePage() {
    Page.Html page = (Page.Html) Pages.load("rules/csdn.html", NOWHERE);
    String before = page.document().outerHtml();
    reader().read(page);
    assertEquals(before, page.document().outerHtml());
  }

  @Test
  void leavesTheTextToTheGeneralExtractorWhereTheSitesPlaceIsEmpty() {
    Unsure unsure = assertInstanceOf(Unsure.class, Pages.reading("rules/csdn-shell.html", NOWHERE));
    assertEquals("写博客的人", unsure.facts().byline());
  }

  @Test
  void knowsASavedPageByTheAddressThatItGivesAsItsOwn() {
    Page page = page("<link rel=canonical href=https://weibo.com/1/a><p>x", NOWHERE, 0);
    assertTrue(reader().knows(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/?from=https://blog.csdn.net/a/article/details/1",
        "https://www.163.com.example.org/dy/article/A.html",
        "https://163.example.org/a",
        "https://www.zhihu.com/question/1"
      })
  void leavesOtherSitesAlone(String address) {
    assertFalse(reader().knows(page("<p>x", address, 0)));
  }

  @Test
  void leavesAnErrorPageToTheGeneralExtractor() {
    String text = "足够长的文字。".repeat(20);
    Page page = page("<div id=cnblogs_post_body>" + text + "</div>", NOWHERE, 404);
    assertInstanceOf(Unsure.class, reader().read(page));
  }

  @Test
  void believesTheFirstPlaceThatSaysSomething() {
    RuleReader reader = own("mark b\n# a comment\n\nauthor .none\nauthor p @ title\nauthor b");
    Page.Html page = page("<b>third</b><p title=' '></p><p title=second></p>", NOWHERE, 0);
    PageFacts facts = assertInstanceOf(Unsure.class, reader.read(page)).facts();
    assertEquals("second", facts.byline());
  }

  private static RuleReader reader() {
    return new RuleReader(SiteRules::bundled);
  }

  private static RuleReader own(String rules) {
    return new RuleReader(SiteRules.of(List.of(SiteRules.parse(rules, "own.rules"))));
  }

  private static Page.Html page(String html, String address, int status) {
    Snapshot snapshot =
        new Snapshot(
            address,
            Snapshot.Origin.HANDED_OVER,
            status,
            List.of(),
            Bytes.ofUtf8(html),
            Instant.EPOCH);
    return new Page.Html(snapshot, Jsoup.parse(html, address));
  }
}
