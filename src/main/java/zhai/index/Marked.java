package zhai.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import zhai.index.Occurrences.Occurrence;
import zhai.index.Sentences.Sentence;

/// A text in which something matches.
///
/// @param text as it was written
/// @param found the places that match, in order; at least one
/// @param sentences of the text, in order; each place is within one
record Marked(String text, List<Occurrence> found, List<Sentence> sentences) {
  static Optional<Marked> of(
      String written, Occurrences occurrences, Collection<TextField> fields) {
    Composed composed = Composed.of(written);
    List<Occurrence> found =
        occurrences.in(Folding.fold(composed.text()), fields).stream()
            .map(one ->
                new Occurrence(
                    composed.start(one.start()),
                    composed.end(one.end()),
                    one.needle(),
                    one.shown(),
                    one.whole()))
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Marked(written, found, joined(Sentences.of(written), found)));
  }

  /// A phrase that reaches over the end of a sentence makes one of two.
  private static List<Sentence> joined(List<Sentence> sentences, List<Occurrence> found) {
    List<Sentence> joined = new ArrayList<>();
    int next = 0;
    for (Sentence sentence : sentences) {
      while (next < found.size() && found.get(next).end() <= sentence.start()) {
        next++;
      }
      boolean reachedInto =
          next < found.size()
              && !joined.isEmpty()
              && found.get(next).start() < joined.getLast().end();
      joined.add(reachedInto ? joined.removeLast().with(sentence) : sentence);
    }
    return joined;
  }
}
