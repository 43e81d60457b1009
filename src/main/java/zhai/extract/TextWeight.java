package zhai.extract;

/// How much a text says, in Latin letters: one Chinese character carries about as much as two and a
/// half of them. Every threshold of the extractor is in this unit, so that a Chinese paragraph of
/// 80 characters counts like an English one of 200.
public final class TextWeight {
  static final double PER_IDEOGRAPH = 2.5;

  private static final String COMMAS = ",，、。；！？;";

  private TextWeight() {}

  /// The weight of a text; white space weighs nothing.
  public static double of(CharSequence text) {
    double weight = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        weight += isIdeograph(c) ? PER_IDEOGRAPH : 1;
      }
    }
    return weight;
  }

  /// The number of commas and clause ends, Latin and Chinese: prose has them, menus don't.
  static int commas(CharSequence text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (COMMAS.indexOf(text.charAt(i)) >= 0) {
        count++;
      }
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

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
  }
}
