package zhai.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Which addresses may become something to click on.
public final class WebLinks {
  private WebLinks() {}

  /// Whether it is an absolute http or https address; white space or a control before the scheme
  /// makes it none, however a browser would read it.
  public static boolean isWeb(String address) {
    return (address.regionMatches(true, 0, "http://", 0, 7) && address.length() > 7)
        || (address.regionMatches(true, 0, "https://", 0, 8) && address.length() > 8);
  }

  /// The address with what no address holds (white space, controls) percent-encoded.
  public static String encoded(String address) {
    return encoded(address, "");
  }

  /// The same with some more characters encoded.
  public static String encoded(String address, String also) {
    StringBuilder out = new StringBuilder(address.length());
    address.codePoints().forEach(it -> appendEncoded(out, it, also));
    return out.toString();
  }

  private static void appendEncoded(StringBuilder out, int codePoint, String also) {
    boolean kept =
        !Characters.isUnsafe(codePoint)
            && !Character.isSpaceChar(codePoint)
            && also.indexOf(codePoint) < 0;
    if (kept) {
      out.appendCodePoint(codePoint);
      return;
    }
    for (byte it : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(it));
    }
  }
}
