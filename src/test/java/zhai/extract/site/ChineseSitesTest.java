package zhai.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.extract.Extraction;
import zhai.extract.Extractor;
import zhai.model.Article;
import zhai.model.Verdict;

/// The kinds of pages of the Chinese sites that rules describe, one small page each.
final class ChineseSitesTest {
  private static final String LAST = "第三段结束全文，之后就是网站自己的东西了。";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          jianshu               | https://www.jianshu.com/p/abc                         | 简书上的文章       | 写文章的人 | 2020-05-06T07:08:09+08:00
          jianshu               | https://saved.example.org/page.html                   | 简书上的文章       | 写文章的人 | 2020-05-06T07:08:09+08:00
          jianshu-data          | https://www.jianshu.com/p/abc                         | 只在数据里的文章   | 写文章的人 | 2020-05-06T07:08:09+08:00
          segmentfault          | https://segmentfault.com/a/1190000000000001           | 思否上的文章       | 写代码的人 | 2021-02-03T04:05:06+08:00
          segmentfault-question | https://segmentfault.com/q/1010000000000001           | 怎么写测试？       | -          | 2021-02-03T04:05:06+08:00
          segmentfault-question | https://segmentfault.com/q/1010000000000001/a-102     | 怎么写测试？       | -          | 2021-02-03T04:05:06+08:00
          douban-review         | https://movie.douban.com/review/1/                    | 看完以后           | 写影评的人 | 2019-01-02T10:20:30+08:00
          douban-review         | https://saved.example.org/page.html                   | 看完以后           | 写影评的人 | 2019-01-02T10:20:30+08:00
          douban-topic          | https://www.douban.com/group/topic/1/                 | 小组里的话题       | 发帖的人   | 2021-03-04T05:06:07+08:00
          bilibili-opus         | https://www.bilibili.com/opus/1                       | 专栏的标题         | 写专栏的人 | 2024-05-13T17:08:00+08:00
          bilibili-opus         | https://www.bilibili.com/read/cv1                     | 专栏的标题         | 写专栏的人 | 2024-05-13T17:08:00+08:00
          bilibili-data         | https://t.bilibili.com/1                              | 数据里的动态       | 写专栏的人 | 2024-05-13T17:08:00+08:00
          bilibili-video        | https://www.bilibili.com/video/BV1xx/                 | 视频的标题         | 做视频的人 | 2024-05-13T17:08:00+08:00
          xiaohongshu           | https://www.xiaohongshu.com/explore/66a1?xsec_token=x | 笔记的标题         | 写笔记的人 | 2024-05-13T17:08:00+08:00
          xiaohongshu-shown     | https://www.xiaohongshu.com/discovery/item/66a1       | 看得见的标题       | 写笔记的人 | 2024-05-13
          xiaohongshu-shown     | https://saved.example.org/page.html                   | 看得见的标题       | 写笔记的人 | 2024-05-13
          weibo-mobile          | https://m.weibo.cn/detail/1                           | -                  | 发微博的人 | 2024-05-13T17:07:05+08:00
          weibo-article         | https://weibo.com/ttarticle/p/show?id=1               | 头条文章的标题     | 写头条的人 | 2020-07-08T09:10:11+08:00
          toutiao-data          | https://www.toutiao.com/article/1/                    | 编码过的文章       | 某账号     | 2024-05-09T22:30:00+08:00
          36kr                  | https://36kr.com/p/1                                  | 创投的文章         | 写稿的人   | 2024-05-13T17:08:00+08:00
          36kr-data             | https://36kr.com/p/1                                  | 数据里的创投文章   | 写稿的人   | 2024-05-13T17:08:00+08:00
          sspai                 | https://sspai.com/post/1                              | 少数派的文章       | 派里的人   | 2023-11-12
          v2ex                  | https://www.v2ex.com/t/1                              | 主题的标题         | 楼主       | 2024-05-13T17:08:00+08:00
          v2ex                  | https://www.v2ex.com/t/1#r_12                         | 主题的标题         | 另一个人   | 2024-05-13T19:00:00+08:00
          tieba                 | https://tieba.baidu.com/p/1                           | 帖子的标题         | 楼主       | 2022-10-02T23:02:00+08:00
          tieba                 | https://saved.example.org/page.html                   | 帖子的标题         | 楼主       | 2022-10-02T23:02:00+08:00
          baike                 | https://baike.baidu.com/item/x/1                      | 词条的名字         | -          | -
          sina                  | https://news.sina.com.cn/c/2019-11-25/doc-i1.shtml    | 新浪的新闻         | 某报       | 2019-11-25T18:57:38+08:00
          ifeng                 | https://news.ifeng.com/c/1                            | 凤凰的新闻         | 某社       | 2019-11-25T16:04:30+08:00
          ifeng-old             | https://finance.ifeng.com/a/1.shtml                   | 旧版凤凰的新闻     | 某社       | 2015-07-04T12:31:00+08:00
          people                | http://finance.people.com.cn/n1/2024/0510/c1-1.html   | 人民网的文章       | -          | 2024-05-10T06:58:00+08:00
          xinhua                | http://www.news.cn/2024/1.htm                         | 新华网的文章       | -          | 2024-05-10T06:58:01+08:00
          thepaper-next         | https://www.thepaper.cn/newsDetail_forward_2          | 新版澎湃的报道     | 某记者     | 2024-05-13T17:08:00+08:00
          huanqiu               | https://world.huanqiu.com/article/1                   | 环球网的文章       | 某报       | 2024-05-13T17:08:00+08:00
          huanqiu               | https://saved.example.org/page.html                   | 环球网的文章       | 某报       | 2024-05-13T17:08:00+08:00
          cctv                  | https://news.cctv.com/2024/05/13/A.shtml              | 央视网的文章       | 央视新闻   | 2024-05-13T17:08:00+08:00
          chinanews             | https://www.chinanews.com.cn/gn/2024/05-13/1.shtml    | 中新网的文章       | 某通讯社   | 2024-05-13T17:08:00+08:00
          guancha               | https://www.guancha.cn/politics/2024_05_13_1.shtml    | 观察者网的文章     | 某网       | 2024-05-13T17:08:00+08:00
          jiemian               | https://www.jiemian.com/article/1.html                | 界面的文章         | 某记者     | 2024-05-13T17:08:00+08:00
          hexun                 | https://news.hexun.com/2019-09-26/1.html              | 和讯的文章         | 某时报     | 2019-09-26T10:56:28+08:00
          yahoohk               | https://hk.news.yahoo.com/a-060502643.html            | 雅虎上的新聞       | 某社       | 2024-05-20T06:05:02Z
          oschina               | https://www.oschina.net/news/1/x                      | 开源中国的资讯     | 发资讯的人 | 2024-05-13T17:08:00+08:00
          cnblogs-news          | https://news.cnblogs.com/n/1/                         | 园里的新闻         | 投递的人   | 2022-05-29T20:20:00+08:00
          """)
  void readsWhatTheSiteSaysOfItsPage(
      String file, String address, String title, String byline, String published) {
    Article article = extract(file + ".html", address).article();
    if (title != null) {
      assertEquals(title, article.title());
    }
    assertEquals(byline, article.byline());
    assertEquals(published, article.published() == null ? null : article.published().toString());
    String text = article.content().text();
    assertTrue(text.contains(LAST), text);
    assertFalse(text.contains("关于我们"), text);
  }

  private static Extraction extract(String file, String address) {
    return new Extractor(SiteReaders.all())
        .extract(Pages.load("rules/" + file, address).snapshot());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          segmentfault-check | https://segmentfault.com/a/1                            | CHALLENGE
          juejin-check       | https://juejin.cn/post/1                                | CHALLENGE
          weibo-visitor      | https://weibo.com/1234567890/AbCdEfGh1                  | CHALLENGE
          weibo-visitor      | https://passport.weibo.com/visitor/visitor?entry=x      | CHALLENGE
          36kr-encrypted     | https://36kr.com/p/1                                    | EMPTY
          xiaohongshu        | https://www.xiaohongshu.com/404?error_code=300031       | GONE
          xiaohongshu        | https://www.xiaohongshu.com/website-login/captcha?x=1   | CHALLENGE
          xiaohongshu        | https://www.xiaohongshu.com/user/profile/5ff0           | NOT_ARTICLE
          tieba              | https://tieba.baidu.com/f?kw=x                          | NOT_ARTICLE
          """)
  void seesThatAPageIsNoArticle(String file, String address, Verdict verdict) {
    Extraction extraction = extract(file + ".html", address);
    assertEquals(verdict, extraction.verdict());
  }

  @Test
  void readsTheInterfaceOfSspai() {
    Article article =
        extract("sspai-api.json", "https://sspai.com/api/v1/article/info/single/second?id=1")
            .article();
    assertEquals("接口里的文章", article.title());
    assertEquals("2023-11-12T16:00:00+08:00", String.valueOf(article.published()));
    assertTrue(article.content().text().endsWith(LAST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v2ex                  | https://www.v2ex.com/t/1#r_12             | 先占一个位置
          segmentfault-question | https://segmentfault.com/q/1/a-102        | 提问的人想知道
          xiaohongshu           | https://www.xiaohongshu.com/explore/66a1  | 话题]
          xiaohongshu           | https://www.xiaohongshu.com/explore/66a1  | 不相干
          segmentfault          | https://segmentfault.com/a/1              | 一条评论
          tieba                 | https://tieba.baidu.com/p/1               | 一条广告
          sina                  | https://news.sina.com.cn/c/a.shtml        | 责任编辑
          people                | http://finance.people.com.cn/n1/1.html    | 责编
          bilibili-opus         | https://www.bilibili.com/opus/1           | 禁止转载
          guancha               | https://www.guancha.cn/a/1.shtml          | 分享到
          yahoohk               | https://hk.news.yahoo.com/a-1.html        | 廣告
          oschina               | https://www.oschina.net/news/1            | 广告
          """)
  void leavesOutWhatIsNotTheAuthors(String file, String address, String foreign) {
    assertFalse(extract(file + ".html", address).article().content().text().contains(foreign));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          xiaohongshu   | https://www.xiaohongshu.com/explore/66a1 | ![](http://sns.example.com/2.webp)
          weibo-mobile  | https://m.weibo.cn/detail/1              | ![](https://wx1.example.com/large/a.jpg)
          bilibili-data | https://www.bilibili.com/opus/1          | ![](https://i0.example.com/a.png)
          jianshu       | https://www.jianshu.com/p/abc            | [外面的链接](https://example.org/a)
          v2ex          | https://www.v2ex.com/t/1                 | ### 回复的人
          tieba         | https://tieba.baidu.com/p/1              | ### 层主
          douban-topic  | https://www.douban.com/group/topic/1/    | ### 回帖的人
          """)
  void keepsPicturesLinksAndWhoSaidWhat(String file, String address, String markdown) {
    String written = extract(file + ".html", address).article().content().markdown();
    assertTrue(written.contains(markdown), written);
  }

  @Test
  void marksWhatOnlyMembersCanReadToTheEnd() {
    Extraction extraction =
        extract("jiemian-member.html", "https://www.jiemian.com/article/1.html");
    assertEquals(Verdict.PREVIEW, extraction.verdict());
  }
}
