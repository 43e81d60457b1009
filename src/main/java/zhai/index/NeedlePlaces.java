package zhai.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;

/// Tells of a piece of a text at which places of needles it stands: as it is, in another form of
/// the same English word, or as a longer word that begins like the needle's last one.
final class NeedlePlaces {
  private static final int MIN_BEGINNING = 3;

  /// Places that one piece of a text is compared with, at most.
  private static final int MAX_PLACES = 128;

  /// A piece of a needle, by their numbers.
  record Place(int needle, int piece) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::needle).thenComparingInt(Place::piece);

    Place next() {
      return new Place(needle, piece + 1);
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final List<Needle> needles;
  private final Worth worth;
  private final BitSet firstLetters = new BitSet();
  private final Map<String, List<Place>> same = new HashMap<>();

  /// Places of words that may stand in another form or go on, by their beginnings.
  private final Map<String, List<Place>> similar = new HashMap<>();

  /// What was found out about texts' pieces.
  private final Map<String, List<Place>> seen = new HashMap<>();

  private final Map<String, List<String>> stems = new HashMap<>();

  NeedlePlaces(List<Needle> needles, Worth worth) {
    this.needles = needles;
    this.worth = worth;
    for (int n = 0; n < needles.size(); n++) {
      for (int p = 0; p < needles.get(n).pieces().size(); p++) {
        add(new Place(n, p));
      }
    }
  }

  private void add(Place place) {
    Piece piece = piece(place);
    firstLetters.set(piece.text().codePointAt(0));
    add(same, piece.text(), place);
    if (piece.kind() == Kind.RUN && (isLast(place) || !needles.get(place.needle).exact())) {
      add(similar, beginning(piece.text(), MIN_BEGINNING), place);
    }
  }

  private static void add(Map<String, List<Place>> places, String key, Place place) {
    List<Place> there = places.computeIfAbsent(key, _ -> new ArrayList<>());
    if (there.size() < MAX_PLACES) {
      there.add(place);
    }
  }

  private static String beginning(String word, int length) {
    return word.substring(0, Math.min(length, word.length()));
  }

  private Piece piece(Place place) {
    return needles.get(place.needle).pieces().get(place.piece);
  }

  private boolean isLast(Place place) {
    return place.piece == needles.get(place.needle).pieces().size() - 1;
  }

  /// Whether a piece that begins so is worth being asked about.
  boolean mayBegin(int codePoint) {
    return firstLetters.get(codePoint);
  }

  /// The places, in order; mostly none.
  List<Place> of(Piece inText) {
    return inText.kind() == Kind.RUN
        ? seen.computeIfAbsent(inText.text(), _ -> look(inText))
        : same.getOrDefault(inText.text(), List.of());
  }

  private List<Place> look(Piece inText) {
    List<Place> found = new ArrayList<>(same.getOrDefault(inText.text(), List.of()));
    for (int length = 1; length <= Math.min(MIN_BEGINNING, inText.text().length()); length++) {
      similar.getOrDefault(beginning(inText.text(), length), List.of()).stream()
          .filter(place -> isSimilar(inText.text(), place) && !found.contains(place))
          .forEach(found::add);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private boolean isSimilar(String inText, Place place) {
    Needle needle = needles.get(place.needle);
    String sought = piece(place).text();
    if (mayGoOn(place, needle) && inText.startsWith(sought)) {
      return true;
    }
    return !needle.exact() && sought.length() >= MIN_BEGINNING && stem(inText).equals(stem(sought));
  }

  private boolean mayGoOn(Place place, Needle needle) {
    boolean alone = needle.isRun() && !needle.exact();
    return alone
        ? needle.text().length() >= MIN_BEGINNING && worth.needle(place.needle).isNowhere()
        : isLast(place);
  }

  private List<String> stem(String word) {
    return stems.computeIfAbsent(word, Analysis::words);
  }
}
