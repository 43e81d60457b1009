package zhai.index;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.model.StreamSafe;

/// Makes characters equal that a reader takes for the same: case, width, script (Traditional
/// Chinese to Simplified, older and Japanese forms too), Latin and Greek accents, raised and
/// lowered digits, forms of quotation marks and dashes.
///
/// One character becomes one character, so a place in the folded text is the same place in the
/// text. Combining marks and other invisible characters stay; the scanner passes over them.
final class Folding {
  private static final char[] TABLE = table();

  /// Half-width kana, Latin ligatures, mathematical letters and digits.
  private static final Pattern PRESENTATION_FORMS =
      Pattern.compile("[\\uFF66-\\uFF9F\\uFB00-\\uFB06\\x{1D400}-\\x{1D7FF}]+");

  /// The first half of mathematical letters.
  private static final char MATHEMATICAL = '\uD835';

  private Folding() {}

  /// The text with each letter as most text has it: accents in one character with their letter,
  /// half-width kana in one with their sound marks, printers' ligatures and mathematical alphabets
  /// as plain letters. Else a letter would not be found by the same one typed otherwise.
  static String compose(String text) {
    if (isComposed(text)) {
      return text;
    }
    String plain =
        hasPresentationForms(text)
            ? PRESENTATION_FORMS.matcher(text).replaceAll(Folding::plain)
            : text;
    return StreamSafe.normalize(plain, Normalizer.Form.NFC);
  }

  /// Whether it certainly is: it has nothing but Latin letters with at most one accent in them,
  /// Chinese, kana and their punctuation. Most texts have nothing else, and it is seen quickly.
  private static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c < '\u0300'
              || (c >= '\u2010' && c <= '\u2027')
              || (c >= '\u3000' && c <= '\u3029')
              || (c >= '\u3041' && c <= '\u3096')
              || (c >= '\u30A1' && c <= '\u30FC')
              || (c >= '\u4E00' && c <= '\u9FFF')
              || (c >= '\uFF01' && c <= '\uFF5E');
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasPresentationForms(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == MATHEMATICAL
          || (c >= '\uFB00' && c <= '\uFB06')
          || (c >= '\uFF66' && c <= '\uFF9F')) {
        return true;
      }
    }
    return false;
  }

  private static String plain(MatchResult forms) {
    return Matcher.quoteReplacement(StreamSafe.normalize(forms.group(), Normalizer.Form.NFKC));
  }

  static String fold(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = TABLE[chars[i]];
    }
    return new String(chars);
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = Character.toLowerCase((char) c);
    }
    foldToBase(table, '\u00C0', '\u024F', Normalizer.Form.NFD);
    foldToBase(table, '\u0370', '\u03FF', Normalizer.Form.NFD);
    foldToBase(table, '\u1E00', '\u1FFF', Normalizer.Form.NFD);
    foldToBase(table, '\u2070', '\u209C', Normalizer.Form.NFKC);
    foldToBase(table, '\u212A', '\u212B', Normalizer.Form.NFD);
    foldToBase(table, '\u2F00', '\u2FD5', Normalizer.Form.NFKC);
    foldToBase(table, '\uF900', '\uFAFF', Normalizer.Form.NFKC);
    foldToBase(table, '\uFF01', '\uFFEE', Normalizer.Form.NFKC);
    foldPunctuation(table);
    foldListed(table, "traditional.txt");
    foldListed(table, "variants.txt");
    return table;
  }

  /// Folds to the character that is left in that form when combining marks are taken away.
  private static void foldToBase(char[] table, char first, char last, Normalizer.Form form) {
    for (char c = first; c <= last; c++) {
      String taken = Normalizer.normalize(String.valueOf(c), form);
      int letters = taken.length();
      while (letters > 0 && StreamSafe.isMark(taken.charAt(letters - 1))) {
        letters--;
      }
      if (letters == 1) {
        table[c] = Character.toLowerCase(taken.charAt(0));
      }
    }
  }

  private static void foldPunctuation(char[] table) {
    foldAll(table, "“”„‟＂「」『』«»", '"');
    foldAll(table, "‘’‚‛", '\'');
    foldAll(table, "‐‑‒–—―−⁻₋", '-');
    foldAll(table, "。｡", '.');
    table['\u3000'] = ' ';
    table['ς'] = 'σ';
    foldAll(table, "ёЁ", 'е');
    foldAll(table, "¹", '1');
    foldAll(table, "²", '2');
    foldAll(table, "³", '3');
  }

  private static void foldAll(char[] table, String from, char to) {
    for (int i = 0; i < from.length(); i++) {
      table[from.charAt(i)] = to;
    }
  }

  /// Characters of a table file, folded after those that are folded already.
  private static void foldListed(char[] table, String file) {
    char[] listed = new char[table.length];
    for (String line : Resource.lines(file)) {
      foldAll(listed, line.substring(2), line.charAt(0));
    }
    for (int c = 0; c < table.length; c++) {
      char folded = listed[table[c]];
      table[c] = folded == 0 ? table[c] : folded;
    }
  }
}
