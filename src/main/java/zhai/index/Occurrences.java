package zhai.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import zhai.index.NeedlePlaces.Place;
import zhai.index.PieceScanner.Piece;

/// Finds where the needles of one search, or parts of them, stand in texts: a quoted phrase only
/// whole, of a Chinese run also single words of it, an English word also in another form.
///
/// A text is read once, however much is looked for, and only the pieces that are looked for are
/// kept.
final class Occurrences {
  /// UTF-16 units between two words that follow one another: room for a function word.
  private static final int NEAR = 6;

  /// A place that matches.
  ///
  /// @param start in UTF-16 units of the text
  /// @param end one past it
  /// @param needle which needle, by its place in the list
  /// @param shown the numbers of its pieces that stand there, see {@link Worth}
  /// @param whole whether all of them do
  record Occurrence(int start, int end, int needle, BitSet shown, boolean whole) {}

  private final List<Needle> needles;
  private final Worth worth;
  private final NeedlePlaces places;

  Occurrences(List<Needle> needles, Worth worth) {
    this.needles = needles;
    this.worth = worth;
    this.places = new NeedlePlaces(needles, worth);
  }

  /// A piece of the text that stands in needles.
  private static final class Met {
    /// Its number among all pieces of the text.
    private final int ordinal;

    private final Piece piece;
    private final List<Place> places;

    /// For each place how many pieces from here on are the needle's from there on.
    private final int[] runs;

    Met(int ordinal, Piece piece, List<Place> places) {
      this.ordinal = ordinal;
      this.piece = piece;
      this.places = places;
      this.runs = new int[places.size()];
    }
  }

  /// Pieces of a needle that stand in the text.
  private record Run(int needle, int from, int length) {}

  /// All of them, in the order of the text, not overlapping; of two at a place the longer.
  ///
  /// @param folded the text, composed and folded
  /// @param fields only needles that are looked for in one of these count
  List<Occurrence> in(String folded, Collection<TextField> fields) {
    List<Met> met = met(folded);
    countRuns(met);
    List<Occurrence> found = new ArrayList<>();
    int i = 0;
    while (i < met.size()) {
      Run best = longest(met.get(i), fields);
      if (best.length > 0) {
        found.add(occurrence(met, i, best));
      }
      i += Math.max(1, best.length);
    }
    join(found);
    return withoutPartsOfWholes(found);
  }

  private List<Met> met(String folded) {
    List<Met> met = new ArrayList<>();
    PieceScanner scanner = new PieceScanner(folded);
    for (int ordinal = 0; scanner.next(); ordinal++) {
      if (places.mayBegin(folded.codePointAt(scanner.start()))) {
        Piece piece = scanner.piece();
        List<Place> same = places.of(piece);
        if (!same.isEmpty()) {
          met.add(new Met(ordinal, piece, same));
        }
      }
    }
    return met;
  }

  /// From the end of the text to its beginning: a run is one longer than the one that it goes on
  /// with.
  private static void countRuns(List<Met> met) {
    for (int i = met.size() - 1; i >= 0; i--) {
      Met here = met.get(i);
      boolean adjacent = i + 1 < met.size() && met.get(i + 1).ordinal == here.ordinal + 1;
      for (int p = 0, n = 0; p < here.runs.length; p++) {
        here.runs[p] = 1;
        if (adjacent) {
          Met after = met.get(i + 1);
          Place next = here.places.get(p).next();
          while (n < after.runs.length && after.places.get(n).compareTo(next) < 0) {
            n++;
          }
          here.runs[p] +=
              n < after.runs.length && after.places.get(n).equals(next) ? after.runs[n] : 0;
        }
      }
    }
  }

  private Run longest(Met met, Collection<TextField> fields) {
    Run best = new Run(0, 0, 0);
    for (int p = 0; p < met.runs.length; p++) {
      Place place = met.places.get(p);
      if (met.runs[p] > best.length
          && !Collections.disjoint(needles.get(place.needle()).fields(), fields)
          && worth.needle(place.needle()).isEnough(place.piece(), met.runs[p])) {
        best = new Run(place.needle(), place.piece(), met.runs[p]);
      }
    }
    return best;
  }

  private Occurrence occurrence(List<Met> met, int at, Run run) {
    WeighedNeedle needle = worth.needle(run.needle);
    int first = needle.firstMarked(run.from, run.length) - run.from;
    int last = needle.lastMarked(run.from, run.length) - run.from;
    return new Occurrence(
        met.get(at + first).piece.start(),
        met.get(at + last).piece.end(),
        run.needle,
        worth.pieces(run.needle, run.from, run.length),
        run.length == needle.size());
  }

  /// Notes where one needle follows the other as in the query.
  private void join(List<Occurrence> found) {
    for (int i = 1; i < found.size(); i++) {
      Occurrence before = found.get(i - 1);
      Occurrence here = found.get(i);
      if (here.start - before.end <= NEAR
          && before.whole
          && here.whole
          && worth.follows(before.needle, here.needle)) {
        here.shown.set(worth.following(here.needle));
      }
    }
  }

  /// A needle that stands somewhere whole is not marked in parts elsewhere.
  private static List<Occurrence> withoutPartsOfWholes(List<Occurrence> found) {
    Set<Integer> whole =
        found.stream()
            .filter(Occurrence::whole)
            .map(Occurrence::needle)
            .collect(Collectors.toSet());
    return found.stream().filter(o -> o.whole || !whole.contains(o.needle)).toList();
  }
}
