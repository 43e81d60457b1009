package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/// Scores a few documents by all parts of a score.
///
/// Part by part, each looking at its documents in their order: of dozens of parts most stand in few
/// documents, so that this is quicker than to bring all parts to one document after the other.
final class Scores {
  private final IndexSearcher searcher;
  private final List<Weight> weights = new ArrayList<>();

  Scores(IndexSearcher searcher, List<ScorePart> parts) throws IOException {
    this.searcher = searcher;
    for (ScorePart part : parts) {
      weights.add(
          searcher.createWeight(
              searcher.rewrite(part.query()), ScoreMode.COMPLETE, part.factor().weight()));
    }
  }

  /// The documents with their scores, in their order.
  List<ScoreDoc> of(ScoreDoc[] documents) throws IOException {
    Sums sums = new Sums(documents);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (sums.moveTo(leaf)) {
        for (Weight weight : weights) {
          Scorer scorer = weight.scorer(leaf);
          if (scorer != null) {
            sums.add(scorer);
          }
        }
      }
    }
    return sums.scored();
  }

  private static final class Sums {
    private final int[] documents;
    private final double[] sums;
    private int base;

    /// The places of the documents of a leaf: the first, and one past the last.
    private int from;

    private int to;

    Sums(ScoreDoc[] documents) {
      this.documents = Arrays.stream(documents).mapToInt(one -> one.doc).sorted().toArray();
      this.sums = new double[documents.length];
    }

    /// Goes on to the next leaf; false if none of the documents is in it.
    boolean moveTo(LeafReaderContext leaf) {
      base = leaf.docBase;
      from = to;
      while (to < documents.length && documents[to] < base + leaf.reader().maxDoc()) {
        to++;
      }
      return from < to;
    }

    void add(Scorer scorer) throws IOException {
      DocIdSetIterator matches = scorer.iterator();
      for (int i = from; i < to && matches.docID() != DocIdSetIterator.NO_MORE_DOCS; i++) {
        int document = documents[i] - base;
        if (matches.docID() < document) {
          matches.advance(document);
        }
        if (matches.docID() == document) {
          sums[i] += scorer.score();
        }
      }
    }

    List<ScoreDoc> scored() {
      List<ScoreDoc> scored = new ArrayList<>();
      for (int i = 0; i < documents.length; i++) {
        scored.add(new ScoreDoc(documents[i], (float) sums[i]));
      }
      return scored;
    }
  }
}
