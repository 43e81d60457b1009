package zhai.index;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import zhai.index.PieceScanner.Kind;

/// Tokens for complete and exact search: every piece (see {@link PieceScanner}) at a position of
/// its own, and at the same position each pair of neighbouring characters, so that any phrase of
/// two or more characters is looked up by pairs, which are rarer.
final class GramTokenizer extends Tokenizer {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final StringBuilder text = new StringBuilder();

  /// Kept from value to value: a bookmark has a dozen short ones.
  private final char[] read = new char[8192];

  private PieceScanner scanner = new PieceScanner("");
  private boolean ahead;
  private int pairStart;
  private int pairEnd;

  @Override
  public void reset() throws IOException {
    super.reset();
    text.setLength(0);
    for (int n = input.read(read); n >= 0; n = input.read(read)) {
      text.append(read, 0, n);
    }
    scanner = new PieceScanner(text);
    ahead = scanner.next();
    pairEnd = 0;
  }

  @Override
  public boolean incrementToken() throws IOException {
    clearAttributes();
    if (pairEnd > 0) {
      increment.setPositionIncrement(0);
      term.append(text, pairStart, pairEnd).append(text, scanner.start(), scanner.end());
      pairEnd = 0;
      return true;
    }
    if (!ahead) {
      return false;
    }
    int start = scanner.start();
    int end = scanner.end();
    boolean character = scanner.kind() == Kind.CHARACTER;
    scanner.appendTo(term);
    ahead = scanner.next();
    if (character && ahead && scanner.kind() == Kind.CHARACTER) {
      pairStart = start;
      pairEnd = end;
    }
    return true;
  }
}
