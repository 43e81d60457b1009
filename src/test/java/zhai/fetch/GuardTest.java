package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.PrivateAddress;
import zhai.fetch.FetchOutcome.Unreachable;

/// The oracle is the doorbell: no connection reaches what may not be reached, whatever is said of
/// it afterwards.
class GuardTest {
  private Doorbell doorbell;
  private MockWebServer publicServer;
  private final Map<String, Deque<List<InetAddress>>> answers = new ConcurrentHashMap<>();

  @BeforeEach
  void open() throws IOException {
    doorbell = new Doorbell();
    publicServer = new MockWebServer();
    publicServer.start(InetAddress.ofLiteral("127.0.0.2"), 0);
  }

  @AfterEach
  void close() throws IOException {
    assertEquals(0, doorbell.rings());
    doorbell.close();
    publicServer.close();
  }

  /// Answers a name with its lists in turn, the last one for ever; a name without any is not found.
  private List<InetAddress> dns(String name) throws UnknownHostException {
    Deque<List<InetAddress>> lists = answers.getOrDefault(name, new ArrayDeque<>());
    if (lists.isEmpty()) {
      throw new UnknownHostException(name);
    }
    return lists.size() > 1 ? lists.removeFirst() : lists.getFirst();
  }

  private void name(String name, String... literals) {
    answers.computeIfAbsent(name, _ -> new ArrayDeque<>()).add(Trial.addresses(literals));
  }

  private FetchOutcome fetch(FetchRequest request) {
    return fetch(request, Trial.options());
  }

  private FetchOutcome fetch(FetchRequest request, FetchOptions options) {
    try (Fetcher fetcher = Trial.fetcher(options, this::dns)) {
      return fetcher.fetch(request);
    }
  }

  private String atDoorbell(String host) {
    return "http://" + host + ":" + doorbell.port() + "/";
  }

  private String atPublic(String host) {
    return "http://" + host + ":" + publicServer.getPort() + "/";
  }

