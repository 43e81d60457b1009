package zhai.fetch;

import java.time.InstantSource;
import okhttp3.OkHttpClient;

/// Asks web servers for pages, as a browser would and no more often than a polite person.
///
/// One request is a walk of at most `maxRedirects` hops, each checked before it is asked: see
/// {@link FetchOutcome} for all that can come of it, {@link Limits} for how far it goes, {@link
/// Provenance} for what it may reach. gzip and brotli are undone; the body is kept as bytes,
/// whatever its charset. Refusals are not retried; cookies that servers set live as long as the
/// walk.
///
/// Safe for use by many (virtual) threads at once, each of which waits for its turn at a host.
public final class Fetcher implements AutoCloseable {
  private final FetchOptions options;
  private final InstantSource clock;
  private final Reach reach;
  private final Wire wire;
  private final Turns turns;
  private final RequestHeaders headers;

  public Fetcher(FetchOptions options, InstantSource clock) {
    this(options, clock, AddressTable.standard(), new OkHttpClient());
  }

  /// @param base whose DNS and trust are used
  Fetcher(FetchOptions options, InstantSource clock, AddressTable addresses, OkHttpClient base) {
    this.options = options;
    this.clock = clock;
    this.reach = new Reach(options, addresses, base.dns());
    this.wire = new Wire(options, reach, base);
    this.turns = new Turns(options.limits().politeness(), clock);
    this.headers = new RequestHeaders(options.userAgent());
  }

  /// Fetches one page, blocking. An interrupt ends it with {@link FetchOutcome.Reason#INTERRUPTED},
  /// the thread's flag still set. Files on this machine are never read by their address: an
  /// imported list must not choose them.
  public FetchOutcome fetch(FetchRequest request) {
    return new Walk(this, request).outcome();
  }

  /// Closes idle connections. Requests still under way may end as unreachable.
  @Override
  public void close() {
    wire.close();
  }

  FetchOptions options() {
    return options;
  }

  InstantSource clock() {
    return clock;
  }

  Reach reach() {
    return reach;
  }

  Wire wire() {
    return wire;
  }

  Turns turns() {
    return turns;
  }

  RequestHeaders headers() {
    return headers;
  }
}
