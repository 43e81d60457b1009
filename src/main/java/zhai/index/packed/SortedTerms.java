package zhai.index.packed;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.FilterLeafReader.FilterTerms;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Terms in order with the places of each, for a format that writes them. It goes through them once
/// and asks nothing else; what it could ask beyond that is refused.
final class SortedTerms extends FilterTerms {
  private final Vocabulary terms;
  private final long[] places;

  /// @param packs the field as Lucene has it, which says what is written of it
  /// @param terms sorted, and all their places taken
  /// @param places a document in the upper half, a position in the lower one
  SortedTerms(Terms packs, Vocabulary terms, long[] places) {
    super(packs);
    this.terms = terms;
    this.places = places;
  }

  @Override
  public TermsEnum iterator() {
    return new Walk();
  }

  private final class Walk extends BaseTermsEnum {
    private final BytesRef term = new BytesRef();
    private int passed;
    private int from;
    private int to;

    @Override
    public @Nullable BytesRef next() {
      if (passed == terms.size()) {
        return null;
      }
      from = to;
      to = terms.end(passed);
      return terms.get(passed++, term);
    }

    @Override
    public BytesRef term() {
      return term;
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum before, int flags) {
      Places found = before instanceof Places some && some.isOf(places) ? some : new Places(places);
      found.begin(from, to);
      return found;
    }

    @Override
    public SeekStatus seekCeil(BytesRef sought) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void seekExact(long number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int docFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long totalTermFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      throw new UnsupportedOperationException();
    }
  }

  /// The places of one term after the other.
  private static final class Places extends PostingsEnum {
    private final long[] places;
    private int document;

    /// Where those in the document begin, the next that is asked for, and where they end.
    private int first;

    private int next;
    private int last;
    private int end;

    Places(long[] places) {
      this.places = places;
    }

    boolean isOf(long[] others) {
      return places == others;
    }

    void begin(int from, int to) {
      document = -1;
      last = from;
      end = to;
    }

    @Override
    public int nextDoc() {
      first = last;
      next = last;
      document = first == end ? NO_MORE_DOCS : document(first);
      while (last < end && document(last) == document) {
        last++;
      }
      return document;
    }

    private int document(int place) {
      return (int) (places[place] >>> Integer.SIZE);
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int freq() {
      return last - first;
    }

    @Override
    public int nextPosition() {
      return (int) places[next++];
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
      return null;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public long cost() {
      return (long) end - first;
    }
  }
}
