package zhai.library;

import java.util.Arrays;
import zhai.model.Span;

/// A text with everything taken out that may differ between a page and a copy of it: white space,
/// invisible characters, the width of letters and punctuation (`ＲＡＧ，` is `RAG,`), and the forms of
/// quotation marks and dashes, which editors change as one types. It remembers where each remaining
/// character came from.
///
/// The letters themselves are kept, case and all: what is equal here is an exact quote.
final class FoldedText {
  private static final int WIDTH_OFFSET = '！' - '!';

  private final String folded;
  private final int[] origins;

  private FoldedText(String folded, int[] origins) {
    this.folded = folded;
    this.origins = origins;
  }

  static FoldedText of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    int[] origins = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isIgnored(c)) {
        origins[folded.length()] = i;
        folded.append(plain(c));
      }
    }
    return new FoldedText(folded.toString(), Arrays.copyOf(origins, folded.length()));
  }

  String folded() {
    return folded;
  }

  int length() {
    return folded.length();
  }

  /// The place in the original text of the folded characters from `start` to before `end`.
  Span place(int start, int end) {
    return new Span(origins[start], origins[end - 1] + 1);
  }

  private static boolean isIgnored(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }

  private static char plain(char c) {
    return switch (c) {
      case '“', '”', '„', '‟', '″', '«', '»', '「', '」', '『', '』', '〝', '〞' -> '"';
      case '‘', '’', '‚', '‛', '′' -> '\'';
      case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
      default -> c >= '！' && c <= '～' ? (char) (c - WIDTH_OFFSET) : c;
    };
  }
}
