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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Cuts folded text into its smallest pieces, the same way for indexing, for queries and for
/// highlighting: single characters of the scripts that are written without spaces, runs of other
/// letters and digits, and every other visible character by itself. White space, combining marks
/// and invisible characters are passed over; marks and soft hyphens inside a word do not end it.
///
/// `c++ 内存` has the pieces `c`, `+`, `+`, `内`, `存`.
final class PieceScanner {
  /// Longer runs of letters are cut, so that no run becomes a monstrous term.
  static final int MAX_RUN = 64;

  /// Begins the text of a piece that goes on with a run that was cut: a phrase may begin where a
  /// word begins, not there.
  private static final char CONTINUED = '\uFFFF';

  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final char DELETE = 0x7F;

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

  /// What each ASCII character is: most of a text in Latin letters, so it is looked up.
  private static final Kind[] ASCII = ascii();

  private final CharSequence text;
  private Kind kind = Kind.SYMBOL;
  private int start;
  private int end;

  /// Where the last run was cut; -1 if it was not.
  private int cut = -1;

  /// Whether the piece is the rest of such a run.
  private boolean continued;

  /// Whether the piece holds marks or invisible characters, which its term goes without.
  private boolean marked;

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
        marked = false;
        continued = false;
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
    boolean goesOn = start == cut;
    int letters = 1;
    cut = -1;
    while (end < text.length()) {
      int c = Character.codePointAt(text, end);
      boolean inside = isInvisible(c);
      if (!inside && (isPassedOver(c) || kindOf(c) != Kind.RUN)) {
        break;
      }
      if (!inside && ++letters > MAX_RUN) {
        cut = end;
        break;
      }
      marked |= inside;
      end += Character.charCount(c);
    }
    continued = goesOn;
  }

  /// Writes the piece as a term: without marks in it.
  void appendTo(Appendable term) throws IOException {
    if (continued) {
      term.append(CONTINUED);
    }
    if (!marked) {
      term.append(text, start, end);
      return;
    }
    for (int i = start, c; i < end; i += Character.charCount(c)) {
      c = Character.codePointAt(text, i);
      if (!isInvisible(c)) {
        term.append(text, i, i + Character.charCount(c));
      }
    }
  }

  private String term() {
    try {
      StringBuilder term = new StringBuilder();
      appendTo(term);
      return term.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The piece that was moved to.
  Piece piece() {
    return new Piece(term(), kind, start, end);
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

    boolean isEmoji() {
      int first = text.codePointAt(0);
      return kind == Kind.SYMBOL
          && (Character.isEmojiPresentation(first) || Character.isExtendedPictographic(first));
    }
  }

  /// All pieces of a folded text.
  static List<Piece> pieces(String folded) {
    List<Piece> pieces = new ArrayList<>();
    PieceScanner scanner = new PieceScanner(folded);
    while (scanner.next()) {
      pieces.add(scanner.piece());
    }
    return pieces;
  }

  private static Kind[] ascii() {
    Kind[] kinds = new Kind[0x80];
    Arrays.setAll(kinds, c -> isLetter(c) ? Kind.RUN : Kind.SYMBOL);
    return kinds;
  }

  private static Kind kindOf(int c) {
    if (c < ASCII.length) {
      return ASCII[c];
    }
    if (c < 0x0E00) {
      return isLetter(c) ? Kind.RUN : Kind.SYMBOL;
    }
    if (Character.isIdeographic(c) || UNSPACED.contains(UnicodeScript.of(c)) || isKanaSign(c)) {
      return Kind.CHARACTER;
    }
    return isLetter(c) ? Kind.RUN : Kind.SYMBOL;
  }

  /// A letter, a digit, or a vowel sign that takes room of its own.
  private static boolean isLetter(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /// The long vowel of `サーバー`, and other signs that belong to both kanas.
  private static boolean isKanaSign(int c) {
    return (c >= 0x3000 && c <= 0x30FF && Character.isLetter(c)) || (c >= 0xFF70 && c <= 0xFF9F);
  }

  private static boolean isPassedOver(int c) {
    if (c < ASCII.length) {
      return c <= ' ' || c == DELETE;
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL ->
          true;
      default -> c == ZERO_WIDTH_SPACE || isInvisible(c);
    };
  }

  /// What takes no room of its own: marks on letters, soft hyphens, joiners.
  private static boolean isInvisible(int c) {
    if (c < ASCII.length) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (type == Character.FORMAT && c != ZERO_WIDTH_SPACE);
  }
}
