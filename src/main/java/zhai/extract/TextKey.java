package zhai.extract;

import java.util.Locale;

/// A text without punctuation, blanks and case, as a number: two texts that a reader would call the
/// same have the same key. Zero is the key of a text without letters and digits.
final class TextKey {
  private TextKey() {}

  static long of(CharSequence text) {
    long key = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        key = key * 1_000_003 + Character.toLowerCase(c) + 1;
      }
    }
    return key;
  }

  /// The text itself without punctuation, signs, blanks and case.
  static String letters(String text) {
    var letters = new StringBuilder(text.length());
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isDropped(c)) {
        letters.appendCodePoint(c);
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isDropped(int c) {
    return isPunctuation(c) || Character.isSpaceChar(c) || (c >= '\t' && c <= '\r');
  }

  /// Whether a character is of Unicode's punctuation or signs (P or S), as CommonMark has it, too.
  static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
