package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zhai.fetch.FetchOutcome.BadRedirect;
import zhai.fetch.FetchOutcome.LimitReached;
import zhai.fetch.FetchOutcome.NotModified;
import zhai.fetch.FetchOutcome.PrivateAddress;
import zhai.fetch.FetchOutcome.Reason;
import zhai.fetch.FetchOutcome.Unreachable;
import zhai.loopback.Connections;

/// Every address that is not public, in every spelling, by every way that leads there: none is
/// connected to.
///
/// The oracle is {@link Connections}: where this JVM began to connect to, whatever is said of it
/// afterwards. The table is the program's own; one address of this machine is opened in it, and
/// passes for the public web.
class AddressSuiteTest {
  private static final String PUBLIC = "127.0.0.2";

  private final Map<String, Deque<List<InetAddress>>> answers = new ConcurrentHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private MockWebServer web;
  private Fetcher fetcher;
  private int port;
  private int ways;

  @BeforeEach
  void open() throws IOException {
    web = new MockWebServer();
    web.setDispatcher(new Redirects());
    web.start(InetAddress.ofLiteral(PUBLIC), 0);
    port = Connections.unusedPort();
    fetcher = fetcher(Trial.options().withAllowedPrivateHosts(Set.of(PUBLIC)));
  }

  @AfterEach
  void close() {
    fetcher.close();
    web.close();
  }

  private Fetcher fetcher(FetchOptions options) {
    OkHttpClient base = new OkHttpClient.Builder().dns(this::resolve).build();
    return new Fetcher(options, Trial.CLOCK, AddressTable.standard(), base);
  }

  /// Answers `/3?to=…` by sending on to `/2?to=…` and so on to the place itself.
  private final class Redirects extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      HttpUrl url = request.getUrl();
      int left = Integer.parseInt(url.pathSegments().getFirst());
      String to = Objects.requireNonNull(url.queryParameter("to"));
      String next = left == 1 ? to : "/" + (left - 1) + "?to=" + encoded(to);
      return new MockResponse.Builder().code(302).addHeaderLenient("Location", next).build();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Answers a name with its lists in turn, the last one for ever.
  private List<InetAddress> resolve(String name) throws UnknownHostException {
    Deque<List<InetAddress>> lists = answers.get(name);
    if (lists == null) {
      throw new UnknownHostException(name);
    }
    return lists.size() > 1 ? lists.removeFirst() : lists.getFirst();
  }

  private String named(List<InetAddress> always) {
    return named(always, always);
  }

  private String named(List<InetAddress> first, List<InetAddress> then) {
    String name = "name" + answers.size() + ".example";
    answers.put(name, new ArrayDeque<>(List.of(first, then)));
    return name;
  }

