package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.LimitReached;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LimitsTest {
  private static final int KIB = 1024;
  private static final Duration SHORT = Duration.ofMillis(200);

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

  private Limit limitOf(FetchOutcome outcome) {
    return assertInstanceOf(LimitReached.class, outcome).limit();
  }

  private Limit limitOf(MockResponse.Builder response) {
    server.enqueue(response.build());
    return limitOf(fetcher.fetch(FetchRequest.named(at("/"))));
  }

  private static Buffer zeros(long size) {
    return new Buffer().write(new byte[(int) size]);
  }

  private static Buffer gzip(Buffer plain) throws IOException {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeAll(plain);
    }
    return packed;
  }

  private static Buffer incompressible(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return new Buffer().write(bytes);
  }

  @Test
  void followsTenRedirectsAndNotEleven() {
    for (int i = 1; i <= 10; i++) {
      redirect("/" + i);
    }
    server.enqueue(new MockResponse.Builder().body("ten").build());
    Fetched ten = assertInstanceOf(Fetched.class, fetcher.fetch(FetchRequest.named(at("/"))));
    assertEquals(11, ten.hops().size());
    for (int i = 1; i <= 11; i++) {
      redirect("/" + i);
    }
    FetchOutcome eleven = fetcher.fetch(FetchRequest.named(at("/")));
    assertEquals(Limit.REDIRECTS, limitOf(eleven));
    assertEquals(11, eleven.hops().size());
  }

  private void redirect(String location) {
    server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", location).build());
  }

  @ParameterizedTest
  @CsvSource({"64, true", "65, false"})
  void countsTheBytesOfTheWire(int kib, boolean fits) {
    for (boolean chunked : new boolean[] {false, true}) {
      MockResponse.Builder page = new MockResponse.Builder();
      if (chunked) {
        page.chunkedBody(zeros((long) kib * KIB), 1000);
      } else {
        page.body(zeros((long) kib * KIB));
      }
      server.enqueue(page.build());
      FetchOutcome outcome = fetcher.fetch(FetchRequest.named(at("/")));
      assertEquals(fits, outcome instanceof Fetched);
      assertEquals(fits, !(outcome instanceof LimitReached));
    }
  }

  @Test
  void countsTheBytesThatComeOutOfGzip() throws IOException {
    Buffer mixed = incompressible(40 * KIB);
    mixed.writeAll(zeros(100 * KIB));
    assertEquals(
        Limit.DECODED_BYTES,
        limitOf(
            new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(gzip(mixed))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br"})
  void dropsABombByItsRatio(String coding) throws IOException {
    byte[] brotliOfFourMebibytes = Base64.getDecoder().decode("m///P/gnAOKxQCD3/gc=");
    Buffer bomb =
        coding.equals("br")
            ? new Buffer().write(brotliOfFourMebibytes)
            : gzip(zeros(64 * KIB * KIB));
    server.enqueue(
        new MockResponse.Builder().addHeader("Content-Encoding", coding).body(bomb).build());
    try (Fetcher usual = new Fetcher(FetchOptions.defaults(), Trial.CLOCK)) {
      assertEquals(Limit.RATIO, limitOf(usual.fetch(FetchRequest.named(at("/")))));
    }
  }

  @Test
  void letsASmallPageShrinkAsMuchAsItLikes() throws IOException {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body(gzip(zeros(16 * KIB)))
            .build());
    assertInstanceOf(Fetched.class, fetcher.fetch(FetchRequest.named(at("/"))));
  }

  @Test
  void doesNotUnpackTheBodyOfARedirect() throws IOException {
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", "/b")
            .addHeader("Content-Encoding", "gzip")
            .body(gzip(zeros(32 * KIB * KIB)))
            .build());
    server.enqueue(new MockResponse.Builder().body("b").build());
    assertInstanceOf(Fetched.class, fetcher.fetch(FetchRequest.named(at("/"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, gzip", "gzip,br", "br,,br , br", "zstd, gzip"})
  void undoesOneCodingOnly(String codings) {
    assertEquals(
        Limit.CODINGS,
        limitOf(new MockResponse.Builder().addHeader("Content-Encoding", codings).body("x")));
  }

  @Test
  void countsCodingsOverSeveralHeaders() {
    assertEquals(
        Limit.CODINGS,
        limitOf(
            new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .addHeader("Content-Encoding", "gzip")
                .body("x")));
  }

  @Test
  void refusesLongAddressesAskedForOrRedirectedTo() {
    String path = "/" + "x".repeat(8 * KIB);
    FetchOutcome asked = fetcher.fetch(FetchRequest.named(at(path)));
    assertEquals(Limit.ADDRESS_LENGTH, limitOf(asked));
    assertEquals(0, server.getRequestCount());
    try (Fetcher wide = new Fetcher(FetchOptions.defaults(), Trial.CLOCK)) {
      redirect(path);
      assertEquals(Limit.ADDRESS_LENGTH, limitOf(wide.fetch(FetchRequest.named(at("/")))));
    }
  }

  @Test
  void refusesALongHead() {
    MockResponse.Builder many = new MockResponse.Builder();
    for (int i = 0; i < 300; i++) {
      many.addHeader("X-" + i, "a header of some thirty characters");
    }
    assertEquals(Limit.HEADER_BYTES, limitOf(many));
    assertEquals(
        Limit.HEADER_BYTES,
        limitOf(new MockResponse.Builder().addHeader("X-Long", "x".repeat(9 * KIB))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void waitsOnlySoLongForAnAnswer(boolean inTheHead) {
    MockResponse.Builder page = new MockResponse.Builder().body("never whole".repeat(1000));
    if (inTheHead) {
      page.onResponseStart(SocketEffect.Stall.INSTANCE);
    } else {
      page.onResponseBody(SocketEffect.Stall.INSTANCE);
    }
    server.enqueue(page.build());
    try (Fetcher hasty =
        new Fetcher(Trial.options().withLimits(Trial.withCallTime(SHORT)), Trial.CLOCK)) {
      assertEquals(Limit.CALL_TIME, limitOf(hasty.fetch(FetchRequest.named(at("/")))));
    }
  }

  @Test
  void isNotFooledByADripOfBytes() {
    server.enqueue(
        new MockResponse.Builder()
            .body(zeros(1000))
            .throttleBody(1, 20, TimeUnit.MILLISECONDS)
            .build());
    try (Fetcher hasty =
        new Fetcher(Trial.options().withLimits(Trial.withCallTime(SHORT)), Trial.CLOCK)) {
      assertEquals(Limit.CALL_TIME, limitOf(hasty.fetch(FetchRequest.named(at("/")))));
    }
  }

  @Test
  void saysHowMuchWasTooMuch() {
    server.enqueue(new MockResponse.Builder().body(zeros(65 * KIB)).build());
    assertEquals(
        new LimitReached(Limit.WIRE_BYTES, "more than 65536 bytes sent", List.of(at("/"))),
        fetcher.fetch(FetchRequest.named(at("/"))));
  }

  @Test
  void wantsAPolitenessThatCanBeKept() {
    assertThrows(IllegalArgumentException.class, () -> new Limits.Politeness(0, Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> new Limits.Politeness(1, Duration.ofMillis(-1)));
  }
}
