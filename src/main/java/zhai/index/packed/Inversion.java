package zhai.index.packed;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntBlockPool;

/// Turns the packs of a field over: from the terms of each place to the places of each term.
///
/// A sort by counting. Each token is looked up once and counted; then each term's places have their
/// room in one array, terms in their order, and each token goes where its term's next place is.
/// Since tokens come by document and position, a term's places are in order, too.
final class Inversion {
  /// What a token takes meanwhile, beside the bytes of each different one.
  static final int BYTES_A_TOKEN = Integer.BYTES + Long.BYTES;

  private final Terms packs;
  private final Vocabulary terms = new Vocabulary();

  /// Of each token 2 · its term + 1 if it stands one place after the one before it.
  private final IntBlockPool tokens = new IntBlockPool();

  private int tokenCount;

  /// Of each run of tokens that leave no place free its document, where the first of them stands,
  /// and how many tokens are before it.
  private int[] runs = new int[3 << 8];

  private int runsEnd;

  private Inversion(Terms packs) {
    this.packs = packs;
  }

  static Terms of(Terms packs) throws IOException {
    Inversion inversion = new Inversion(packs);
    inversion.read();
    return inversion.sorted();
  }

  private void read() throws IOException {
    TokenPack.Reader pack = new TokenPack.Reader();
    TermsEnum each = packs.iterator();
    int flags = packs.hasPositions() ? PostingsEnum.POSITIONS : PostingsEnum.NONE;
    PostingsEnum place = null;
    for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
      place = each.postings(place, flags);
      int document = place.nextDoc();
      pack.begin(bytes);
      if (packs.hasPositions()) {
        addPlaced(pack, document, place.nextPosition());
      } else {
        addAll(pack, document);
      }
    }
    beginRun(0, 0);
  }

  private void addPlaced(TokenPack.Reader pack, int document, int first) {
    int position = first;
    beginRun(document, position);
    while (pack.next()) {
      position += pack.step();
      if (pack.step() > 1) {
        beginRun(document, position);
      }
      add(pack.token(), pack.step() == 1 ? 1 : 0);
    }
  }

  private void addAll(TokenPack.Reader pack, int document) {
    beginRun(document, 0);
    while (pack.next()) {
      add(pack.token(), 0);
    }
  }

  private void beginRun(int document, int position) {
    runs = ArrayUtil.grow(runs, runsEnd + 3);
    runs[runsEnd++] = document;
    runs[runsEnd++] = position;
    runs[runsEnd++] = tokenCount;
  }

  private void add(BytesRef token, int step) {
    if (tokens.intUpto == IntBlockPool.INT_BLOCK_SIZE) {
      tokens.nextBuffer();
    }
    tokens.buffer[tokens.intUpto++] = terms.count(token) << 1 | step;
    tokenCount++;
  }

  private Terms sorted() {
    terms.sort();
    long[] places = new long[tokenCount];
    int next = 0;
    for (int run = 0; next < tokenCount; run += 3) {
      long document = (long) runs[run] << Integer.SIZE;
      int position = runs[run + 1];
      for (int end = runs[run + 5]; next < end; next++) {
        int[] block = tokens.buffers[next >>> IntBlockPool.INT_BLOCK_SHIFT];
        int token = block[next & IntBlockPool.INT_BLOCK_MASK];
        position += token & 1;
        places[terms.take(token >>> 1)] = document | position;
      }
    }
    return new SortedTerms(packs, terms, places);
  }
}
