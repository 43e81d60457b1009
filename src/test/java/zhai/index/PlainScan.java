package zhai.index;

import java.util.regex.Pattern;

/// What it means that a phrase stands in a text, by the plainest means: no index, no pieces. This
/// is the definition in the documentation of the query language, in code:
///
/// Case, width, script, accents and the like fold; marks and invisible characters do not count;
/// white space counts only between two words of scripts that are written with it. A phrase begins
/// where a word begins and may end inside one.
final class PlainScan {
  /// Letters of scripts that are written with spaces between words, and digits.
  private static final String LETTER =
      "[\\p{L}\\p{Nd}\\p{Mc}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsBopomofo}"
          + "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{IsIdeographic}\u3031-\u3035\u303C\u30FC]]";

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Mn}\\p{Me}\\p{Cf}&&[^\u200B]]");
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cc}\u200B]+");
  private static final Pattern IDLE_SPACE =
      Pattern.compile("(?<!%s) | (?!%s)".formatted(LETTER, LETTER));
  private static final Pattern ONE_LETTER = Pattern.compile(LETTER);

  private PlainScan() {}

  /// The text with everything alike that counts as alike.
  static String folded(String text) {
    String visible = INVISIBLE.matcher(Folding.fold(Folding.compose(text))).replaceAll("");
    return IDLE_SPACE.matcher(SPACE.matcher(visible).replaceAll(" ")).replaceAll("");
  }

  /// Whether it stands there.
  ///
  /// @param text {@link #folded}
  /// @param phrase folded, too
  static boolean stands(String text, String phrase) {
    boolean beginsWord = isLetter(phrase.codePointAt(0));
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      if (!isInsideCharacter(text, at)
          && !(beginsWord && at > 0 && isLetter(text.codePointBefore(at)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInsideCharacter(String text, int at) {
    return at > 0
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  private static boolean isLetter(int character) {
    return ONE_LETTER.matcher(Character.toString(character)).matches();
  }
}
