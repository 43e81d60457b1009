package zhai.extract;

/// How much a text says, in Latin letters: one Chinese character carries about as much as two and a
/// half of them. Every threshold of the extractor is in this unit, so that a Chinese paragraph of
/// 80 characters counts like an English one of 200.
public final class TextWeight {
  static final double PER_IDEOGRAPH = 2.5;

  private TextWeight() {}

  /// The weight of a text; white space weighs nothing.
  public static double of(CharSequence text) {
    int ideographs = 0;
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isIdeograph(c)) {
        ideographs++;
      } else if (!isBlank(c)) {
        others++;
      }
    }
    return ideographs * PER_IDEOGRAPH + others;
  }

  /// The number of commas and clause ends, Latin and Chinese: prose has them, menus don't.
  static int commas(CharSequence text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count +=
          switch (text.charAt(i)) {
            case ',', '，', '、', '。', '；', '！', '？', ';' -> 1;
            default -> 0;
          };
    }
    return count;
  }

  /// Whether a character of a script without spaces: Han, Kana, Hangul (the halves of a surrogate
  /// pair count as one and a quarter ideographs together, which is near enough).
  public static boolean isIdeograph(char c) {
    return (c >= '\u3040' && c <= '\u9fff')
        || (c >= '\uac00' && c <= '\ud7af')
        || (c >= '\uf900' && c <= '\ufaff')
        || (c >= '\ud840' && c <= '\ud87f');
  }

  /// What is printed in ASCII, and so most of most texts, is told without a look at Java's tables.
  static boolean isBlank(char c) {
    if (c >= ' ' && c < '\u0080') {
      return c == ' ';
    }
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
  }
}
