package zhai.exchange.writer;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A web address as strict readers want it: ASCII, percent-encoded, with a host that can be one.
/// Browsers mend what people write; validators of books and readers of archives refuse it.
final class StrictAddress {
  private static final Pattern PARTS =
      Pattern.compile("(?is)(https?://)([^/?#@:\\\\]+)(:\\d{1,5})?([/?#].*)?");

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++)*+");

  /// Only a whole address of numbers may end with a number.
  private static final Pattern NUMBERED = Pattern.compile("(.*\\.)?\\d+");

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  private static final String STAYS = "-._~:/?@!$&'()*+,;=";

  private StrictAddress() {}

  /// The address, or empty if it is no http or https address that all readers understand.
  static Optional<String> of(String address) {
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String port = parts.group(3) == null ? "" : parts.group(3);
    String rest = parts.group(4) == null ? "" : parts.group(4);
    return host(parts.group(2))
        .filter(_ -> port.isEmpty() || Integer.parseInt(port.substring(1)) < 1 << 16)
        .map(host -> parts.group(1) + host + port + encoded(rest));
  }

  private static Optional<String> host(String given) {
    try {
      String host = IDN.toASCII(given, IDN.ALLOW_UNASSIGNED);
      boolean named = HOST.matcher(host).matches() && !NUMBERED.matcher(host).matches();
      return named || IPV4.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The same text with everything percent-encoded that stands in no address.
  static String encoded(String rest) {
    int fragment = rest.indexOf('#');
    StringBuilder out = new StringBuilder(rest.length() + 16);
    for (int at = 0; at < rest.length(); ) {
      int codePoint = rest.codePointAt(at);
      if (stays(codePoint) || at == fragment || isEscape(rest, at)) {
        out.appendCodePoint(codePoint);
      } else {
        for (byte it : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(it));
        }
      }
      at += Character.charCount(codePoint);
    }
    return out.toString();
  }

  private static boolean stays(int codePoint) {
    return codePoint < 0x80
        && (Character.isLetterOrDigit(codePoint) || STAYS.indexOf(codePoint) >= 0);
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }
}
