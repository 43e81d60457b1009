package zhai.fetch;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// The network as far as a fetch may see it: who may be reached, and the clients that reach them.
///
/// There is a client for each ceiling, with sockets guarded at that ceiling and a pool of its own:
/// a connection that was opened to a private host for one request must not be lying about for
/// another one that may not have opened it. Proxies are not used, whatever the environment says:
/// through one, the guard would see the proxy's address and nothing else.
final class Wire implements AutoCloseable {
  private final Map<Level, OkHttpClient> clients = new EnumMap<>(Level.class);
  private final AddressTable table;
  private final Dns dns;
  private final FetchOptions options;

  /// @param base whose DNS and trust are used
  Wire(FetchOptions options, AddressTable standard, OkHttpClient base) {
    this.options = options;
    this.table = standard.opening(ranges(options.allowedPrivateHosts()));
    this.dns = base.dns();
    for (Level ceiling : List.of(Level.PUBLIC, Level.LOCAL, Level.LOOPBACK)) {
      clients.put(ceiling, client(base, ceiling));
    }
  }

  private OkHttpClient client(OkHttpClient base, Level ceiling) {
    OkHttpClient.Builder client =
        base.newBuilder()
            .socketFactory(new GuardedSockets(table, ceiling))
            .connectionPool(new ConnectionPool())
            .proxy(Proxy.NO_PROXY)
            .dns(this::lookup)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(options.limits().connectTime())
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO);
    HttpUrl gateway = options.gateway() == null ? null : HttpUrl.parse(options.gateway());
    if (gateway != null) {
      client
          .addInterceptor(new Gateway(gateway))
          .socketFactory(new GuardedSockets(table, Level.LOOPBACK));
    }
    return client.build();
  }

  /// A call that may reach nothing more private than the ceiling.
  Call call(Request request, Level ceiling) {
    OkHttpClient client = clients.get(ceiling);
    if (client == null) {
      throw new IllegalArgumentException("nothing may be asked at " + ceiling);
    }
    return client.newCall(request);
  }

  /// How far a request may go: up to the level of what the user named, and to public addresses
  /// otherwise. Asked once, before anything is sent, so that a name can't move inwards later.
  ///
  /// @throws UnknownHostException if a named host has no address
  Level ceilingOf(Provenance provenance, HttpUrl url) throws UnknownHostException {
    if (options.allowPrivate()) {
      return Level.LOOPBACK;
    }
    return switch (provenance) {
      case COLLECTED -> Level.PUBLIC;
      case NAMED -> Level.leastPrivate(levelOf(url.host()), Level.LOOPBACK);
    };
  }

  /// The ceiling for one hop: hosts that the options name are open to all.
  Level ceilingAt(HttpUrl hop, Level ceiling) {
    return options.allowedPrivateHosts().contains(hop.host()) ? Level.LOOPBACK : ceiling;
  }

  /// Refuses what an address says of itself, before any name is looked up. The sockets would refuse
  /// it too, but not behind a gateway.
  void check(HttpUrl hop, Level ceiling) throws RefusedAddressException {
    Level level = spelledLevel(hop.host());
    if (level.isMorePrivateThan(ceiling)) {
      throw new RefusedAddressException(
          WebAddress.isLiteral(hop.host())
              ? GuardedSockets.describe(InetAddress.ofLiteral(hop.host()), level)
              : hop.host() + " is this machine itself");
    }
  }

  private Level levelOf(String host) throws UnknownHostException {
    Level spelled = spelledLevel(host);
    return spelled != Level.PUBLIC || WebAddress.isLiteral(host) || options.gateway() != null
        ? spelled
        : table.levelOf(lookup(host).getFirst());
  }

  private Level spelledLevel(String host) {
    if (WebAddress.isLiteral(host)) {
      return table.levelOf(InetAddress.ofLiteral(host));
    }
    String name = host.toLowerCase(Locale.ROOT);
    boolean self = name.equals("localhost") || name.endsWith(".localhost");
    return self ? Level.LOOPBACK : Level.PUBLIC;
  }

  /// The host's least private addresses: where a name has public and private ones, the private ones
  /// are not even tried.
  private List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> all = dns.lookup(host);
    Level least = all.stream().map(table::levelOf).reduce(Level.NEVER, Level::leastPrivate);
    List<InetAddress> usable =
        all.stream().filter(address -> table.levelOf(address) == least).toList();
    if (usable.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return usable;
  }

  private static List<AddressRange> ranges(Set<String> hosts) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String host : hosts) {
      if (host.contains("/") || WebAddress.isLiteral(host)) {
        ranges.add(AddressRange.parse(host));
      }
    }
    return ranges;
  }

  @Override
  public void close() {
    for (OkHttpClient client : clients.values()) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
