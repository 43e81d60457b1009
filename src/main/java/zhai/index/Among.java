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

  /// What is told of each document that is found.
  @FunctionalInterface
  interface Finding {
    /// @param place the document's
    /// @param scorer stands on the document
    void at(int place, Scorer scorer) throws IOException;
  }

  int size() {
    return documents.length;
  }

  /// A document's place among them.
  int place(int document) {
    return Arrays.binarySearch(documents, document);
  }

  /// The document at a place; the places are in the documents' order.
  int document(int place) {
    return documents[place];
  }

  /// The places of the documents that the query finds.
  BitSet found(Query query) throws IOException {
    BitSet found = new BitSet(documents.length);
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    each(weight, (place, _) -> found.set(place));
    return found;
  }

  /// Tells of each document that a query finds, in their order.
  void each(Weight weight, Finding finding) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int from = firstFrom(leaf.docBase);
      Scorer scorer = from == firstFrom(endOf(leaf)) ? null : weight.scorer(leaf);
      if (scorer != null) {
        look(scorer, leaf, finding);
      }
    }
  }

  private void look(Scorer scorer, LeafReaderContext leaf, Finding finding) throws IOException {
    DocIdSetIterator matches = scorer.iterator();
    int end = firstFrom(endOf(leaf));
    for (int i = firstFrom(leaf.docBase); i < end; i++) {
      int document = documents[i] - leaf.docBase;
      if (matches.docID() < document) {
        matches.advance(document);
      }
      if (matches.docID() == document) {
        finding.at(i, scorer);
      }
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
