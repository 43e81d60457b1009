package zhai.index.packed;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/// The terms of a field: first each is counted, then all are sorted, and each gets as many places
/// as it was counted, one after the other in the order of their bytes.
final class Vocabulary {
  private final BytesRefHash terms = new BytesRefHash();

  /// By number how often it was counted; once they are sorted, where its next place is.
  private int[] counts = new int[1 << 10];

  /// Their numbers, once they are sorted.
  private int[] order = {};

  /// @return the term's number, from 0 on as they come first
  int count(BytesRef term) {
    int added = terms.add(term);
    int number = added < 0 ? -(added + 1) : added;
    counts = ArrayUtil.grow(counts, number + 1);
    counts[number]++;
    return number;
  }

  /// Ends the counting.
  void sort() {
    order = terms.sort();
    int place = 0;
    for (int rank = 0; rank < size(); rank++) {
      int count = counts[order[rank]];
      counts[order[rank]] = place;
      place += count;
    }
  }

  /// The next place of a term.
  int take(int number) {
    return counts[number]++;
  }

  int size() {
    return terms.size();
  }

  /// @param rank how many terms are before it
  /// @param term is made to show its bytes
  BytesRef get(int rank, BytesRef term) {
    return terms.get(order[rank], term);
  }

  /// Where the places of a term end, once all are taken; those of the next begin there.
  int end(int rank) {
    return counts[order[rank]];
  }
}
