package zhai.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Text → the units that are counted. A word character is a letter, a number or `_`; marks are
/// none.
public final class Tokens {
  private Tokens() {}

  /// Runs of word characters as they are: what the English benchmark counts.
  static List<String> words(String text) {
    return split(text, _ -> false);
  }

  /// Runs of word characters in lower case, with every Chinese, Japanese and Korean character one
  /// of its own.
  public static List<String> of(String text) {
    return split(text.toLowerCase(Locale.ROOT), Tokens::standsAlone);
  }

  private static List<String> split(String text, IntPredicate alone) {
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      boolean single = alone.test(c);
      boolean inWord = !single && isWord(c);
      if (!inWord && start >= 0) {
        tokens.add(text.substring(start, at));
        start = -1;
      } else if (inWord && start < 0) {
        start = at;
      }
      if (single) {
        tokens.add(text.substring(at, next));
      }
      at = next;
    }
    if (start >= 0) {
      tokens.add(text.substring(start));
    }
    return tokens;
  }

  public static boolean isWord(int c) {
    return c == '_'
        || Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }

  private static boolean standsAlone(int c) {
    return within(c, 0x3040, 0x30ff)
        || within(c, 0x3400, 0x4dbf)
        || within(c, 0x4e00, 0x9fff)
        || within(c, 0xac00, 0xd7af)
        || within(c, 0xf900, 0xfaff)
        || within(c, 0x20000, 0x2fa1f);
  }

  private static boolean within(int c, int first, int last) {
    return first <= c && c <= last;
  }
}
