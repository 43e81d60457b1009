package zhai.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.index.Occurrences.Occurrence;
import zhai.index.Passages.Core;
import zhai.model.Span;

/// Chooses the passages of one document.
///
/// The first is the one worth most. A second and a third follow where they show words that the
/// others don't, or nearly as much as the first. The user's own words come before the page's where
/// they are as good; tags, names and addresses are shown for words that stand nowhere else.
final class SnippetChoice {
  private static final int MAX_SNIPPETS = 3;

  /// What shows at least this share of a word that no other shows is shown, too.
  private static final double FRESH = 0.3;

  /// What is worth this share of the first is nearly as good.
  private static final double NEARLY = 0.8;

  /// The user's own words are good enough with this share.
  private static final double NEARLY_FOR_OWN = 0.2;

  /// How much a passage's worth counts beside what it shows anew.
  private static final double OF_SHOWN = 0.2;

  /// The passages that one text has to offer.
  record Candidates(SnippetSource source, Marked marked, List<Core> cores) {
    static Candidates of(SnippetSource source, Marked marked, Worth worth) {
      Passages passages = new Passages(marked, worth, source.columns());
      return new Candidates(
          source,
          marked,
          source.showsWhole(marked.text()) ? List.of(passages.whole()) : passages.all());
    }
  }

  /// One passage of a text.
  private record Chosen(Candidates from, Core core, double gain) {
    String letters() {
      return SnippetChoice.letters(from.marked.text().substring(core.start(), core.end()));
    }
  }

  /// What was chosen, with its surroundings.
  private record Placed(Chosen chosen, Span place) {
    String letters() {
      String text = chosen.from.marked.text();
      return SnippetChoice.letters(text.substring(place.start(), place.end()));
    }
  }

  private final Worth worth;
  private final BitSet titled = new BitSet();
  private final BitSet shown = new BitSet();
  private final List<Placed> placed = new ArrayList<>();

  /// @param inTitle what stands in the title that is shown above the passages
  SnippetChoice(Worth worth, List<Occurrence> inTitle) {
    this.worth = worth;
    inTitle.forEach(occurrence -> titled.or(occurrence.shown()));
  }

  List<Snippet> of(List<Candidates> all) {
    @Nullable Chosen next = best(all);
    while (next != null) {
      shown.or(next.core.shown());
      placed.add(new Placed(next, place(next)));
      next = placed.size() < MAX_SNIPPETS ? best(all) : null;
    }
    return placed.stream().map(SnippetChoice::snippet).toList();
  }

  private @Nullable Chosen best(List<Candidates> all) {
    @Nullable Chosen best = null;
    for (Candidates candidates : all) {
      for (Core core : candidates.cores) {
        Chosen one = new Chosen(candidates, core, gain(candidates.source, core));
        if (one.gain > (best == null ? 0 : best.gain) && isNew(one)) {
          best = one;
        }
      }
    }
    return best;
  }

  /// What is gained by showing a passage after those that are chosen already; 0 if nothing is.
  private double gain(SnippetSource source, Core core) {
    double preferred = core.worth() * source.preference();
    if (placed.isEmpty() && !source.isLabel()) {
      return preferred;
    }
    BitSet fresh = (BitSet) core.shown().clone();
    fresh.andNot(shown);
    if (source.isLabel()) {
      fresh.andNot(titled);
    }
    double gain = fresh.isEmpty() ? 0 : worth.of(fresh);
    if (gain >= FRESH * worth.ofWord()) {
      return (gain + OF_SHOWN * core.worth()) * source.preference();
    }
    double first = placed.isEmpty() ? Double.MAX_VALUE : placed.getFirst().chosen.core.worth();
    boolean nearly = core.worth() >= first * (source.isOwn() ? NEARLY_FOR_OWN : NEARLY);
    return nearly && !source.isLabel() ? OF_SHOWN * preferred : 0;
  }

  /// Whether it neither overlaps another passage nor says the same.
  private boolean isNew(Chosen one) {
    for (Placed other : placed) {
      boolean apart =
          other.chosen.from != one.from
              || other.place.end() <= one.core.start()
              || one.core.end() <= other.place.start();
      if (!apart || other.letters().contains(one.letters())) {
        return false;
      }
    }
    return true;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    Folding.fold(text)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private Span place(Chosen one) {
    int from = 0;
    int to = one.from.marked.text().length();
    for (Placed other : placed) {
      if (other.chosen.from == one.from) {
        boolean before = other.place.end() <= one.core.start();
        from = before ? Math.max(from, other.place.end()) : from;
        to = before ? to : Math.min(to, other.place.start());
      }
    }
    Span free = new Span(from, to);
    return new Context(one.from.marked, one.from.source.columns(), free).around(one.core);
  }

  private static Snippet snippet(Placed one) {
    SnippetSource source = one.chosen.from.source;
    Marked marked = one.chosen.from.marked;
    boolean own = source.isOwn();
    int first = own ? 0 : one.chosen.core.first();
    int last = own ? marked.sentences().size() - 1 : one.chosen.core.last();
    boolean cutBefore = one.place.start() > marked.sentences().get(first).start();
    boolean cutAfter = one.place.end() < marked.sentences().get(last).end();
    return SnippetLine.of(
        source.field(), marked, one.place, new SnippetLine.Cut(cutBefore, cutAfter));
  }
}
