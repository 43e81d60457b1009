package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// A phrase whose last word is any of many: all words that begin with what was typed. Of `再 a`
/// there may be tens of thousands, and none may be left out.
///
/// They are looked up some at a time, so that it takes time but little memory. Every match counts
/// the same.
///
/// @param before what stands before the last word
/// @param position of the last word
record OpenPhrase(PhraseQuery before, int position, List<Term> endings) {
  /// Last words that are looked up at once; each takes some kilobytes.
  private static final int AT_ONCE = 1_024;

  /// Last words that may be looked up together with the rest.
  private static final int FEW = 16;

  /// As a query for Lucene.
  Query query() {
    return endings.size() <= FEW ? ending(0) : new InParts(this);
  }

  /// The phrase with the last words from one on.
  private MultiPhraseQuery ending(int from) {
    int to = Math.min(endings.size(), from + AT_ONCE);
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (int i = 0; i < before.getTerms().length; i++) {
      phrase.add(new Term[] {before.getTerms()[i]}, before.getPositions()[i]);
    }
    return phrase.add(endings.subList(from, to).toArray(Term[]::new), position).build();
  }

  /// What stands before is looked up first; the last words only once a document has that, one
  /// lookup after the other. So of many words that all must stand in a document this one costs
  /// little where the others don't.
  private static final class InParts extends Query {
    private final OpenPhrase phrase;

    InParts(OpenPhrase phrase) {
      this.phrase = phrase;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
        throws IOException {
      Weight before =
          searcher.createWeight(searcher.rewrite(phrase.before), ScoreMode.COMPLETE_NO_SCORES, 1);
      List<Weight> parts = new ArrayList<>();
      for (int from = 0; from < phrase.endings.size(); from += AT_ONCE) {
        Query part = phrase.ending(from);
        parts.add(part.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1));
      }
      return new ConstantScoreWeight(this, boost) {
        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
          Scorer begun = before.scorer(leaf);
          return begun == null
              ? null
              : new DefaultScorerSupplier(
                  new ConstantScoreScorer(
                      score(), mode, new Completed(begun.iterator(), leaf, parts)));
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
          return true;
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return phrase.before + " + " + phrase.endings.size() + " words";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof InParts parts && phrase.equals(parts.phrase);
    }

    @Override
    public int hashCode() {
      return phrase.hashCode();
    }
  }

  /// Documents that have the beginning, of which some have the whole.
  private static final class Completed extends TwoPhaseIterator {
    private final LeafReaderContext leaf;
    private final List<Weight> parts;
    private @Nullable FixedBitSet complete;

    Completed(DocIdSetIterator begun, LeafReaderContext leaf, List<Weight> parts) {
      super(begun);
      this.leaf = leaf;
      this.parts = parts;
    }

    @Override
    public boolean matches() throws IOException {
      FixedBitSet known = complete;
      if (known == null) {
        known = lookUp();
        complete = known;
      }
      return known.get(approximation.docID());
    }

    private FixedBitSet lookUp() throws IOException {
      FixedBitSet found = new FixedBitSet(leaf.reader().maxDoc());
      for (Weight part : parts) {
        Scorer scorer = part.scorer(leaf);
        if (scorer != null) {
          found.or(scorer.iterator());
        }
      }
      return found;
    }

    @Override
    public float matchCost() {
      return AT_ONCE;
    }
  }
}
