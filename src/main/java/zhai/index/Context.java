package zhai.index;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import zhai.index.Passages.Core;
import zhai.index.Sentences.Sentence;
import zhai.model.Span;

/// What is shown around what a passage has to show: as many neighbouring sentences of its lines as
/// there is room for; of a very long sentence only a stretch, cut where a clause ends if one does.
///
/// @param free where the passage may reach to: what other passages show is theirs
record Context(Marked marked, int columns, Span free) {
  private static final String CLAUSE_ENDS = "，、,;；：:—…)）";

  /// UTF-16 units that belong to one character, at most, of those that are looked at.
  private static final int LONGEST_CHARACTER = 32;

  /// Whether a sentence is too long to be shown whole.
  static boolean isLong(String text, Sentence sentence, int columns) {
    return !Width.fits(text, sentence.start(), sentence.end(), columns * 3 / 2);
  }

  Span around(Core core) {
    Sentence only = sentences().get(core.first());
    return core.first() == core.last() && isLong(text(), only, columns)
        ? within(only, core)
        : sentencesAround(core);
  }

  private String text() {
    return marked.text();
  }

  private List<Sentence> sentences() {
    return marked.sentences();
  }

  private Span sentencesAround(Core core) {
    int first = core.first();
    int last = core.last();
    while (last + 1 < sentences().size()
        && mayGoOn(first, last)
        && fits(span(first, last), sentences().get(last + 1))) {
      last++;
    }
    while (first > 0
        && !sentences().get(first).opensLine()
        && fits(span(first, last), sentences().get(first - 1))) {
      first--;
    }
    return span(first, last);
  }

  /// Into another line only from a heading or another short line that says nothing by itself.
  private boolean mayGoOn(int first, int last) {
    Sentence before = sentences().get(last);
    return !before.closesLine()
        || (!Sentences.isClosed(text(), before)
            && Width.fits(text(), sentences().get(first).start(), before.end(), columns / 4));
  }

  /// Whether sentences that are shown fit together with one more. Beside few words there is as much
  /// room as one sentence may take.
  private boolean fits(Span shown, Sentence more) {
    int start = Math.min(shown.start(), more.start());
    int end = Math.max(shown.end(), more.end());
    boolean few = Width.fits(text(), shown.start(), shown.end(), columns / 2);
    return start >= free.start()
        && end <= free.end()
        && Width.fits(text(), start, end, few ? columns * 3 / 2 : columns);
  }

  private Span span(int first, int last) {
    return new Span(sentences().get(first).start(), sentences().get(last).end());
  }

  /// A third of the room before what matches, the rest behind it.
  private Span within(Sentence sentence, Core core) {
    int from = Math.max(sentence.start(), free.start());
    int to = Math.min(sentence.end(), free.end());
    int room = columns - Width.of(text(), core.start(), core.end());
    int start = core.start();
    for (int left = room / 3; start > from && left > 0; start--) {
      left -= Width.of(text().charAt(start - 1));
    }
    room -= Width.of(text(), start, core.start());
    int end = core.end();
    for (int left = room; end < to && left > 0; end++) {
      left -= Width.of(text().charAt(end));
    }
    return new Span(
        start == sentence.start() ? start : clauseStart(start, core.start()),
        end == sentence.end() ? end : clauseEnd(core.end(), end));
  }

  /// Where a clause begins between two places, else the first place outside of words.
  private int clauseStart(int from, int to) {
    for (int at = from; at < to; at++) {
      if (isClauseEnd(at + 1)) {
        return withoutBlanks(at + 1, to);
      }
    }
    int start = from;
    while (start < to && isInside(start)) {
      start++;
    }
    return withoutBlanks(start, to);
  }

  private int withoutBlanks(int from, int to) {
    int start = from;
    while (start < to && Character.isWhitespace(text().charAt(start))) {
      start++;
    }
    return start;
  }

  private boolean isClauseEnd(int at) {
    char sign = text().charAt(at - 1);
    boolean spaced = at < text().length() && Character.isWhitespace(text().charAt(at));
    return CLAUSE_ENDS.indexOf(sign) >= 0 && (sign > 0x7F || spaced) && !isInside(at);
  }

  /// Where the last clause ends in the second half of a stretch, else its last place outside of
  /// words.
  private int clauseEnd(int from, int to) {
    for (int at = to; at > (from + to) / 2; at--) {
      if (isClauseEnd(at)) {
        return at;
      }
    }
    int end = to;
    while (end > from && isInside(end)) {
      end--;
    }
    return end;
  }

  /// Whether a place is in the middle of a word written with spaces, or of a character.
  private boolean isInside(int at) {
    if (at <= 0 || at >= text().length()) {
      return false;
    }
    char before = text().charAt(at - 1);
    char after = text().charAt(at);
    boolean word =
        before < 0x2E80
            && after < 0x2E80
            && Character.isLetterOrDigit(before)
            && Character.isLetterOrDigit(after);
    return word || isInsideCharacter(at);
  }

  private boolean isInsideCharacter(int at) {
    int from = Math.max(0, at - LONGEST_CHARACTER);
    int to = Math.min(text().length(), at + LONGEST_CHARACTER);
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text().substring(from, to));
    return !characters.isBoundary(at - from);
  }
}
