package zhai.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;

/// Finds where the needles of one search, or parts of them, stand in texts: a quoted phrase only
/// whole; of a Chinese run also any two characters of it together; an English word also in another
/// form.
final class Occurrences {
  private static final int MIN_BEGINNING = 3;

  /// A place that matches.
  ///
  /// @param start in UTF-16 units of the text
  /// @param end one past it
  /// @param needle which needle, by its place in the list
  /// @param covered which of the needle's pieces stand there
  record Occurrence(int start, int end, int needle, BitSet covered) {}

  private final List<Needle> needles;
  private final Map<String, List<String>> stems = new HashMap<>();

  Occurrences(List<Needle> needles) {
    this.needles = needles;
  }

  List<Needle> needles() {
    return needles;
  }

  /// All of them, in the order of the text, not overlapping; of two at a place the longer.
  ///
  /// @param folded the text, folded
  /// @param field only needles that are looked for there count
  List<Occurrence> in(String folded, TextField field) {
    List<Piece> text = PieceScanner.pieces(folded);
    List<Occurrence> found = new ArrayList<>();
    int i = 0;
    while (i < text.size()) {
      Match best = longest(text, i, field);
      if (best.length > 0) {
        int end = text.get(i + best.length - 1).end();
        found.add(new Occurrence(text.get(i).start(), end, best.needle, best.covered()));
      }
      i += Math.max(1, best.length);
    }
    return withoutPartsOfWholes(found);
  }

  /// Pieces of a needle, from one of them on.
  private record Match(int needle, int from, int length) {
    BitSet covered() {
      BitSet covered = new BitSet();
      covered.set(from, from + length);
      return covered;
    }
  }

  private Match longest(List<Piece> text, int at, TextField field) {
    Match best = new Match(0, 0, 0);
    for (int n = 0; n < needles.size(); n++) {
      Needle needle = needles.get(n);
      int last = needle.fields().contains(field) ? needle.pieces().size() : 0;
      for (int from = 0; from < last; from++) {
        int length = run(text, at, needle, from);
        best = length > best.length ? new Match(n, from, length) : best;
      }
    }
    return best;
  }

  /// A needle that stands somewhere whole is not marked in parts elsewhere.
  private List<Occurrence> withoutPartsOfWholes(List<Occurrence> found) {
    Set<Integer> whole =
        found.stream().filter(this::isWhole).map(Occurrence::needle).collect(Collectors.toSet());
    return found.stream().filter(o -> isWhole(o) || !whole.contains(o.needle())).toList();
  }

  private boolean isWhole(Occurrence occurrence) {
    return occurrence.covered().cardinality() == needles.get(occurrence.needle()).pieces().size();
  }

  /// How many pieces from that place of the text are the needle's from that piece on; 0 if they are
  /// too few to count.
  private int run(List<Piece> text, int at, Needle needle, int from) {
    List<Piece> pieces = needle.pieces();
    int length = 0;
    while (at + length < text.size()
        && from + length < pieces.size()
        && same(text.get(at + length), pieces.get(from + length), needle)) {
      length++;
    }
    return length == pieces.size() || (!needle.exact() && counts(pieces, from, length))
        ? length
        : 0;
  }

  private static boolean counts(List<Piece> pieces, int from, int length) {
    boolean word = length == 1 && pieces.get(from).kind() == Kind.RUN;
    return length > 1 || (word && !Analysis.words(pieces.get(from).text()).isEmpty());
  }

  private boolean same(Piece inText, Piece inNeedle, Needle needle) {
    if (inText.text().equals(inNeedle.text())) {
      return true;
    }
    if (inText.kind() != Kind.RUN || inNeedle.kind() != Kind.RUN) {
      return false;
    }
    boolean last = inNeedle.equals(needle.pieces().getLast());
    return last
        && (needle.exact()
            ? inText.text().startsWith(inNeedle.text())
            : sharesBeginning(inText.text(), inNeedle.text())
                && stem(inText.text()).equals(stem(inNeedle.text())));
  }

  private static boolean sharesBeginning(String a, String b) {
    return a.regionMatches(0, b, 0, MIN_BEGINNING);
  }

  private List<String> stem(String word) {
    return stems.computeIfAbsent(word, Analysis::words);
  }
}
