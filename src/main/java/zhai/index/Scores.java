package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
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
  List<ScoreDoc> of(int[] documents) throws IOException {
    Among among = new Among(searcher, documents);
    double[] sums = new double[among.size()];
    for (Weight weight : weights) {
      among.each(weight, (place, scorer) -> sums[place] += scorer.score());
    }
    List<ScoreDoc> scored = new ArrayList<>();
    for (int place = 0; place < sums.length; place++) {
      scored.add(new ScoreDoc(among.document(place), (float) sums[place]));
    }
    return scored;
  }
}