  private void redirectTo(String location) {
    publicServer.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", location).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.3",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "0",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "127.0.0.1.",
        "localhost",
        "sub.localhost",
        "LOCALHOST"
      })
  void reachesNoSpellingOfThisMachineForACollectedAddress(String host) {
    try (Fetcher fetcher = Trial.fetcher()) {
      FetchOutcome outcome = fetcher.fetch(FetchRequest.collected(atDoorbell(host)));
      assertEquals(true, outcome instanceof PrivateAddress || outcome instanceof Unreachable, host);
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "127.0.0.4"})
  void reachesNoPrivateAddressByNameForACollectedAddress(String address) {
    name("inward.example", address);
    assertInstanceOf(
        PrivateAddress.class, fetch(FetchRequest.collected(atDoorbell("inward.example"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0"})
  void followsNoRedirectFromAPublicPageInwards(String host) {
    name("public.example", "127.0.0.2");
    name("localhost", "127.0.0.1");
    redirectTo(atDoorbell(host));
    FetchOutcome outcome = fetch(FetchRequest.named(atPublic("public.example")));
    assertInstanceOf(PrivateAddress.class, outcome);
    assertEquals(2, outcome.hops().size());
  }

  @Test
  void followsNoFifthRedirectInwardsEither() {
    name("public.example", "127.0.0.2");
    for (int i = 1; i < 5; i++) {
      redirectTo("/" + i);
    }
    redirectTo(atDoorbell("127.0.0.1"));
    FetchOutcome outcome = fetch(FetchRequest.named(atPublic("public.example")));
    assertInstanceOf(PrivateAddress.class, outcome);
    assertEquals(6, outcome.hops().size());
  }

  @Test
  void isNotFooledByANameThatMovesInwardsBetweenHops() {
    name("rebinding.example", "127.0.0.2");
    name("rebinding.example", "127.0.0.2");
    name("rebinding.example", "127.0.0.1");
    redirectTo(atDoorbell("rebinding.example"));
    assertInstanceOf(
        PrivateAddress.class, fetch(FetchRequest.named(atPublic("rebinding.example"))));
  }

  @Test
  void isNotFooledByANameThatMovesInwardsBeforeTheConnection() {
    name("rebinding.example", "127.0.0.2");
    name("rebinding.example", "127.0.0.1");
    assertInstanceOf(
        PrivateAddress.class, fetch(FetchRequest.named(atDoorbell("rebinding.example"))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void triesOnlyThePublicOnesOfMixedAnswers(boolean named) {
    name("mixed.example", "127.0.0.1", "127.0.0.2", "10.0.0.1");
    String address = atDoorbell("mixed.example");
    FetchOutcome outcome =
        fetch(named ? FetchRequest.named(address) : FetchRequest.collected(address));
    assertEquals(
        FetchOutcome.Reason.CONNECT, assertInstanceOf(Unreachable.class, outcome).reason());
  }

  @Test
  void reachesLinkLocalNotEvenWhenTheUserNamesOrOpensIt() {
    FetchOptions open =
        Trial.options().withAllowPrivate(true).withAllowedPrivateHosts(Set.of("meta.example"));
    name("meta.example", "127.0.0.4");
    assertInstanceOf(
        PrivateAddress.class, fetch(FetchRequest.named(atDoorbell("meta.example")), open));
    assertInstanceOf(
        PrivateAddress.class, fetch(FetchRequest.named(atDoorbell("127.0.0.4")), open));
  }

  @Test
  void letsTheUserNameAPrivatePageAndFollowsItOutwards() {
    name("wiki.example", "127.0.0.3");
    name("public.example", "127.0.0.2");
    try (MockWebServer local = new MockWebServer()) {
      local.start(InetAddress.ofLiteral("127.0.0.3"), 0);
      local.enqueue(
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", atPublic("public.example"))
              .build());
      publicServer.enqueue(new MockResponse.Builder().body("out").build());
      String address = "http://wiki.example:" + local.getPort() + "/";
      assertInstanceOf(Fetched.class, fetch(FetchRequest.named(address)));
      assertInstanceOf(PrivateAddress.class, fetch(FetchRequest.collected(address)));
      assertEquals(1, local.getRequestCount());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void goesFromALocalPageNotToThisMachine() throws IOException {
    try (MockWebServer local = new MockWebServer()) {
      local.start(InetAddress.ofLiteral("127.0.0.3"), 0);
      local.enqueue(
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", atDoorbell("127.0.0.1"))
              .build());
      assertInstanceOf(
          PrivateAddress.class,
          fetch(FetchRequest.named("http://127.0.0.3:" + local.getPort() + "/")));
    }
  }

  @Test
  void lendsNoOpenConnectionToARequestThatMayNotOpenOne() throws IOException {
    try (MockWebServer local = new MockWebServer();
        Fetcher fetcher = Trial.fetcher(Trial.options(), this::dns)) {
      local.start(InetAddress.ofLiteral("127.0.0.3"), 0);
      local.enqueue(new MockResponse.Builder().body("yours").build());
      name("wiki.example", "127.0.0.3");
      String address = "http://wiki.example:" + local.getPort() + "/";
      assertInstanceOf(Fetched.class, fetcher.fetch(FetchRequest.named(address)));
      assertInstanceOf(PrivateAddress.class, fetcher.fetch(FetchRequest.collected(address)));
      assertEquals(1, local.getRequestCount());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wiki.example", "127.0.0.3", "127.0.0.0/29"})
  void opensHostsAddressesAndRangesThatTheOptionsName(String allowed) throws IOException {
    try (MockWebServer local = new MockWebServer()) {
      local.start(InetAddress.ofLiteral("127.0.0.3"), 0);
      local.enqueue(new MockResponse.Builder().body("in").build());
      name("wiki.example", "127.0.0.3");
      FetchOptions options = Trial.options().withAllowedPrivateHosts(Set.of(allowed));
      assertInstanceOf(
          Fetched.class,
          fetch(FetchRequest.collected("http://wiki.example:" + local.getPort() + "/"), options));
    }
  }

  @Test
  void saysWhichAddressWasRefusedAndWhy() {
    FetchOutcome outcome = fetch(FetchRequest.collected(atDoorbell("127.0.0.1")));
    assertEquals(
        new PrivateAddress(
            atDoorbell("127.0.0.1"),
            "127.0.0.1 is this machine itself",
            List.of(atDoorbell("127.0.0.1"))),
        outcome);
  }
}
