package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.PrivateAddress;

class GatewayTest {
  private MockWebServer server;
  private FetchOptions options;

  @BeforeEach
  void open() throws IOException {
    server = new MockWebServer();
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    options = Trial.options().withGateway("http://127.0.0.1:" + server.getPort());
  }

  @AfterEach
  void close() {
    server.close();
  }

  private FetchOutcome fetch(FetchOptions options, FetchRequest request) {
    try (Fetcher fetcher = new Fetcher(options, Trial.CLOCK)) {
      return fetcher.fetch(request);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.com/, /www.example.com/",
    "https://www.example.com/a/b?c=d%20e#f, /www.example.com/a/b?c=d%20e",
    "http://example.com:8080/a%2Fb, /example.com:8080/a%2Fb",
    "https://example.com:443/, /example.com/",
    "https://例子.测试/路, /xn--fsqu00a.xn--0zwm56d/%E8%B7%AF"
  })
  void asksForAnyHostBelowItself(String address, String target) throws InterruptedException {
    server.enqueue(new MockResponse.Builder().body("page").build());
    assertInstanceOf(Fetched.class, fetch(options, FetchRequest.collected(address)));
    assertEquals(target, server.takeRequest().getTarget());
  }

  @Test
  void looksLikeTheRealHostToEverythingElse() throws Exception {
    Cookies cookies =
        Cookies.parse("b.example\tFALSE\t/\tTRUE\t0\tlogin\t1\na.example\tFALSE\t/\tTRUE\t0\ta\t2");
    server.enqueue(
        new MockResponse.Builder().code(301).addHeader("Location", "//b.example/x").build());
    server.enqueue(new MockResponse.Builder().body("b").build());
    Fetched end =
        assertInstanceOf(
            Fetched.class,
            fetch(options.withCookies(cookies), FetchRequest.named("https://a.example/")));
    assertEquals(List.of("https://a.example/", "https://b.example/x"), end.hops());
    assertEquals("https://b.example/x", end.snapshot().address());
    assertEquals("a=2", server.takeRequest().getHeaders().get("Cookie"));
    RecordedRequest second = server.takeRequest();
    assertEquals("/b.example/x", second.getTarget());
    assertEquals("login=1", second.getHeaders().get("Cookie"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/"})
  void opensNoPrivateAddress(String address) {
    assertInstanceOf(PrivateAddress.class, fetch(options, FetchRequest.collected(address)));
    server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", address).build());
    assertInstanceOf(
        PrivateAddress.class, fetch(options, FetchRequest.named("https://public.example/")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://192.0.2.1:80", "https://127.0.0.1:1", "http://gate.example", "x"})
  void standsOnThisMachineOnly(String gateway) {
    assertThrows(
        IllegalArgumentException.class, () -> FetchOptions.defaults().withGateway(gateway));
  }
}
