package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/// What is a slip or two away from a word: a character changed, left out or put in, or two
/// neighbours changed about.
final class Spelling {
  /// The number of slips between words that have little in common.
  static final int FAR = Integer.MAX_VALUE;

  /// What is at most so many slips away, from one slip on.
  private final List<CompiledAutomaton> within = new ArrayList<>();

  /// @param folded the word
  /// @param most slips that are looked for, up to two
  Spelling(String folded, int most) {
    for (int slips = 1; slips <= most; slips++) {
      within.add(FuzzyQuery.getFuzzyAutomaton(folded, slips, 0, true));
    }
  }

  /// The number of slips between the two words; {@link #FAR} if there are more than are looked for.
  int slips(BytesRef other) {
    for (int i = 0; i < within.size(); i++) {
      if (within.get(i).runAutomaton.run(other.bytes, other.offset, other.length)) {
        return i + 1;
      }
    }
    return FAR;
  }

  /// The terms that are no further away than is looked for.
  TermsEnum near(Terms terms) throws IOException {
    return within.isEmpty() ? TermsEnum.EMPTY : within.getLast().getTermsEnum(terms);
  }
}
