package zhai.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.extract.Page;
import zhai.extract.PageFacts;
import zhai.extract.SiteReading.Found;
import zhai.extract.SiteReading.Refused;
import zhai.extract.SiteReading.Unsure;
import zhai.model.Verdict;

final class SiteReadersTest {
  private static final String ANSWER =
      "https://www.zhihu.com/question/100/answer/1957384674738435667";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          zhihu-answer.html                  | https://www.zhihu.com/question/100/answer/1957384674738435667?utm_psn=1 | READ    | 检索到的证据互相冲突时怎么办？ | 回答的人       | 2025-10-03T10:01:12+08:00 | https://www.zhihu.com/question/100/answer/1957384674738435667
          zhihu-answer.html                  | https://www.zhihu.com/answer/1957384674738435667     | READ    | 检索到的证据互相冲突时怎么办？ | 回答的人       | 2025-10-03T10:01:12+08:00 | https://www.zhihu.com/question/100/answer/1957384674738435667
          zhihu-answer.html                  | http://127.0.0.1:8080/question/100/answer/202        | READ    | 检索到的证据互相冲突时怎么办？ | 匿名用户       | 2023-11-15T06:30:00+08:00 | https://www.zhihu.com/question/100/answer/202
          zhihu-answer-dom.html              | https://www.zhihu.com/question/100/answer/1957384674738435667 | READ | 检索到的证据互相冲突时怎么办？ | 回答的人 | 2025-10-03T10:01:12+08:00 | https://www.zhihu.com/question/100/answer/1957384674738435667
          zhihu-answer-dom.html              | https://saved.example.org/page.html                  | READ    | 检索到的证据互相冲突时怎么办？ | 回答的人       | 2025-10-03T10:01:12+08:00 | https://www.zhihu.com/question/100/answer/1957384674738435667
          zhihu-answer-api.json              | https://www.zhihu.com/api/v4/answers/1957384674738435667 | READ | 检索到的证据互相冲突时怎么办？ | 回答的人      | 2025-10-03T10:01:12+08:00 | https://www.zhihu.com/question/100/answer/1957384674738435667
          zhihu-answer-truncated.html        | https://www.zhihu.com/question/100/answer/203        | PREVIEW | 检索到的证据互相冲突时怎么办？ | 匿名用户       | 2023-11-15T06:30:00+08:00 | https://www.zhihu.com/question/100/answer/203
          zhihu-question.html                | https://www.zhihu.com/question/100/answers/updated   | READ    | 检索到的证据互相冲突时怎么办？ | 提问的人       | 2023-11-15T06:13:20+08:00 | https://www.zhihu.com/question/100
          zhihu-question-without-answers.html| https://www.zhihu.com/question/100                   | READ    | 检索到的证据互相冲突时怎么办？ | 提问的人       | 2023-11-15T06:13:20+08:00 | https://www.zhihu.com/question/100
          zhihu-question-api.json            | https://www.zhihu.com/api/v4/questions/100/feeds     | READ    | 检索到的证据互相冲突时怎么办？ | -              | -                         | https://www.zhihu.com/question/100
          zhihu-answer-dom.html              | https://www.zhihu.com/question/100                   | READ    | 检索到的证据互相冲突时怎么办？ | -              | 2023-11-15T06:13:20+08:00 | https://www.zhihu.com/question/100
          zhihu-article.html                 | https://zhuanlan.zhihu.com/p/300                     | READ    | 一篇专栏文章                   | 写文章的人     | 2019-09-19T21:50:05+08:00 | https://zhuanlan.zhihu.com/p/300
          zhihu-article.html                 | https://www.zhihu.com/tardis/zm/art/300?source_id=1  | READ    | 一篇专栏文章                   | 写文章的人     | 2019-09-19T21:50:05+08:00 | https://zhuanlan.zhihu.com/p/300
          zhihu-article-dom.html             | https://zhuanlan.zhihu.com/p/300                     | READ    | 一篇专栏文章                   | 写文章的人     | 2019-09-19T21:50:05+08:00 | https://zhuanlan.zhihu.com/p/300
          zhihu-article-paid.html            | https://zhuanlan.zhihu.com/p/301                     | PREVIEW | 要买的文章                     | 写文章的人     | 2019-09-19T21:50:05+08:00 | https://zhuanlan.zhihu.com/p/301
          zhihu-pin.html                     | https://www.zhihu.com/pin/400                        | READ    | -                              | 发想法的人     | 2023-11-15T06:46:40+08:00 | https://www.zhihu.com/pin/400
          weixin-article.html                | https://mp.weixin.qq.com/s/abc                       | READ    | 公众号里的一篇文章             | 某作者         | 2020-02-12T22:17:54+08:00 | https://mp.weixin.qq.com/s?__biz=MzAxMDAwMDAwMA==&mid=2650000001&idx=2&sn=0123456789abcdef
          weixin-scripts-only-facts.html     | https://saved.example.org/wx.html                    | READ    | 脚本里的 '题目'                | 测试号 & 朋友  | 2020-02-12T22:17:54+08:00 | https://mp.weixin.qq.com/s?__biz=MzAxMDAwMDAwMA==&mid=2650000001&idx=2&sn=0123456789abcdef
          weixin-pictures.html               | https://mp.weixin.qq.com/s/abd                       | READ    | 公众号里的一篇文章             | 某作者         | 2023-11-15T06:13:20+08:00 | https://mp.weixin.qq.com/s?__biz=MzAxMDAwMDAwMA==&mid=2650000001&idx=2&sn=0123456789abcdef
          weixin-text.html                   | https://mp.weixin.qq.com/s/abe                       | READ    | 公众号里的一篇文章             | 某作者         | 2023-11-15T06:13:20+08:00 | https://mp.weixin.qq.com/s?__biz=MzAxMDAwMDAwMA==&mid=2650000001&idx=2&sn=0123456789abcdef
          weixin-about-captchas.html         | https://mp.weixin.qq.com/s/abf                       | READ    | 公众号里的一篇文章             | 某作者         | 2020-02-12T22:17:54+08:00 | https://mp.weixin.qq.com/s?__biz=MzAxMDAwMDAwMA==&mid=2650000001&idx=2&sn=0123456789abcdef
          """)
  void readsTheFactsOfWhatWasAskedFor(
      String file,
      String address,
      Verdict verdict,
      String title,
      String byline,
      String published,
      String canonical) {
    Found found = Pages.found(file, address);
    PageFacts facts = found.facts();
    assertEquals(verdict, found.verdict());
    assertEquals(title, facts.title());
    assertEquals(byline, facts.byline());
    assertEquals(published, facts.published() == null ? null : facts.published().toString());
    assertEquals(canonical, facts.canonical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zhihu-answer.html      | https://www.zhihu.com/question/100/answer/999   | LOGIN
          zhihu-question.html    | https://www.zhihu.com/question/100/answer/999   | WRONG_PAGE
          zhihu-question.html    | https://www.zhihu.com/question/999              | WRONG_PAGE
          zhihu-home.html        | https://www.zhihu.com/question/100              | WRONG_PAGE
          zhihu-article.html     | https://zhuanlan.zhihu.com/p/999                | WRONG_PAGE
          zhihu-article-dom.html | https://zhuanlan.zhihu.com/p/999                | WRONG_PAGE
          zhihu-answer-api.json  | https://www.zhihu.com/question/100/answer/999   | WRONG_PAGE
          zhihu-home.html        | https://www.zhihu.com/                          | NOT_ARTICLE
          zhihu-home.html        | https://www.zhihu.com/people/someone/answers    | NOT_ARTICLE
          zhihu-home.html        | https://www.zhihu.com/topic/19550517/hot        | NOT_ARTICLE
          zhihu-home.html        | https://www.zhihu.com/search?q=rag              | NOT_ARTICLE
          zhihu-home.html        | https://www.zhihu.com/column/c_123              | NOT_ARTICLE
          zhihu-home.html        | https://zhuanlan.zhihu.com/some-column          | NOT_ARTICLE
          zhihu-check.html       | https://www.zhihu.com/question/100/answer/1     | CHALLENGE
          zhihu-check.html       | https://saved.example.org/page.html             | CHALLENGE
          zhihu-check.html       | https://www.zhihu.com/people/someone            | CHALLENGE
          zhihu-captcha.html     | https://www.zhihu.com/question/100/answer/1     | CHALLENGE
          zhihu-login.html       | https://www.zhihu.com/signin?next=%2F           | LOGIN
          zhihu-login.html       | https://www.zhihu.com/question/100/answer/1     | LOGIN
          zhihu-gone.html        | https://www.zhihu.com/question/100/answer/1     | GONE
          zhihu-error-40362.json | https://www.zhihu.com/question/100/answer/1     | REFUSED
          zhihu-error-10003.json | https://www.zhihu.com/api/v4/answers/1          | REFUSED
          zhihu-error-40352.json | https://www.zhihu.com/api/v4/answers/1          | CHALLENGE
          zhihu-error-40353.json | https://www.zhihu.com/api/v4/answers/1          | LOGIN
          zhihu-error-40362.json | https://saved.example.org/answer.json           | REFUSED
          zhihu-error-page.html  | https://www.zhihu.com/question/100/answer/1     | REFUSED
          weixin-captcha.html               | https://mp.weixin.qq.com/s/abc                                   | CHALLENGE
          weixin-captcha-without-words.html | https://mp.weixin.qq.com/mp/wappoc_appmsgcaptcha?poc_token=x     | CHALLENGE
          weixin-captcha-without-words.html | https://mp.weixin.qq.com/s/abc                                   | CHALLENGE
          weixin-captcha-token.html         | https://mp.weixin.qq.com/s/abc                                   | CHALLENGE
          weixin-deleted.html               | https://mp.weixin.qq.com/s/abc                                   | GONE
          weixin-violation.html             | https://mp.weixin.qq.com/s/abc                                   | GONE
          weixin-deleted.html               | https://mp.weixin.qq.com/mp/appmsgalbum?album_id=1               | GONE
          zhihu-login.html                  | https://mp.weixin.qq.com/mp/appmsgalbum?album_id=1               | NOT_ARTICLE
          """)
  void refusesWhatIsNotWhatWasAskedFor(String file, String address, Verdict verdict) {
    Refused refused = assertInstanceOf(Refused.class, Pages.reading(file, address));
    assertEquals(verdict, refused.verdict());
    assertTrue(refused.detail().endsWith("."), refused.detail());
  }

  @Test
  void readsABodyAloneWhateverItsAddress() {
    assertEquals(
        "只有正文，公式 $x$ 。\n\n完。",
        Pages.content("zhihu-fragment.html", "https://saved.example.org/fragment.html").text());
  }

  @ParameterizedTest
  @CsvSource({
    "zhihu-answer-dom.html, https://daily.zhihu.com/story/1",
    "weixin-deleted.html, https://blog.example.org/post",
  })
  void leavesOtherSitesToTheGeneralExtractor(String file, String address) {
    Page page = Pages.load(file, address);
    boolean known = SiteReaders.all().stream().anyMatch(reader -> reader.knows(page));
    assertTrue(!known || Pages.reading(file, address) instanceof Found);
  }

  @Test
  void leavesAnUnknownKindOfZhihuPageToTheGeneralExtractor() {
    assertInstanceOf(
        Unsure.class,
        Pages.reading("zhihu-fragment-page.html", "https://www.zhihu.com/market/x/1"));
  }

  @Test
  void keepsNothingOfTheViewersOwnAccount() {
    Found found = Pages.found("zhihu-answer.html", ANSWER);
    assertFalse((found.facts() + found.content().outerHtml()).contains("看的人自己"));
    assertFalse((found.facts() + found.content().outerHtml()).contains("viewer"));
  }

  @ParameterizedTest
  @CsvSource({
    "zhihu-answer.html, https://www.zhihu.com/question/100/answer/1957384674738435667",
    "zhihu-answer-dom.html, https://www.zhihu.com/question/100/answer/1957384674738435667",
    "zhihu-answer-dom.html, https://www.zhihu.com/question/100",
    "zhihu-article-dom.html, https://zhuanlan.zhihu.com/p/300",
    "zhihu-fragment.html, https://saved.example.org/fragment.html",
    "weixin-article.html, https://mp.weixin.qq.com/s/abc",
    "weixin-pictures.html, https://mp.weixin.qq.com/s/abd",
  })
  void doesNotChangeThePage(String file, String address) {
    Page.Html page = (Page.Html) Pages.load(file, address);
    String before = page.document().outerHtml();
    SiteReaders.all().stream().filter(reader -> reader.knows(page)).forEach(r -> r.read(page));
    assertEquals(before, page.document().outerHtml());
  }
}
