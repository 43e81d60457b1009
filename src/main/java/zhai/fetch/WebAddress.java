package zhai.fetch;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Which addresses are asked for at all.
final class WebAddress {
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0[xX]\\p{XDigit}*)\\.?");

  private WebAddress() {}

  /// Reads an http(s) address.
  ///
  /// Hosts such as `127.1`, `0177.0.0.1` and `2130706433` are not read: Java, C libraries and
  /// browsers take them for different addresses (WHATWG URL, "ends in a number").
  static @Nullable HttpUrl parse(String text) {
    return usable(HttpUrl.parse(text));
  }

  /// Reads where a redirect leads: an absolute or relative `Location`, whose fragment, if it has
  /// none, is that of the address it came from (RFC 9110 §10.2.2).
  static @Nullable HttpUrl resolve(HttpUrl base, String location) {
    HttpUrl target = usable(base.resolve(location));
    if (target == null || target.fragment() != null) {
      return target;
    }
    return target.newBuilder().encodedFragment(base.encodedFragment()).build();
  }

  /// Whether a host is an address rather than a name.
  static boolean isLiteral(String host) {
    return host.contains(":") || IPV4.matcher(host).matches();
  }

  private static @Nullable HttpUrl usable(@Nullable HttpUrl url) {
    if (url == null) {
      return null;
    }
    boolean ambiguous = ENDS_IN_NUMBER.matcher(url.host()).matches() && !isLiteral(url.host());
    return ambiguous ? null : url.newBuilder().username("").password("").build();
  }
}