  /// The refused ones of the table's own test, which has each range with its edges.
  private static List<InetAddress> refused() {
    try (InputStream in = AddressSuiteTest.class.getResourceAsStream("levels.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.endsWith("PUBLIC"))
          .map(line -> InetAddress.ofLiteral(line.substring(0, line.indexOf(','))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> spellings() {
    Stream<String> ofThisMachine =
        Stream.of("localhost", "LOCALHOST.", "a.localhost", "①②⑦.⓪.⓪.①", "0", "127.1");
    return Stream.concat(
            ofThisMachine, refused().stream().flatMap(one -> Spellings.of(one).stream()))
        .toList();
  }

  private String at(String host) {
    return "http://" + host + ":" + port + "/";
  }

  private String redirectTo(String address, int redirects) {
    return "http://%s:%d/%d?to=%s".formatted(PUBLIC, web.getPort(), redirects, encoded(address));
  }

  private void refuses(FetchRequest request, String way) {
    refuses(fetcher, request, way);
  }

  private void refuses(Fetcher fetcher, FetchRequest request, String way) {
    ways++;
    FetchOutcome outcome = fetcher.fetch(request);
    boolean typed =
        switch (outcome) {
          case PrivateAddress _, BadRedirect _ -> true;
          case Unreachable away -> away.reason() != Reason.LOST;
          case FetchOutcome.Fetched _, NotModified _, LimitReached _ -> false;
        };
    if (!typed) {
      faults.add(way + " " + request.address() + ": " + outcome);
    }
  }

  /// What was connected to must be what passes for public, in the mixed answers.
  private void assertNothingReached(String what) {
    List<InetAddress> reached =
        Connections.begunTo(port).stream()
            .filter(address -> !address.equals(InetAddress.ofLiteral(PUBLIC)))
            .toList();
    System.out.printf("suite addresses: %,d %s, %d connections%n", ways, what, reached.size());
    assertEquals(List.of(), reached);
    assertEquals(List.of(), faults);
  }

  @Test
  void noSpellingOfARefusedAddressIsReached() {
    for (String host : spellings()) {
      refuses(FetchRequest.collected(at(host)), "collected");
      refuses(FetchRequest.image(at(host)), "picture");
      refuses(FetchRequest.image(redirectTo(at(host), 2)), "picture, second redirect");
      refuses(FetchRequest.named(redirectTo(at(host), 1)), "first redirect");
      refuses(FetchRequest.named(redirectTo(at(host), 5)), "fifth redirect");
      refuses(FetchRequest.named(redirectTo("//" + host + ":" + port + "/", 1)), "relative");
    }
    assertNothingReached("ways to %,d spellings".formatted(spellings().size()));
  }

  @Test
  void noNameLeadsToARefusedAddress() {
    List<InetAddress> world = Trial.addresses(PUBLIC);
    for (InetAddress address : refused()) {
      List<InetAddress> inward = List.of(address);
      List<InetAddress> mixed = List.of(address, world.getFirst(), address);
      refuses(FetchRequest.collected(at(named(inward))), "name");
      refuses(FetchRequest.collected(at(named(mixed))), "mixed answers");
      refuses(FetchRequest.image(at(named(inward))), "name of a picture's host");
      refuses(FetchRequest.named(at(named(mixed))), "mixed answers, typed");
      refuses(FetchRequest.named(at(named(world, inward))), "moves before the connection");
      refuses(FetchRequest.named(redirectTo(at(named(inward)), 1)), "redirect to a name");
      refuses(FetchRequest.named(redirectTo(at(named(mixed, inward)), 5)), "moves after a mix");
      String mover = named(world, inward);
      answers.get(mover).addFirst(world);
      String first = redirectTo(at(mover), 1).replace(PUBLIC, mover);
      refuses(FetchRequest.named(first), "moves between two connections");
    }
    assertNothingReached("ways by names to %d addresses".formatted(refused().size()));
  }

  @Test
  void whatIsNeverPublicIsNotReachedEvenWhenTypedAndOpened() {
    AddressTable table = AddressTable.standard();
    Set<String> everything = Set.of(PUBLIC, "0.0.0.0/0", "::/0");
    try (Fetcher open =
        fetcher(Trial.options().withAllowPrivate(true).withAllowedPrivateHosts(everything))) {
      for (InetAddress address : refused()) {
        if (table.levelOf(address) == Level.NEVER) {
          for (String host : Spellings.of(address)) {
            refuses(open, FetchRequest.named(at(host)), "typed");
            refuses(open, FetchRequest.named(redirectTo(at(host), 1)), "redirect");
          }
          refuses(open, FetchRequest.named(at(named(List.of(address)))), "typed name");
        }
      }
    }
    assertNothingReached("ways to what is opened in vain");
  }

  @Test
  void theOracleSeesAConnectionThatIsMade() {
    try (Fetcher open = fetcher(Trial.options().withAllowPrivate(true))) {
      open.fetch(FetchRequest.named(at("10.0.0.1")));
      open.fetch(FetchRequest.collected(at(named(Trial.addresses("fd12:3456:789a::1")))));
    }
    assertTrue(
        Connections.begunTo(port).containsAll(Trial.addresses("10.0.0.1", "fd12:3456:789a::1")));
  }
}
