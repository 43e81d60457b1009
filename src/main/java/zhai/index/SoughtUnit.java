package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import zhai.index.Explanation.SoughtWord;
import zhai.index.Snippets.Standing;
import zhai.query.Field;

/// What is explained by itself: a word of a needle; a phrase or a name with signs in it as a whole.
///
/// @param said as typed, or the other form of something typed
/// @param typed whether it is what was typed
/// @param pieces the numbers of its pieces, see {@link Worth}
/// @param bookmarks that have it
record SoughtUnit(String said, boolean typed, BitSet pieces, long bookmarks) {
  /// Units that are looked up; of a longer query the rest goes unexplained.
  private static final int MAX_UNITS = 32;

  /// The units of a query, in its order.
  static List<SoughtUnit> of(Worth worth, IndexSearcher searcher, Gate gate) throws IOException {
    List<SoughtUnit> units = new ArrayList<>();
    for (int n = 0; n < worth.size() && units.size() < MAX_UNITS; n++) {
      WeighedNeedle needle = worth.needle(n);
      if (needle.isIndivisible()) {
        units.add(whole(needle, worth.pieces(n, 0, needle.size()), searcher, gate));
      } else {
        for (NeedleWord word : needle.words()) {
          long bookmarks = searcher.count(anywhere(needle.needle(), word));
          BitSet pieces = worth.pieces(n, word.from(), word.to() - word.from());
          units.add(new SoughtUnit(said(needle.needle(), word), true, pieces, bookmarks));
        }
      }
    }
    return units.subList(0, Math.min(MAX_UNITS, units.size()));
  }

  private static SoughtUnit whole(
      WeighedNeedle weighed, BitSet pieces, IndexSearcher searcher, Gate gate) throws IOException {
    Needle needle = weighed.needle();
    boolean typed = !needle.isOtherForm();
    long bookmarks = searcher.count(gate.anywhere(needle));
    return new SoughtUnit(typed ? needle.typed() : needle.text(), typed, pieces, bookmarks);
  }

  private static Query anywhere(Needle needle, NeedleWord word) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    needle
        .fields()
        .forEach(
            field -> any.add(new TermQuery(new Term(field.words(), word.term())), Occur.SHOULD));
    return any.build();
  }

  private static String said(Needle needle, NeedleWord word) {
    int start = needle.pieces().get(word.from()).start();
    int end = needle.pieces().get(word.to() - 1).end();
    return Folding.compose(needle.typed()).substring(start, end);
  }

  /// Where it stands in a document.
  SoughtWord in(List<Standing> texts) {
    SequencedMap<Field, Integer> places = new LinkedHashMap<>();
    for (Standing text : texts) {
      int times = (int) text.marked().found().stream().filter(one -> isIn(one.shown())).count();
      if (times > 0) {
        places.merge(text.source().field(), times, Integer::sum);
      }
    }
    return new SoughtWord(said, typed, places, bookmarks);
  }

  private boolean isIn(BitSet shown) {
    BitSet lacking = (BitSet) pieces.clone();
    lacking.andNot(shown);
    return lacking.isEmpty();
  }
}
