package zhai.exchange;

/// Plain text for the inside of HTML.
public final class HtmlText {
  private HtmlText() {}

  /// The text with everything escaped that HTML would read as something else, in content as in a
  /// quoted attribute; characters that XML and UTF-8 can't hold become U+FFFD.
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(it -> append(out, it));
    return out.toString();
  }

  /// The same on one line, without bidi controls: for titles, names and attributes.
  public static String escapeLine(String text) {
    return escape(Characters.oneLine(text));
  }

  private static void append(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n', '\r', '\t' -> out.append((char) codePoint);
      default -> out.appendCodePoint(Characters.isUnsafe(codePoint) ? 0xFFFD : codePoint);
    }
  }
}
