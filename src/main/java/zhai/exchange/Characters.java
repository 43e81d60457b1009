package zhai.exchange;

/// Characters that must not reach a reader raw, because they don't show what they do.
public final class Characters {
  private Characters() {}

  /// Controls, line separators, bidi controls, the byte order mark, noncharacters, lone surrogates.
  public static boolean isUnsafe(int codePoint) {
    return Character.isISOControl(codePoint)
        || isLineSeparator(codePoint)
        || isBidiControl(codePoint)
        || codePoint == 0xFEFF
        || isNoncharacter(codePoint)
        || isSurrogate(codePoint);
  }

  /// The text on one line: white space and controls become a space, bidi controls go, what UTF-8
  /// can't hold becomes U+FFFD.
  public static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(it -> !isBidiControl(it) && it != 0xFEFF)
        .map(it -> isSurrogate(it) || isNoncharacter(it) ? 0xFFFD : it)
        .map(it -> Character.isISOControl(it) || isLineSeparator(it) ? ' ' : it)
        .forEach(out::appendCodePoint);
    return out.toString().replaceAll(" {2,}", " ").strip();
  }

  /// The text with U+FFFD for every unsafe character but line ends and tabs.
  public static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(it -> isUnsafe(it) && "\n\r\t".indexOf(it) < 0 ? 0xFFFD : it)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isLineSeparator(int codePoint) {
    return codePoint == 0x2028 || codePoint == 0x2029;
  }

  // Unicode's property Bidi_Control.
  private static boolean isBidiControl(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
