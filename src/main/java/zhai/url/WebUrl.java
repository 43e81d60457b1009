package zhai.url;

import java.util.Objects;
import okhttp3.HttpUrl;

/// A page's address in its three forms.
///
/// | form | what it is | example |
/// |---|---|---|
/// | given | what the user or the page said, trimmed and otherwise unchanged | `http://xiaohongshu.com/explore/64a?xsec_token=AB&xsec_source=` |
/// | fetch address | what to ask the site for: wrappers taken off, what the site needs to open the page kept | `http://xiaohongshu.com/explore/64a?xsec_token=AB` |
/// | canonical | the identity: equal for all addresses of one page | `https://www.xiaohongshu.com/explore/64a` |
///
/// Two addresses are equal when their canonical forms are. Both the fetch address and the canonical
/// form are absolute http(s) URLs. Only [CanonicalRules] computes these; what comes from the store
/// is taken as it is ([#stored]), so that a change of the rules never changes silently what was
/// saved.
public final class WebUrl {
  private final String given;
  private final String fetchAddress;
  private final String canonical;

  private WebUrl(String given, String fetchAddress, String canonical) {
    this.given = Objects.requireNonNull(given, "given");
    this.fetchAddress = Objects.requireNonNull(fetchAddress, "fetchAddress");
    this.canonical = Objects.requireNonNull(canonical, "canonical");
  }

  /// The three forms as they were stored; no rule is applied and nothing is checked.
  public static WebUrl stored(String given, String fetchAddress, String canonical) {
    return new WebUrl(given, fetchAddress, canonical);
  }

  /// What the user or the page said, trimmed, otherwise unchanged. May lack a scheme
  /// (`zhihu.com/question/1`).
  public String given() {
    return given;
  }

  /// The absolute http(s) URL to ask for; has a fragment only where it is a route (`#/…`, `#!…`).
  public String fetchAddress() {
    return fetchAddress;
  }

  /// The identity: an absolute http(s) URL.
  public String canonical() {
    return canonical;
  }

  /// The canonical host, lower case, without a leading `www.`; international names in their ASCII
  /// form (`xn--…`), IPv6 addresses without brackets. Empty only if a stored canonical form is no
  /// URL.
  public String host() {
    HttpUrl url = HttpUrl.parse(canonical);
    if (url == null) {
      return "";
    }
    return Address.withoutWww(url.host());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebUrl that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  /// The canonical form.
  @Override
  public String toString() {
    return canonical;
  }
}
