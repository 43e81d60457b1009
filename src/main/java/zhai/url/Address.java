package zhai.url;

import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// An http(s) address taken apart, while the rules work on it. All parts are percent-encoded as
/// they stand in the address.
///
/// @param site what stands before the path
/// @param path begins with `/`
/// @param fragment without `#`; null if there is none
record Address(Site site, String path, List<Parameter> query, @Nullable String fragment) {

  /// Scheme, host and port.
  ///
  /// @param host in ASCII, lower case, without brackets and without a trailing dot
  /// @param port -1 for the usual one of the scheme
  record Site(String scheme, String host, int port) {
    Site withHost(String host) {
      return new Site(scheme, host, port);
    }

    @Override
    public String toString() {
      String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
      return scheme + "://" + name + (port < 0 ? "" : ":" + port);
    }
  }

  static Address of(HttpUrl url) {
    String host = url.host().endsWith(".") ? url.host().replaceAll("\\.+$", "") : url.host();
    int port = url.port() == HttpUrl.defaultPort(url.scheme()) ? -1 : url.port();
    return new Address(
        new Site(url.scheme(), host, port),
        url.encodedPath(),
        Parameter.listOf(url.encodedQuery()),
        url.encodedFragment());
  }

  /// The host without any leading `www.`, unless that is its very name (`www.com`).
  static String withoutWww(String host) {
    String name = host;
    while (name.startsWith("www.") && name.indexOf('.', 4) > 0) {
      name = name.substring(4);
    }
    return name;
  }

  Address withoutWww() {
    return withHost(withoutWww(host()));
  }

  Address normalised() {
    return new Address(
        site,
        PercentEncoding.normalise(path, PercentEncoding.PLAIN_IN_PATH),
        query.stream().map(Parameter::normalised).filter(it -> !it.isEmpty()).toList(),
        fragment == null ? null : PercentEncoding.normalise(fragment, ""));
  }

  /// In the one spelling that rules see: normalised, without `www.` and without slashes at the end.
  Address plain() {
    Address plain = normalised().withoutWww();
    int end = plain.path.length();
    while (end > 1 && plain.path.charAt(end - 1) == '/') {
      end--;
    }
    return plain.withPath(plain.path.substring(0, end));
  }

  String host() {
    return site.host();
  }

  Address withSite(Site site) {
    return new Address(site, path, query, fragment);
  }

  Address withHost(String host) {
    return withSite(site.withHost(host));
  }

  Address withPath(String path) {
    return new Address(site, path, query, fragment);
  }

  Address withQuery(List<Parameter> query) {
    return new Address(site, path, query, fragment);
  }

  Address withFragment(@Nullable String fragment) {
    return new Address(site, path, query, fragment);
  }

  /// The encoded value of a parameter, or null if it has none. The first wins.
  @Nullable String valueOf(String parameterName) {
    for (Parameter parameter : query) {
      if (parameter.name().equals(parameterName)) {
        return parameter.value();
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return site
        + path
        + (query.isEmpty() ? "" : "?" + Parameter.join(query))
        + (fragment == null ? "" : "#" + fragment);
  }
}
