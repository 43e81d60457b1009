package zhai.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;

/// Makes characters equal that a reader takes for the same: case, width, script (Traditional to
/// Simplified), Latin accents, forms of quotation marks and dashes.
///
/// One character becomes one character, so a place in the folded text is the same place in the
/// text. Combining marks and other invisible characters stay; the scanner passes over them.
final class Folding {
  private static final char[] TABLE = table();

  private Folding() {}

  /// The text with letters and their accents in one character, as most text has them; else a letter
  /// typed in two would not be found by the same letter typed in one.
  static String compose(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
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
    foldToBase(table, '\u1E00', '\u1EFF', Normalizer.Form.NFD);
    foldToBase(table, '\u2F00', '\u2FD5', Normalizer.Form.NFKC);
    foldToBase(table, '\uF900', '\uFAFF', Normalizer.Form.NFKC);
    foldToBase(table, '\uFF01', '\uFFEE', Normalizer.Form.NFKC);
    foldPunctuation(table);
    foldTraditional(table);
    return table;
  }

  /// Folds to the character that is left in that form when combining marks are taken away.
  private static void foldToBase(char[] table, char first, char last, Normalizer.Form form) {
    for (char c = first; c <= last; c++) {
      String composed = Normalizer.normalize(String.valueOf(c), form);
      String base = composed.replaceAll("\\p{M}+$", "");
      if (base.length() == 1) {
        table[c] = Character.toLowerCase(base.charAt(0));
      }
    }
  }

  private static void foldPunctuation(char[] table) {
    foldAll(table, "“”„‟＂「」『』«»", '"');
    foldAll(table, "‘’‚‛", '\'');
    foldAll(table, "‐‑‒–—―−", '-');
    foldAll(table, "。｡", '.');
    table['\u3000'] = ' ';
    table['ς'] = 'σ';
  }

  private static void foldAll(char[] table, String from, char to) {
    for (int i = 0; i < from.length(); i++) {
      table[from.charAt(i)] = to;
    }
  }

  private static void foldTraditional(char[] table) {
    char[] simplified = new char[table.length];
    try (BufferedReader lines = Resource.open("traditional.txt")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          foldAll(simplified, line.substring(2), line.charAt(0));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int c = 0; c < table.length; c++) {
      char folded = simplified[table[c]];
      table[c] = folded == 0 ? table[c] : folded;
    }
  }
}
