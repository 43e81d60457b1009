package zhai.index;

import java.util.Arrays;
import java.util.List;
import zhai.index.PieceScanner.Kind;

/// A needle with the weight of each of its pieces, and with what of it is enough to be noticed.
///
/// Its pieces fall into groups: a word each; single characters that stand side by side, which are
/// mostly a name that no dictionary knows, are one group.
final class WeighedNeedle {
  /// What a piece outside of all words is worth, as a share of the mean of the words.
  private static final double OF_NO_WORD = 0.03;

  /// A word of one character tells something by itself if it is worth this share of the mean.
  private static final double BY_ITSELF = 0.6;

  private static final int NONE = -1;

  private final Needle needle;
  private final double[] weights;

  /// The group of each piece; its members stand side by side.
  private final int[] groups;

  /// Whether each group by itself is worth being noticed, when all of it is there.
  private final boolean[] strong;

  private final int[] sizes;
  private final List<NeedleWord> words;
  private final boolean nowhere;

  private WeighedNeedle(Needle needle, List<NeedleWord> telling) {
    this.needle = needle;
    this.words = telling;
    this.nowhere = telling.stream().allMatch(word -> word.documents() == 0);
    int size = needle.pieces().size();
    this.weights = new double[size];
    this.groups = new int[size];
    this.strong = new boolean[telling.size()];
    this.sizes = new int[telling.size()];
    Arrays.fill(groups, NONE);
  }

  /// @param words those of it that tell something
  /// @param mean what a word is worth on average
  static WeighedNeedle of(Needle needle, List<NeedleWord> words, double mean) {
    WeighedNeedle weighed = new WeighedNeedle(needle, words);
    boolean counts = words.isEmpty() && (needle.exact() || needle.isOnlySymbols());
    Arrays.fill(weighed.weights, counts ? mean / weighed.size() : OF_NO_WORD * mean);
    for (int w = 0; w < words.size(); w++) {
      weighed.add(words, w, mean);
    }
    return weighed;
  }

  private void add(List<NeedleWord> words, int at, double mean) {
    NeedleWord word = words.get(at);
    boolean joins = at > 0 && isCharacter(word) && isCharacter(words.get(at - 1));
    int before = word.from() - 1;
    int group = joins && words.get(at - 1).to() == word.from() ? groups[before] : at;
    Arrays.fill(groups, word.from(), word.to(), group);
    Arrays.fill(weights, word.from(), word.to(), word.rareness() / (word.to() - word.from()));
    sizes[group] += word.to() - word.from();
    strong[group] = sizes[group] > 1 || !isCharacter(word) || word.rareness() >= BY_ITSELF * mean;
  }

  private boolean isCharacter(NeedleWord word) {
    return word.to() - word.from() == 1 && needle.pieces().get(word.from()).isCharacter();
  }

  Needle needle() {
    return needle;
  }

  /// Those that tell something.
  List<NeedleWord> words() {
    return words;
  }

  /// Whether it counts only whole.
  boolean isIndivisible() {
    return isTelling() && (needle.exact() || isName());
  }

  int size() {
    return weights.length;
  }

  double weight(int piece) {
    return weights[piece];
  }

  /// Whether a piece and the one before it belong to different words.
  boolean isJoint(int piece) {
    return groups[piece] != groups[piece - 1];
  }

  /// Whether none of its words stands in the library as it is; then longer words are found that
  /// begin with it.
  boolean isNowhere() {
    return nowhere;
  }

  boolean hasSeveralWords() {
    return words.size() > 1;
  }

  /// Whether it has a word that tells something, or is looked for as it stands.
  boolean isTelling() {
    return !words.isEmpty() || needle.exact() || needle.isOnlySymbols();
  }

  /// Whether so many pieces, from one of them on, are enough to be noticed: all of it, or one of
  /// several words, or a part of a long word.
  boolean isEnough(int from, int length) {
    if (length == size() || needle.exact() || isName()) {
      return length == size() && isTelling();
    }
    int together = 0;
    for (int i = from; i < from + length; i++) {
      boolean goesOn = i > from && groups[i] == groups[i - 1];
      together = groups[i] == NONE ? 0 : goesOn ? together + 1 : 1;
      if (together > 0 && isEnoughOf(groups[i], i, together)) {
        return true;
      }
    }
    return false;
  }

  private boolean isEnoughOf(int group, int last, int together) {
    boolean all = together == sizes[group] && strong[group];
    return all || (together > 1 && needle.pieces().get(last).isCharacter());
  }

  /// `C++` and `.NET` are one word only with their signs; `Li's` is not one.
  private boolean isName() {
    return words.size() < 2
        && needle.pieces().stream()
            .anyMatch(piece -> piece.kind() == Kind.SYMBOL && !piece.text().equals("'"));
  }

  /// The first of such pieces that is worth being marked: not one of a function word, unless the
  /// needle is whole.
  int firstMarked(int from, int length) {
    int first = from;
    while (length < size() && first < from + length - 1 && groups[first] == NONE) {
      first++;
    }
    return first;
  }

  /// The last of them likewise.
  int lastMarked(int from, int length) {
    int last = from + length - 1;
    while (length < size() && last > from && groups[last] == NONE) {
      last--;
    }
    return last;
  }
}
