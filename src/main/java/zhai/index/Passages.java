package zhai.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import zhai.index.Occurrences.Occurrence;
import zhai.index.Sentences.Sentence;

/// The passages of one text that could show why it matches: single sentences, neighbours that fit
/// into one passage together, and stretches of very long sentences.
///
/// A passage is worth what it shows of the needles ({@link Worth}); more where one of its sentences
/// shows much of it, less where it is a heading or reaches over a line's end.
final class Passages {
  /// Columns up to which a line without a full stop is a heading, a menu's entry or a caption.
  private static final int MAX_HEADING = 40;

  private static final double OF_HEADING = 0.6;
  private static final double OF_SEVERAL_LINES = 0.9;
  private static final double FOR_CLOSENESS = 0.3;
  private static final double FOR_TIGHTNESS = 0.2;
  private static final double FOR_LENGTH = 0.02;
  private static final double FOR_BEING_EARLY = 0.03;

  /// Columns in which all that a sentence shows stands together tightly.
  private static final int TIGHT = 40;

  /// What a passage has to show.
  ///
  /// @param first the number of its first sentence
  /// @param last of its last
  /// @param start in UTF-16 units: that of the first sentence; of a very long one only that of what
  ///   matches
  /// @param end likewise
  /// @param shown the numbers of the needles' pieces that stand in it
  record Core(int first, int last, int start, int end, BitSet shown, double worth) {}

  /// What matches in one sentence, or in a stretch of a very long one.
  private record Group(int sentence, int start, int end, List<Occurrence> found, BitSet shown) {
    static Group of(int sentence, int start, int end, List<Occurrence> found) {
      BitSet shown = new BitSet();
      found.forEach(occurrence -> shown.or(occurrence.shown()));
      return new Group(sentence, start, end, found, shown);
    }
  }

  private final Marked marked;
  private final Worth worth;
  private final int columns;

  /// @param columns that a passage may take, about
  Passages(Marked marked, Worth worth, int columns) {
    this.marked = marked;
    this.worth = worth;
    this.columns = columns;
  }

  /// The whole text as one passage.
  Core whole() {
    List<Sentence> sentences = marked.sentences();
    int start = sentences.getFirst().start();
    int end = sentences.getLast().end();
    BitSet shown = Group.of(0, start, end, marked.found()).shown;
    double all = worth.of(shown) * (1 + FOR_CLOSENESS + FOR_TIGHTNESS);
    return new Core(0, sentences.size() - 1, start, end, shown, all);
  }

  /// All that are worth a look, in the order of the text.
  List<Core> all() {
    List<Group> groups = groups();
    List<Core> cores = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      addFrom(groups.subList(i, groups.size()), cores);
    }
    return cores;
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<Occurrence> found = marked.found();
    int sentence = 0;
    int from = 0;
    while (from < found.size()) {
      while (end(sentence) < found.get(from).end()) {
        sentence++;
      }
      int to = from + 1;
      while (to < found.size() && found.get(to).end() <= end(sentence)) {
        to++;
      }
      addGroups(sentence, found.subList(from, to), groups);
      from = to;
    }
    return groups;
  }

  private int end(int sentence) {
    return marked.sentences().get(sentence).end();
  }

  private void addGroups(int sentence, List<Occurrence> found, List<Group> groups) {
    Sentence whole = marked.sentences().get(sentence);
    if (!Context.isLong(marked.text(), whole, columns)) {
      groups.add(Group.of(sentence, whole.start(), whole.end(), found));
      return;
    }
    int to = 0;
    for (int from = 0; from < found.size(); from++) {
      int start = found.get(from).start();
      boolean grown = to == from;
      to = Math.max(to, from + 1);
      while (to < found.size()
          && Width.fits(marked.text(), start, found.get(to).end(), columns * 2 / 3)) {
        to++;
        grown = true;
      }
      if (grown) {
        int end = found.get(to - 1).end();
        groups.add(Group.of(sentence, start, end, found.subList(from, to)));
      }
    }
  }

  /// Adds what begins with the first of these groups and shows something more with each that it
  /// takes in.
  private void addFrom(List<Group> groups, List<Core> cores) {
    Group first = groups.getFirst();
    BitSet shown = new BitSet();
    boolean heading = true;
    double close = 0;
    for (Group group : groups) {
      if (group != first && !isNeighbour(group, first)) {
        return;
      }
      int before = shown.cardinality();
      shown.or(group.shown);
      heading &= isHeading(group);
      close = Math.max(close, closeness(group));
      if (shown.cardinality() > before) {
        double all = (worth.of(shown) + close) * (heading ? OF_HEADING : 1) * share(first, group);
        cores.add(
            new Core(
                first.sentence,
                group.sentence,
                first.start,
                group.end,
                (BitSet) shown.clone(),
                all));
      }
    }
  }

  private boolean isNeighbour(Group group, Group first) {
    return group.sentence != first.sentence
        && Width.fits(marked.text(), first.start, group.end, columns);
  }

  /// What is left of the worth of a passage that is long, stands late or reaches over lines.
  private double share(Group first, Group last) {
    double length = (double) Width.of(marked.text(), first.start, last.end) / columns;
    double late = (double) first.start / marked.text().length();
    return (isOneLine(first.sentence, last.sentence) ? 1 : OF_SEVERAL_LINES)
        * (1 - FOR_LENGTH * length - FOR_BEING_EARLY * late);
  }

  /// What a group's words gain by standing in one sentence, the more the nearer to one another.
  private double closeness(Group group) {
    int shortest = Integer.MAX_VALUE;
    List<Occurrence> found = group.found;
    for (int from = 0; from < found.size(); from++) {
      BitSet shown = new BitSet();
      for (int to = from; to < found.size() && !shown.equals(group.shown); to++) {
        shown.or(found.get(to).shown());
        if (shown.equals(group.shown)) {
          int width = Width.of(marked.text(), found.get(from).start(), found.get(to).end());
          shortest = Math.min(shortest, width);
        }
      }
    }
    double tightness = Math.min(1, (double) TIGHT / shortest);
    return worth.of(group.shown) * (FOR_CLOSENESS + FOR_TIGHTNESS * tightness);
  }

  private boolean isHeading(Group group) {
    Sentence sentence = marked.sentences().get(group.sentence);
    return sentence.isLine()
        && !Sentences.isClosed(marked.text(), sentence)
        && Width.fits(marked.text(), sentence.start(), sentence.end(), MAX_HEADING);
  }

  private boolean isOneLine(int first, int last) {
    return marked.sentences().subList(first, last).stream().noneMatch(Sentence::closesLine);
  }
}
