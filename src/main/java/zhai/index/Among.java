package zhai.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/// Asks of a few documents which of them a query finds: a look at each instead of a search through
/// all.
final class Among {
  private final IndexSearcher searcher;
  private final int[] documents;

  Among(IndexSearcher searcher, int[] documents) {
    this.searcher = searcher;
    this.documents = documents.clone();
    Arrays.sort(this.documents);
  }

  /// A document's place in what {@link #found} gives.
  int place(int document) {
    return Arrays.binarySearch(documents, document);
  }

  /// The places of the documents that the query finds.
  BitSet found(Query query) throws IOException {
    BitSet found = new BitSet(documents.length);
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int from = firstFrom(leaf.docBase);
      Scorer scorer = from == firstFrom(endOf(leaf)) ? null : weight.scorer(leaf);
      if (scorer != null) {
        look(scorer.iterator(), leaf, found);
      }
    }
    return found;
  }

  private void look(DocIdSetIterator matches, LeafReaderContext leaf, BitSet found)
      throws IOException {
    for (int i = firstFrom(leaf.docBase); i < firstFrom(endOf(leaf)); i++) {
      int document = documents[i] - leaf.docBase;
      if (matches.docID() < document) {
        matches.advance(document);
      }
      found.set(i, matches.docID() == document);
    }
  }

  private static int endOf(LeafReaderContext leaf) {
    return leaf.docBase + leaf.reader().maxDoc();
  }

  /// The place of the first document from that number on.
  private int firstFrom(int document) {
    int place = Arrays.binarySearch(documents, document);
    return place < 0 ? -place - 1 : place;
  }
}
