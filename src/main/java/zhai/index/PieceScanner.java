package zhai.index;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.THAI;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Cuts folded text into its smallest pieces, the same way for indexing, for queries and for
/// highlighting: single characters of the scripts that are written without spaces, runs of other
/// letters and digits, and every other visible character by itself. White space, combining marks
/// and invisible characters are passed over.
///
/// `c++ 内存` has the pieces `c`, `+`, `+`, `内`, `存`.
final class PieceScanner {
  /// Longer runs of letters are cut, so that no run becomes a monstrous term.
  static final int MAX_RUN = 64;

  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR);

  /// What a piece is.
  enum Kind {
    /// One character of a script written without spaces.
    CHARACTER,
    /// A run of letters and digits.
    RUN,
    /// Punctuation, a symbol, an emoji.
    SYMBOL
  }

  private final CharSequence text;
  private Kind kind = Kind.SYMBOL;
  private int start;
  private int end;

  PieceScanner(CharSequence text) {
    this.text = text;
  }

  /// Moves to the next piece; false at the end.
  boolean next() {
    start = end;
    while (start < text.length()) {
      int c = Character.codePointAt(text, start);
      end = start + Character.charCount(c);
      if (!isPassedOver(c)) {
        kind = kindOf(c);
        if (kind == Kind.RUN) {
          extendRun();
        }
        return true;
      }
      start = end;
    }
    return false;
  }

  private void extendRun() {
    int limit = Math.min(text.length(), start + MAX_RUN);
    while (end < limit) {
      int c = Character.codePointAt(text, end);
      if (isMark(c) || kindOf(c) != Kind.RUN) {
        return;
      }
      end += Character.charCount(c);
    }
  }

  Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// One piece of a text, with its place.
  record Piece(String text, Kind kind, int start, int end) {
    boolean isCharacter() {
      return kind == Kind.CHARACTER;
    }
  }

  /// All pieces of a folded text.
  static List<Piece> pieces(String folded) {
    List<Piece> pieces = new ArrayList<>();
    PieceScanner scanner = new PieceScanner(folded);
    while (scanner.next()) {
      String piece = folded.substring(scanner.start, scanner.end);
      pieces.add(new Piece(piece, scanner.kind, scanner.start, scanner.end));
    }
    return pieces;
  }

  private static Kind kindOf(int c) {
    if (c < 0x0E00) {
      return Character.isLetterOrDigit(c) ? Kind.RUN : Kind.SYMBOL;
    }
    if (Character.isIdeographic(c) || UNSPACED.contains(UnicodeScript.of(c))) {
      return Kind.CHARACTER;
    }
    return Character.isLetterOrDigit(c) ? Kind.RUN : Kind.SYMBOL;
  }

  private static boolean isPassedOver(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> isMark(c);
    };
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
