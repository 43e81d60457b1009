package zhai.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import zhai.index.Occurrences.Occurrence;
import zhai.model.Span;
import zhai.query.Field;

/// The passage of one text that shows best why it matches: the sentences with most of the needles,
/// cut at sentence ends where that is possible.
///
/// @param text as it is
/// @param found the places in it that match, in order
record Passages(String text, List<Occurrence> found, List<Needle> needles) {
  /// UTF-16 units of a passage, about: two or three lines of a terminal.
  static final int LENGTH = 160;

  private static final String ENDS = "。！？!?；;\n";
  private static final String CLOSERS = "”」』\"）)";

  /// Where the best passage is, and how much of the needles stands in it.
  record Passage(int start, int end, double worth) {}

  /// The whole text.
  Passage whole() {
    return new Passage(0, text.length(), worth(0, text.length()));
  }

  /// The best passage of about {@link #LENGTH}.
  Passage best() {
    Span best = null;
    double bestWorth = -1;
    for (Span sentence : sentences()) {
      double worth = worth(sentence.start(), sentence.end());
      if (worth > bestWorth) {
        best = sentence;
        bestWorth = worth;
      }
    }
    if (best == null) {
      return whole();
    }
    Span window = best.length() > LENGTH ? narrowed(best) : widened(best);
    return new Passage(window.start(), window.end(), worth(window.start(), window.end()));
  }

  /// The share of each needle that stands between two places, summed.
  private double worth(int start, int end) {
    List<BitSet> covered = new ArrayList<>();
    needles.forEach(_ -> covered.add(new BitSet()));
    for (Occurrence occurrence : found) {
      if (occurrence.start() >= start && occurrence.end() <= end) {
        covered.get(occurrence.needle()).or(occurrence.covered());
      }
    }
    double worth = 0;
    for (int i = 0; i < needles.size(); i++) {
      double share = (double) covered.get(i).cardinality() / needles.get(i).pieces().size();
      worth += share == 1 ? 1.5 : share;
    }
    return worth;
  }

  /// The sentences that hold a match.
  private List<Span> sentences() {
    List<Span> sentences = new ArrayList<>();
    int end = 0;
    for (Occurrence occurrence : found) {
      if (occurrence.start() >= end) {
        int start = sentenceStart(occurrence.start());
        end = sentenceEnd(occurrence.end());
        sentences.add(new Span(start, end));
      }
    }
    return sentences;
  }

  private int sentenceStart(int at) {
    int start = at;
    while (start > 0 && !isEnd(start - 1)) {
      start--;
    }
    while (start < at
        && (Character.isWhitespace(text.charAt(start))
            || CLOSERS.indexOf(text.charAt(start)) >= 0)) {
      start++;
    }
    return start;
  }

  private int sentenceEnd(int at) {
    int end = at;
    while (end < text.length() && !isEnd(end)) {
      end++;
    }
    end = Math.min(text.length(), end + 1);
    while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private boolean isEnd(int at) {
    char c = text.charAt(at);
    boolean followed = at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
    return ENDS.indexOf(c) >= 0 || (c == '.' && followed);
  }

  /// With the sentences that follow, then those before, as long as there is room.
  private Span widened(Span sentence) {
    int start = sentence.start();
    int end = sentence.end();
    while (end < text.length() && sentenceEnd(end) - start <= LENGTH) {
      end = sentenceEnd(end);
    }
    while (start > 1 && end - sentenceStart(start - 2) <= LENGTH) {
      start = sentenceStart(start - 2);
    }
    return new Span(start, end);
  }

  /// The stretch of a long sentence, beginning a little before a match, that holds most.
  private Span narrowed(Span sentence) {
    Span best = new Span(sentence.start(), sentence.start() + LENGTH);
    double bestWorth = -1;
    for (Occurrence occurrence : found) {
      if (occurrence.start() >= sentence.start() && occurrence.end() <= sentence.end()) {
        int start = Math.max(sentence.start(), occurrence.start() - LENGTH / 4);
        int end = Math.min(sentence.end(), Math.max(start + LENGTH, occurrence.end()));
        double worth = worth(start, end);
        if (worth > bestWorth) {
          best = new Span(start, end);
          bestWorth = worth;
        }
      }
    }
    return new Span(outOfWord(best.start()), outOfWord(best.end()));
  }

  /// A place near that one, at most a word back, that is in the middle of no word or character.
  private int outOfWord(int at) {
    int moved = at;
    while (moved > Math.max(0, at - PieceScanner.MAX_RUN) && isInside(moved)) {
      moved--;
    }
    return moved;
  }

  private boolean isInside(int at) {
    if (at <= 0 || at >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return Character.isLowSurrogate(after)
        || (before < 0x2E80
            && after < 0x2E80
            && Character.isLetterOrDigit(before)
            && Character.isLetterOrDigit(after));
  }

  /// The passage on one line, with its matches.
  Snippet snippet(Field field, Passage passage) {
    StringBuilder line = new StringBuilder();
    int[] places = new int[text.length() + 1];
    boolean cutBefore = passage.start > 0 && !isEnd(Math.max(0, lastVisible(passage.start)));
    line.append(cutBefore ? "…" : "");
    for (int i = passage.start; i < passage.end; i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c);
      places[i] = line.length();
      if (!blank) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    places[passage.end] = line.length();
    String shown = line.toString().stripTrailing();
    boolean cutAfter = passage.end < text.length() && !isEnd(passage.end - 1);
    return new Snippet(field, cutAfter ? shown + "…" : shown, highlights(passage, places, shown));
  }

  private int lastVisible(int before) {
    int at = before - 1;
    while (at > 0 && (text.charAt(at) == ' ' || CLOSERS.indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at;
  }

  private List<Span> highlights(Passage passage, int[] places, String shown) {
    List<Span> highlights = new ArrayList<>();
    for (Occurrence occurrence : found) {
      if (occurrence.start() >= passage.start && occurrence.end() <= passage.end) {
        int start = places[occurrence.start()];
        int end = Math.min(shown.length(), places[occurrence.end() - 1] + 1);
        if (!highlights.isEmpty() && highlights.getLast().end() == start) {
          start = highlights.removeLast().start();
        }
        highlights.add(new Span(start, end));
      }
    }
    return highlights;
  }
}
