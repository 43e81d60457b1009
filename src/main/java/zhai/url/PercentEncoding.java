package zhai.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encoding, as far as the identity of an address needs it.
///
/// [#normalise] makes the spellings of one character equal: `%7e`, `%7E` and `~`; `%E6` and `%e6`.
/// What has a meaning of its own in an address (`/ ? # & = + %` …) is never decoded, so `a%2Fb`
/// stays apart from `a/b`, and nothing is decoded twice. Bytes that are no UTF-8 (GBK addresses)
/// stay as they are.
final class PercentEncoding {
  /// What `encodeURIComponent` leaves alone (the unreserved characters and marks of RFC 2396).
  private static final String PLAIN_EVERYWHERE = "-_.~!*'()";

  /// May also stand plain in a path (RFC 3986 `pchar`), and does: `/@user/…`, `/wiki/Talk:Page`.
  static final String PLAIN_IN_PATH = ":@,";

  /// May stand plain in the value of a parameter: `__biz=MzA=`, `next=/question/1`.
  static final String PLAIN_IN_VALUE = ":@,/=?";

  private static final HexFormat UPPER = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /// Decodes what needs no encoding, writes the rest in upper case, and a `%` that encodes nothing
  /// as `%25`.
  ///
  /// @param alsoPlain characters to decode beside letters, digits and the marks of RFC 2396
  static String normalise(String encoded, String alsoPlain) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    var out = new StringBuilder(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      int octet = octetAt(encoded, i);
      if (octet < 0) {
        char c = encoded.charAt(i);
        out.append(c == '%' ? "%25" : String.valueOf(c));
        continue;
      }
      if (isPlain((char) octet, alsoPlain)) {
        out.append((char) octet);
      } else {
        UPPER.toHexDigits(out.append('%'), (byte) octet);
      }
      i += 2;
    }
    return out.toString();
  }

  /// Decodes every `%XX` once, as UTF-8. A `+` stays a `+`, as in `decodeURIComponent`.
  static String decode(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      int octet = octetAt(encoded, i);
      if (octet >= 0) {
        bytes.write(octet);
        i += 2;
      } else {
        bytes.writeBytes(encoded.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int octetAt(String text, int index) {
    boolean isEscape =
        text.charAt(index) == '%'
            && index + 2 < text.length()
            && HexFormat.isHexDigit(text.charAt(index + 1))
            && HexFormat.isHexDigit(text.charAt(index + 2));
    return isEscape ? HexFormat.fromHexDigits(text, index + 1, index + 3) : -1;
  }

  private static boolean isPlain(char c, String alsoPlain) {
    boolean letterOrDigit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letterOrDigit || PLAIN_EVERYWHERE.indexOf(c) >= 0 || alsoPlain.indexOf(c) >= 0;
  }
}
