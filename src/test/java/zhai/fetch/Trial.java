package zhai.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import zhai.loopback.HastyLimits;

/// What the tests of this package start from: a fixed clock, limits without pauses, a DNS of our
/// own, and an address table in which 127.0.0.2 passes for a public address.
final class Trial {
  static final Instant NOW = Instant.parse("2026-01-04T08:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final AddressTable TABLE =
      AddressTable.parse(
          """
          0.0.0.0/8       never
          10.0.0.0/8      local
          127.0.0.0/8     loopback
          127.0.0.2/32    public
          127.0.0.3/32    local
          127.0.0.4/32    never
          169.254.0.0/16  never
          ::1/128         loopback
          """);

  private Trial() {}

  static Limits limits() {
    Limits usual = Limits.defaults();
    return new Limits(
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        64 * 1024,
        128 * 1024,
        20,
        16 * 1024,
        usual.maxRedirects(),
        usual.maxAddressLength(),
        8 * 1024,
        new Limits.Politeness(2, Duration.ZERO));
  }

  static Limits withCallTime(Duration callTime) {
    Limits usual = limits();
    return HastyLimits.of(usual, callTime, 2);
  }

  static FetchOptions options() {
    return FetchOptions.defaults().withLimits(limits());
  }

  /// With the standard table and the real DNS; good for servers on loopback.
  static Fetcher fetcher() {
    return new Fetcher(options(), CLOCK);
  }

  static Fetcher fetcher(FetchOptions options, Dns dns) {
    return new Fetcher(options, CLOCK, TABLE, new OkHttpClient.Builder().dns(dns).build());
  }

  static List<InetAddress> addresses(String... literals) {
    return List.of(literals).stream().map(InetAddress::ofLiteral).toList();
  }
}
