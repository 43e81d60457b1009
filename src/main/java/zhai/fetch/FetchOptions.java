package zhai.fetch;

import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// How to fetch; the same for every request of a {@link Fetcher}.
///
/// @param allowedPrivateHosts host names (`wiki.corp`), addresses (`10.0.0.7`) or ranges
///   (`198.18.0.0/15`, say, for a proxy that answers names with made-up addresses) that may be
///   reached whatever the provenance; link-local and metadata addresses stay refused
/// @param allowPrivate opens all private addresses in the same way
/// @param userAgent in place of the built-in one, since some cookies hold only for the browser that
///   earned them; null for the built-in one
/// @param gateway for tests and the demo: an http base on loopback that stands in for the whole
///   web; `https://host/path?q` is asked as `{gateway}/host/path?q`, and everything else behaves as
///   if the host had answered. Null on every other day
public record FetchOptions(
    Limits limits,
    Cookies cookies,
    Set<String> allowedPrivateHosts,
    boolean allowPrivate,
    @Nullable String userAgent,
    @Nullable String gateway) {

  public FetchOptions {
    allowedPrivateHosts = Set.copyOf(allowedPrivateHosts);
    if (gateway != null) {
      requireLoopback(gateway);
    }
  }

  public static FetchOptions defaults() {
    return new FetchOptions(Limits.defaults(), Cookies.none(), Set.of(), false, null, null);
  }

  public FetchOptions withLimits(Limits changed) {
    return new FetchOptions(
        changed, cookies, allowedPrivateHosts, allowPrivate, userAgent, gateway);
  }

  public FetchOptions withCookies(Cookies changed) {
    return new FetchOptions(limits, changed, allowedPrivateHosts, allowPrivate, userAgent, gateway);
  }

  public FetchOptions withAllowedPrivateHosts(Set<String> changed) {
    return new FetchOptions(limits, cookies, changed, allowPrivate, userAgent, gateway);
  }

  public FetchOptions withAllowPrivate(boolean changed) {
    return new FetchOptions(limits, cookies, allowedPrivateHosts, changed, userAgent, gateway);
  }

  public FetchOptions withUserAgent(@Nullable String changed) {
    return new FetchOptions(limits, cookies, allowedPrivateHosts, allowPrivate, changed, gateway);
  }

  public FetchOptions withGateway(@Nullable String changed) {
    return new FetchOptions(limits, cookies, allowedPrivateHosts, allowPrivate, userAgent, changed);
  }

  private static void requireLoopback(String gateway) {
    HttpUrl base = HttpUrl.parse(gateway);
    if (base == null || base.isHttps() || !Set.of("127.0.0.1", "::1").contains(base.host())) {
      throw new IllegalArgumentException("a gateway is an http address on loopback: " + gateway);
    }
  }
}
