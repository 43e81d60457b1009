package zhai.fetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/// The cookies of one fetch: the user's, and what servers set on the way (RFC 6265). Many sites set
/// one and redirect to themselves to see it come back. Forgotten when the fetch ends.
final class CookieTrail {
  private final List<Cookie> cookies;

  CookieTrail(Cookies given) {
    this.cookies = new ArrayList<>(given.all());
  }

  /// The value of the `Cookie` header for an address; empty if there is nothing to send.
  String headerFor(HttpUrl url, Instant now) {
    return cookies.stream()
        .filter(cookie -> cookie.expiresAt() > now.toEpochMilli() && cookie.matches(url))
        .sorted(Comparator.comparingInt((Cookie cookie) -> cookie.path().length()).reversed())
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }

  /// Takes in the `Set-Cookie` headers of an answer.
  void follow(HttpUrl url, Headers headers) {
    for (Cookie set : Cookie.parseAll(url, headers)) {
      cookies.removeIf(old ->
          old.name().equals(set.name())
              && old.domain().equals(set.domain())
              && old.path().equals(set.path()));
      cookies.add(set);
    }
  }
}
