package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.IndexReader;

/// What the needles of one search are worth where they, or parts of them, stand in a passage: rare
/// words much, words that only hold a question together next to nothing.
///
/// All that can be shown is numbered, so that what a passage shows is a set of numbers: the pieces
/// of all needles one after another, each piece's standing right before the next one likewise, and
/// each needle's following the one before it.
final class Worth {
  /// What a needle of several words gains by standing whole, as a share of its words.
  private static final double FOR_WHOLE = 0.5;

  /// What two needles gain by following one another, as a share of the mean of all words.
  private static final double FOR_FOLLOWING = 0.25;

  /// What two words of a needle gain by standing together as typed, likewise.
  private static final double FOR_JOINT = 0.12;

  private final List<WeighedNeedle> needles = new ArrayList<>();

  /// The number of each needle's first piece.
  private final List<Integer> firsts = new ArrayList<>();

  private final double mean;

  /// @param reader the index that says how rare words are
  Worth(IndexReader reader, List<Needle> sought) throws IOException {
    List<List<NeedleWord>> words = new ArrayList<>();
    for (Needle needle : sought) {
      words.add(NeedleWord.of(needle, reader));
    }
    List<List<NeedleWord>> telling = telling(words);
    this.mean =
        telling.stream()
            .flatMap(List::stream)
            .mapToDouble(NeedleWord::rareness)
            .average()
            .orElse(1);
    int first = 0;
    for (int i = 0; i < sought.size(); i++) {
      firsts.add(first);
      needles.add(WeighedNeedle.of(sought.get(i), telling.get(i), mean));
      first += 2 * sought.get(i).pieces().size();
    }
  }

  /// Without the words that only hold sentences together, unless there are no others.
  private static List<List<NeedleWord>> telling(List<List<NeedleWord>> words) {
    List<List<NeedleWord>> telling =
        words.stream()
            .map(some -> some.stream().filter(word -> !word.function()).toList())
            .toList();
    return telling.stream().allMatch(List::isEmpty) ? words : telling;
  }

  /// How many needles there are.
  int size() {
    return needles.size();
  }

  WeighedNeedle needle(int needle) {
    return needles.get(needle);
  }

  /// What is shown where some pieces of a needle stand together, from one of them on.
  BitSet pieces(int needle, int from, int length) {
    BitSet pieces = new BitSet();
    int first = firsts.get(needle) + from;
    pieces.set(first, first + length);
    pieces.set(following(needle) + from + 1, following(needle) + from + length);
    return pieces;
  }

  /// The number that stands for a needle's following the one before it; after it come those of its
  /// pieces' doing so, from the second on.
  int following(int needle) {
    return firsts.get(needle) + needles.get(needle).size();
  }

  /// Whether one needle is the next after another that tells something.
  boolean follows(int before, int needle) {
    int next = before + 1;
    while (next < needle && !needles.get(next).isTelling()) {
      next++;
    }
    return next == needle;
  }

  /// What all of a set is worth together.
  double of(BitSet shown) {
    double worth = 0;
    for (int n = 0; n < needles.size(); n++) {
      WeighedNeedle needle = needles.get(n);
      double pieces = ofPieces(shown, needle, firsts.get(n));
      boolean whole = shown.nextClearBit(firsts.get(n)) >= following(n);
      worth += whole && needle.hasSeveralWords() ? pieces * (1 + FOR_WHOLE) : pieces;
      worth += shown.get(following(n)) ? FOR_FOLLOWING * mean : 0;
      worth += FOR_JOINT * mean * joints(shown, needle, following(n));
    }
    return worth;
  }

  private static double ofPieces(BitSet shown, WeighedNeedle needle, int first) {
    double sum = 0;
    int end = first + needle.size();
    for (int i = shown.nextSetBit(first); i >= 0 && i < end; i = shown.nextSetBit(i + 1)) {
      sum += needle.weight(i - first);
    }
    return sum;
  }

  private static int joints(BitSet shown, WeighedNeedle needle, int following) {
    int joints = 0;
    int end = following + needle.size();
    for (int i = shown.nextSetBit(following + 1); i >= 0 && i < end; i = shown.nextSetBit(i + 1)) {
      joints += needle.isJoint(i - following) ? 1 : 0;
    }
    return joints;
  }

  /// The mean of the words that tell something.
  double ofWord() {
    return mean;
  }
}
