package zhai.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Tokens for finding Chinese by how it sounds: each character has a position with its syllables
/// and, behind a dot, their first letters. 知乎 is `^`, `zhi .z`, `hu .h`, `$`; what is not Chinese
/// leaves a gap.
final class SoundTokenizer extends Tokenizer {
  /// Stands before the first character of a text and behind the last.
  static final String START = "^";

  static final String END = "$";

  private static final char FIRST_CHINESE = '\u4E00';

  private record Token(String term, int increment) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final Queue<Token> tokens = new ArrayDeque<>();

  /// The token for a syllable's first letter.
  static String initial(char letter) {
    return "." + letter;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    tokens.clear();
    tokens.add(new Token(START, 1));
    int step = 1;
    for (int c = input.read(); c >= 0; c = input.read()) {
      Set<String> terms = terms((char) c);
      boolean first = true;
      for (String one : terms) {
        tokens.add(new Token(one, first ? step : 0));
        first = false;
      }
      step = terms.isEmpty() ? 2 : 1;
    }
    tokens.add(new Token(END, step));
  }

  /// What is certainly not Chinese doesn't touch the table, so that it is not read for nothing.
  private static Set<String> terms(char character) {
    Set<String> terms = new LinkedHashSet<>();
    if (character < FIRST_CHINESE) {
      return terms;
    }
    for (String syllable : Pinyin.readings(character)) {
      terms.add(syllable);
      terms.add(initial(syllable.charAt(0)));
    }
    return terms;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    Token next = tokens.poll();
    if (next == null) {
      return false;
    }
    term.append(next.term);
    increment.setPositionIncrement(next.increment);
    return true;
  }
}
