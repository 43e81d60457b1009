package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.LimitReached;
import zhai.fetch.FetchOutcome.PrivateAddress;

/// A picture in a page is asked for as a browser asks for it, with less of everything.
class ImageRequestTest {
  private MockWebServer server;
  private Fetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    server = new MockWebServer();
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    Cookies cookies = Cookies.parse(".example.org\tTRUE\t/\tFALSE\t0\tsession\tsecret\n");
    fetcher =
        new Fetcher(
            FetchOptions.defaults()
                .withCookies(cookies)
                .withGateway("http://127.0.0.1:" + server.getPort()),
            Trial.CLOCK);
  }

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  private Headers sent(String address) throws InterruptedException {
    server.enqueue(new MockResponse.Builder().build());
    assertInstanceOf(Fetched.class, fetcher.fetch(FetchRequest.image(address)));
    return server.takeRequest().getHeaders();
  }

  @Test
  void looksLikeOneOfABrowserThatShowsAPage() throws InterruptedException {
    Headers head = sent("https://example.org/a.png");
    assertEquals("image", head.get("Sec-Fetch-Dest"));
    assertEquals("no-cors", head.get("Sec-Fetch-Mode"));
    assertEquals("zh-CN,zh;q=0.9,en;q=0.8", head.get("Accept-Language"));
    assertNull(head.get("Upgrade-Insecure-Requests"));
    assertNull(head.get("Sec-Fetch-User"));
    assertEquals(1, head.values("Accept").size());
  }

  @Test
  void goesWithoutTheCookiesOfThePage() throws InterruptedException {
    assertNull(sent("https://example.org/logout.png").get("Cookie"));
    server.enqueue(new MockResponse.Builder().build());
    fetcher.fetch(FetchRequest.collected("https://example.org/"));
    assertEquals("session=secret", server.takeRequest().getHeaders().get("Cookie"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://wx1.sinaimg.cn/large/a.jpg, https://weibo.com/",
        "https://sinaimg.cn/a.jpg, https://weibo.com/",
        "https://img2.doubanio.com/a.jpg, https://www.douban.com/",
        "https://notsinaimg.cn/a.jpg, -",
        "https://sinaimg.cn.example.org/a.jpg, -",
        "https://mmbiz.qpic.cn/a/640, -",
        "https://picx.zhimg.com/a.jpg, -",
      })
  void saysWhereItComesFromToThoseThatAskForIt(String address, String referer)
      throws InterruptedException {
    assertEquals(referer, sent(address).get("Referer"));
  }

  @Test
  void saysItAnewToEachHostOnTheWay() throws InterruptedException {
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", "https://other.example/a.jpg")
            .addHeader("Content-Length", "0")
            .build());
    server.enqueue(new MockResponse.Builder().build());
    fetcher.fetch(FetchRequest.image("https://wx1.sinaimg.cn/a.jpg"));
    assertEquals("https://weibo.com/", server.takeRequest().getHeaders().get("Referer"));
    assertNull(server.takeRequest().getHeaders().get("Referer"));
  }

  @Test
  void bringsFiveMegabytesAndNotMore() {
    server.enqueue(new MockResponse.Builder().body(body(5_000_000)).build());
    assertInstanceOf(Fetched.class, fetch());
    server.enqueue(new MockResponse.Builder().body(body(5_000_001)).build());
    assertEquals(Limit.WIRE_BYTES, assertInstanceOf(LimitReached.class, fetch()).limit());
    server.enqueue(new MockResponse.Builder().chunkedBody(body(5_000_001), 100_000).build());
    assertEquals(Limit.WIRE_BYTES, assertInstanceOf(LimitReached.class, fetch()).limit());
  }

  private FetchOutcome fetch() {
    return fetcher.fetch(FetchRequest.image("https://example.org/a.png"));
  }

  private static Buffer body(int bytes) {
    return new Buffer().write(new byte[bytes]);
  }

  @Test
  void hasLessTimeThanAPageAndNeverMore() {
    Limits usual = Limits.defaults();
    assertEquals(Duration.ofSeconds(15), usual.forImages().callTime());
    assertEquals(5, usual.forImages().maxRedirects());
    Limits small = Trial.limits();
    assertEquals(small.callTime(), small.forImages().callTime());
    assertEquals(small.maxWireBytes(), small.forImages().maxWireBytes());
  }

  @Test
  void reachesNoPrivateAddressNotEvenBesideThePage() {
    String own = "http://127.0.0.1:" + server.getPort() + "/a.png";
    assertInstanceOf(PrivateAddress.class, fetcher.fetch(FetchRequest.image(own)));
    assertEquals(0, server.getRequestCount());
  }
}
