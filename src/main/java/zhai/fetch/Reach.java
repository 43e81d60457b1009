package zhai.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/// What may be reached: the one place that knows the rule of {@link Provenance}, the user's
/// exceptions from it, and how names become addresses.
final class Reach {
  private final FetchOptions options;
  private final AddressTable table;
  private final Dns dns;

  Reach(FetchOptions options, AddressTable standard, Dns dns) {
    this.options = options;
    this.table = standard.opening(ranges(options.allowedPrivateHosts()));
    this.dns = dns;
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

  /// Refuses an address that is too private at this moment. Whoever connects to it checks again.
  void checkResolved(HttpUrl url, Level ceiling) throws IOException {
    check(url, ceiling);
    InetAddress address = lookup(url.host()).getFirst();
    Level level = table.levelOf(address);
    if (level.isMorePrivateThan(ceiling)) {
      throw new RefusedAddressException(GuardedSockets.describe(address, level));
    }
  }

  /// Sockets for our own requests, that connect to nothing more private than the ceiling.
  GuardedSockets sockets(Level ceiling) {
    return new GuardedSockets(table, ceiling, options.limits().maxAnswerBytes());
  }

  /// A connection for someone else's request, to the first of its addresses that answers.
  Socket connect(HttpUrl target, Level ceiling) throws IOException {
    IOException failure = new UnknownHostException(target.host());
    for (InetAddress address : lookup(target.host())) {
      Socket socket =
          new GuardedSockets(table, ceilingAt(target, ceiling), Long.MAX_VALUE).createSocket();
      try {
        int millis = Math.toIntExact(options.limits().connectTime().toMillis());
        socket.connect(new InetSocketAddress(address, target.port()), millis);
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }

  /// The host's least private addresses: where a name has public and private ones, the private ones
  /// are not even tried.
  List<InetAddress> lookup(String host) throws UnknownHostException {
    if (WebAddress.isLiteral(host)) {
      return List.of(InetAddress.ofLiteral(host));
    }
    List<InetAddress> all = dns.lookup(host);
    Level least = all.stream().map(table::levelOf).reduce(Level.NEVER, Level::leastPrivate);
    List<InetAddress> usable =
        all.stream().filter(address -> table.levelOf(address) == least).toList();
    if (usable.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return usable;
  }

  private Level levelOf(String host) throws UnknownHostException {
    Level spelled = spelledLevel(host);
    return spelled != Level.PUBLIC || options.gateway() != null
        ? spelled
        : table.levelOf(lookup(host).getFirst());
  }

  private Level spelledLevel(String host) {
    if (WebAddress.isLiteral(host)) {
      return table.levelOf(InetAddress.ofLiteral(host));
    }
    boolean self = host.equals("localhost") || host.endsWith(".localhost");
    return self ? Level.LOOPBACK : Level.PUBLIC;
  }

  private static List<AddressRange> ranges(Set<String> hosts) {
    return hosts.stream()
        .filter(host -> host.contains("/") || WebAddress.isLiteral(host))
        .map(AddressRange::parse)
        .toList();
  }
}
