package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.fetch.FetchOutcome.BadRedirect;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.NotModified;
import zhai.fetch.FetchOutcome.Reason;
import zhai.fetch.FetchOutcome.Redirect;
import zhai.fetch.FetchOutcome.Unreachable;
import zhai.model.Bytes;
import zhai.model.Snapshot;

class FetcherTest {
  private MockWebServer server;
  private Fetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    server = new MockWebServer();
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    fetcher = Trial.fetcher();
  }

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getPort() + path;
  }

  private FetchOutcome fetch(String path) {
    return fetcher.fetch(FetchRequest.named(at(path)));
  }

  private Snapshot snapshot(String path) {
    return assertInstanceOf(Fetched.class, fetch(path)).snapshot();
  }

  private void enqueue(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  private void redirect(int status, String location) {
    Headers head = new Headers.Builder().addUnsafeNonAscii("Location", location).build();
    enqueue(new MockResponse.Builder().headers(head).code(status).setHeader("Content-Length", 0));
  }

  private Headers sent() throws InterruptedException {
    return server.takeRequest().getHeaders();
  }

  private static Buffer gzip(String text) throws IOException {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(text);
    }
    return packed;
  }

  @Test
  void givesThePageAsItCame() {
    enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html; charset=gbk")
            .addHeader("Set-Cookie", "session=secret")
            .body(new Buffer().write(new byte[] {(byte) 0xd6, (byte) 0xd0})));
    Snapshot page = snapshot("/a?b=c#d");
    assertEquals(at("/a?b=c#d"), page.address());
    assertEquals(Snapshot.Origin.FETCHED, page.origin());
    assertEquals(200, page.status());
    assertEquals(Optional.of("text/html; charset=gbk"), page.header("content-type"));
    assertEquals(Optional.empty(), page.header("set-cookie"));
    assertEquals(Bytes.of(new byte[] {(byte) 0xd6, (byte) 0xd0}), page.body());
    assertEquals(Trial.NOW, page.takenAt());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 206, 304, 400, 401, 403, 404, 410, 418, 421, 429, 451, 500, 503})
  void takesEveryStatusForAnAnswerAndAsksOnce(int status) {
    enqueue(new MockResponse.Builder().code(status).addHeader("Retry-After", "7"));
    assertEquals(status, snapshot("/").status());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void asksManyHostsAgainOverTheConnectionsThatAreThere() throws InterruptedException {
    int hosts = 20;
    Dns here = _ -> Trial.addresses("127.0.0.1");
    Set<Integer> connections = new HashSet<>();
    try (Fetcher keeping = Trial.fetcher(Trial.options(), here)) {
      for (int i = 0; i < 3 * hosts; i++) {
        enqueue(new MockResponse.Builder().body("page"));
        String address = "http://h%d.example:%d/".formatted(i % hosts, server.getPort());
        assertInstanceOf(Fetched.class, keeping.fetch(FetchRequest.named(address)));
        connections.add(server.takeRequest().getConnectionIndex());
      }
    }
    assertEquals(hosts, connections.size());
  }

  @Test
  void looksLikeABrowserThatReadsChineseFirst() throws InterruptedException {
    enqueue(new MockResponse.Builder());
    fetch("/");
    Headers head = sent();
    assertEquals("zh-CN,zh;q=0.9,en;q=0.8", head.get("Accept-Language"));
    assertEquals("gzip, br", head.get("Accept-Encoding"));
    assertEquals("navigate", head.get("Sec-Fetch-Mode"));
    assertEquals("1", head.get("Upgrade-Insecure-Requests"));
    assertTrue(head.get("User-Agent").startsWith("Mozilla/5.0 "));
    assertNull(head.get("Cookie"));
    assertNull(head.get("Referer"));
  }

  @Test
  void saysTheUsersOwnUserAgent() throws InterruptedException {
    enqueue(new MockResponse.Builder());
    try (Fetcher mine = new Fetcher(Trial.options().withUserAgent("Mine/1"), Trial.CLOCK)) {
      mine.fetch(FetchRequest.named(at("/")));
    }
    assertEquals("Mine/1", sent().get("User-Agent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip"})
  void unpacksGzip(String coding) throws IOException {
    enqueue(new MockResponse.Builder().body(gzip("摘录")).addHeader("Content-Encoding", coding));
    assertEquals(Bytes.ofUtf8("摘录"), snapshot("/").body());
  }

  @Test
  void unpacksBrotli() {
    byte[] packed = Base64.getDecoder().decode("CwmAPHA+5biD572X54m55YipPC9wPgM=");
    enqueue(
        new MockResponse.Builder()
            .body(new Buffer().write(packed))
            .addHeader("Content-Encoding", "br"));
    assertEquals(Bytes.ofUtf8("<p>布罗特利</p>"), snapshot("/").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "gzip, gzip", "zstd"})
  void takesAnEmptyBodyForEmptyWhateverItsCoding(String coding) {
    enqueue(new MockResponse.Builder().code(404).addHeader("Content-Encoding", coding));
    assertEquals(0, snapshot("/").body().size());
  }

  @ParameterizedTest
  @CsvSource({"gzip", "br", "zstd", "deflate"})
  void saysWhenABodyCannotBeUnpacked(String coding) {
    enqueue(
        new MockResponse.Builder()
            .body("certainly not packed")
            .addHeader("Content-Encoding", coding));
    Unreachable end = assertInstanceOf(Unreachable.class, fetch("/"));
    assertEquals(Reason.BODY, end.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "301, /b, /b",
    "302, b?x=1, /a/b?x=1",
    "303, ../b, /b",
    "307, ?q, /a/?q",
    "308, /路径?问=答, /%E8%B7%AF%E5%BE%84?%E9%97%AE=%E7%AD%94",
    "302, /b#own, /b#own",
    "302, //user:secret@127.0.0.1:PORT/b, /b"
  })
  void followsRedirects(int status, String location, String end) {
    redirect(status, location.replace("PORT", "" + server.getPort()));
    enqueue(new MockResponse.Builder().body("here"));
    Fetched fetched = assertInstanceOf(Fetched.class, fetch("/a/"));
    assertEquals(List.of(at("/a/"), at(end)), fetched.hops());
    assertEquals(at(end), fetched.snapshot().address());
  }

  @Test
  void keepsTheFragmentOverARedirectThatHasNone() {
    redirect(302, "/b");
    enqueue(new MockResponse.Builder());
    assertEquals(at("/b#here"), snapshot("/a#here").address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "javascript:alert(1)",
        "data:text/html,hello",
        "ftp://127.0.0.1/",
        "intent://scan/#Intent;end",
        "http://",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://[::1/"
      })
  void refusesRedirectsToWhatIsNoWebAddress(String location) {
    redirect(302, location);
    assertEquals(new BadRedirect(Redirect.NOT_WEB, location, List.of(at("/"))), fetch("/"));
  }

  @Test
  void refusesARedirectToNowhere() {
    enqueue(new MockResponse.Builder().code(302).body("moved, but where?"));
    assertEquals(new BadRedirect(Redirect.NO_LOCATION, "", List.of(at("/"))), fetch("/"));
  }

  @Test
  void noticesALoop() {
    redirect(302, "/b");
    redirect(302, "/a");
    BadRedirect end = assertInstanceOf(BadRedirect.class, fetch("/a"));
    assertEquals(Redirect.LOOP, end.problem());
    assertEquals(List.of(at("/a"), at("/b"), at("/a")), end.hops());
    assertEquals(2, server.getRequestCount());
  }

  @Test
  void comesBackWithTheCookieThatAPageSetsBeforeItShowsItself() throws InterruptedException {
    enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", "/a")
            .addHeader("Set-Cookie", "seen=1; Path=/"));
    enqueue(new MockResponse.Builder().body("welcome"));
    assertEquals(Bytes.ofUtf8("welcome"), snapshot("/a").body());
    assertNull(sent().get("Cookie"));
    assertEquals("seen=1", sent().get("Cookie"));
  }

  @Test
  void forgetsCookiesWhenTheFetchEnds() throws InterruptedException {
    enqueue(new MockResponse.Builder().addHeader("Set-Cookie", "seen=1; Path=/"));
    enqueue(new MockResponse.Builder());
    fetch("/a");
    fetch("/b");
    sent();
    assertNull(sent().get("Cookie"));
  }

  @Test
  void asksWhetherAPageChanged() throws InterruptedException {
    enqueue(new MockResponse.Builder().code(304));
    Validators validators = new Validators("W/\"1\"", "Sun, 04 Jan 2026 00:00:00 GMT");
    FetchOutcome outcome = fetcher.fetch(new FetchRequest(at("/"), Provenance.NAMED, validators));
    assertEquals(new NotModified(List.of(at("/"))), outcome);
    Headers head = sent();
    assertEquals("W/\"1\"", head.get("If-None-Match"));
    assertEquals("Sun, 04 Jan 2026 00:00:00 GMT", head.get("If-Modified-Since"));
  }

  @Test
  void takesTheValidatorsOfAnEarlierAnswer() {
    enqueue(new MockResponse.Builder().addHeader("ETag", "\"1\""));
    assertEquals(new Validators("\"1\"", null), Validators.of(snapshot("/")));
  }

  @Test
  void sendsNoValidatorThatWouldBreakTheHead() throws InterruptedException {
    enqueue(new MockResponse.Builder());
    Validators broken = new Validators("\"1\"\r\nX-Evil: 1", null);
    fetcher.fetch(new FetchRequest(at("/"), Provenance.NAMED, broken));
    Headers head = sent();
    assertNull(head.get("If-None-Match"));
    assertNull(head.get("X-Evil"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "example.com",
        "file:///etc/hostname",
        "http://",
        "http://a b/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://1.2.3.256/",
        "http://a:65536/",
        "\u0000"
      })
  void refusesWhatIsNoWebAddress(String address) {
    Unreachable end =
        assertInstanceOf(Unreachable.class, fetcher.fetch(FetchRequest.named(address)));
    assertEquals(Reason.ADDRESS, end.reason());
    assertEquals(List.of(address), end.hops());
  }

  @Test
  void neverSendsNamesAndPasswordsOfAnAddress() throws InterruptedException {
    enqueue(new MockResponse.Builder());
    String address = "http://user:secret@127.0.0.1:" + server.getPort() + "/";
    Fetched end = assertInstanceOf(Fetched.class, fetcher.fetch(FetchRequest.named(address)));
    assertEquals(at("/"), end.snapshot().address());
    RecordedRequest request = server.takeRequest();
    assertNull(request.getHeaders().get("Authorization"));
  }

  @Test
  void saysWhenNothingAnswers() {
    server.close();
    Unreachable end = assertInstanceOf(Unreachable.class, fetch("/"));
    assertEquals(Reason.CONNECT, end.reason());
  }

  @Test
  void saysWhenANameIsNotFound() {
    try (Fetcher lost =
        Trial.fetcher(
            Trial.options(),
            name -> {
              throw new UnknownHostException(name);
            })) {
      for (Provenance provenance : Provenance.values()) {
        FetchOutcome outcome =
            lost.fetch(new FetchRequest("http://nowhere.example/", provenance, null));
        assertEquals(Reason.NAME, assertInstanceOf(Unreachable.class, outcome).reason());
      }
    }
  }

  @Test
  void refusesAServerThatNobodyVouchesFor() {
    HandshakeCertificates own = certificates();
    server.useHttps(own.sslSocketFactory());
    enqueue(new MockResponse.Builder());
    FetchOutcome outcome =
        fetcher.fetch(FetchRequest.named("https://127.0.0.1:" + server.getPort() + "/"));
    assertEquals(Reason.TLS, assertInstanceOf(Unreachable.class, outcome).reason());
  }

  @Test
  void speaksHttp2OverGuardedSockets() throws InterruptedException {
    HandshakeCertificates own = certificates();
    server.useHttps(own.sslSocketFactory());
    enqueue(new MockResponse.Builder().body("two"));
    OkHttpClient trusting =
        new OkHttpClient.Builder()
            .sslSocketFactory(own.sslSocketFactory(), own.trustManager())
            .build();
    String address = "https://127.0.0.1:" + server.getPort() + "/";
    try (Fetcher mine =
        new Fetcher(Trial.options(), Trial.CLOCK, AddressTable.standard(), trusting)) {
      assertInstanceOf(Fetched.class, mine.fetch(FetchRequest.named(address)));
      assertInstanceOf(
          FetchOutcome.PrivateAddress.class, mine.fetch(FetchRequest.collected(address)));
    }
    assertEquals("HTTP/2", server.takeRequest().getVersion());
    assertEquals(1, server.getRequestCount());
  }

  private static HandshakeCertificates certificates() {
    HeldCertificate held =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    return new HandshakeCertificates.Builder()
        .heldCertificate(held)
        .addTrustedCertificate(held.certificate())
        .build();
  }

  @Test
  void endsWhenInterruptedAndKeepsTheFlag() throws InterruptedException {
    Thread.currentThread().interrupt();
    FetchOutcome outcome = fetch("/");
    assertTrue(Thread.interrupted());
    assertEquals(Reason.INTERRUPTED, assertInstanceOf(Unreachable.class, outcome).reason());
    assertEquals(0, server.getRequestCount());
  }
}
