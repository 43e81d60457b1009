package zhai.fetch;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import zhai.fetch.FetchOutcome.BadRedirect;
import zhai.fetch.FetchOutcome.Fetched;
import zhai.fetch.FetchOutcome.LimitReached;
import zhai.fetch.FetchOutcome.NotModified;
import zhai.fetch.FetchOutcome.Reason;
import zhai.fetch.FetchOutcome.Redirect;
import zhai.fetch.FetchOutcome.Unreachable;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Snapshot.Header;

/// One fetch, from the address asked for to the address that answers.
final class Walk {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int SHORT_BYTES = 64 * 1024;

  private final Fetcher fetcher;
  private final FetchRequest request;
  private final Limits limits;
  private final CookieTrail cookies;
  private final List<String> hops = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();
  private @Nullable Instant startedAt;

  Walk(Fetcher fetcher, FetchRequest request) {
    this.fetcher = fetcher;
    this.request = request;
    FetchOptions options = fetcher.options();
    boolean image = request.purpose() == FetchRequest.Purpose.IMAGE;
    this.limits = image ? options.limits().forImages() : options.limits();
    this.cookies = new CookieTrail(image ? Cookies.none() : options.cookies());
  }

  /// What one hop came to: the end, or the way on.
  private sealed interface Step {
    record End(FetchOutcome outcome) implements Step {}

    record On(HttpUrl target) implements Step {}
  }

  FetchOutcome outcome() {
    hops.add(request.address());
    if (request.address().length() > limits.maxAddressLength()) {
      return new LimitReached(Limit.ADDRESS_LENGTH, tooLong(request.address()), hops);
    }
    HttpUrl url = WebAddress.parse(request.address());
    if (url == null) {
      return new Unreachable(Reason.ADDRESS, "not an http(s) address", hops);
    }
    try {
      return follow(url, fetcher.reach().ceilingOf(request.provenance(), url));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unreachable(Reason.INTERRUPTED, "interrupted", hops);
    } catch (IOException e) {
      return Failure.outcome(e, hops);
    }
  }

  private FetchOutcome follow(HttpUrl first, Level ceiling)
      throws IOException, InterruptedException {
    HttpUrl url = first;
    while (true) {
      switch (ask(url, fetcher.reach().ceilingAt(url, ceiling))) {
        case Step.End end -> {
          return end.outcome();
        }
        case Step.On on -> {
          url = on.target();
          hops.add(url.toString());
        }
      }
    }
  }

  private Step ask(HttpUrl url, Level ceiling) throws IOException, InterruptedException {
    String cookie = cookies.headerFor(url, fetcher.clock().instant());
    if (!asked.add(url + "\n" + cookie)) {
      return new Step.End(new BadRedirect(Redirect.LOOP, url.toString(), hops));
    }
    fetcher.reach().check(url, ceiling);
    Request hop =
        new Request.Builder().url(url).headers(fetcher.headers().of(request, url, cookie)).build();
    try (Turns.Turn _ = fetcher.turns().take(url.host())) {
      return exchange(fetcher.wire().call(hop, ceiling));
    } catch (IllegalArgumentException e) {
      // Some nonsense OkHttp trips over: a chunk of 2^63 bytes is to it one of a negative size.
      ProtocolException nonsense = new ProtocolException("its answer is no HTTP");
      nonsense.initCause(e);
      throw nonsense;
    }
  }

  private Step exchange(Call call) throws IOException {
    call.timeout().timeout(timeLeft().toNanos(), TimeUnit.NANOSECONDS);
    Response response = call.execute();
    boolean dropped = true;
    try {
      Step step = step(response);
      dropped = step instanceof Step.On && !isShort(response);
      return step;
    } finally {
      // Closing alone would go on reading for a while, to save the connection.
      if (dropped) {
        call.cancel();
      }
      response.close();
    }
  }

  private Step step(Response response) throws IOException {
    HttpUrl url = response.request().url();
    if (response.headers().byteCount() > limits.maxHeaderBytes()) {
      throw new LimitException(
          Limit.HEADER_BYTES, "a head of " + response.headers().byteCount() + " bytes");
    }
    cookies.follow(url, response.headers());
    if (REDIRECTS.contains(response.code())) {
      return redirect(url, response.header("Location"));
    }
    if (response.code() == 304 && request.validators() != null) {
      return new Step.End(new NotModified(hops));
    }
    return new Step.End(new Fetched(snapshot(response), hops));
  }

  private Step redirect(HttpUrl from, @Nullable String location) throws LimitException {
    if (location == null) {
      return new Step.End(new BadRedirect(Redirect.NO_LOCATION, "", hops));
    }
    if (location.length() > limits.maxAddressLength()) {
      throw new LimitException(Limit.ADDRESS_LENGTH, tooLong(location));
    }
    if (hops.size() > limits.maxRedirects()) {
      throw new LimitException(
          Limit.REDIRECTS, "more than " + limits.maxRedirects() + " redirects");
    }
    HttpUrl target = WebAddress.resolve(from, location);
    return target == null
        ? new Step.End(new BadRedirect(Redirect.NOT_WEB, location, hops))
        : new Step.On(target);
  }

  private Snapshot snapshot(Response response) throws IOException {
    Bytes body = new BodyReader(limits).read(response);
    return new Snapshot(
        response.request().url().toString(),
        Snapshot.Origin.FETCHED,
        response.code(),
        headers(response.headers()),
        body,
        fetcher.clock().instant());
  }

  /// Without `Set-Cookie`: a snapshot is kept and handed on, a cookie is a credential.
  private static List<Header> headers(Headers headers) {
    List<Header> kept = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      if (!headers.name(i).equalsIgnoreCase("Set-Cookie")) {
        kept.add(new Header(headers.name(i), headers.value(i)));
      }
    }
    return kept;
  }

  /// Whether a body may be read away to save the connection.
  private static boolean isShort(Response response) {
    long length = response.body().contentLength();
    return length >= 0 && length <= SHORT_BYTES;
  }

  private Duration timeLeft() throws LimitException {
    Instant now = fetcher.clock().instant();
    if (startedAt == null) {
      startedAt = now;
    }
    Duration left = limits.callTime().minus(Duration.between(startedAt, now));
    if (!left.isPositive()) {
      throw new LimitException(Limit.CALL_TIME, "redirects took all the time there was");
    }
    return left;
  }

  private static String tooLong(String address) {
    return "an address of " + address.length() + " characters";
  }
}
