package zhai.index;

import java.util.ArrayList;
import java.util.List;
import zhai.index.Occurrences.Occurrence;
import zhai.model.Span;
import zhai.query.Field;

/// Writes a passage on one line: white space as single spaces, `…` where something was cut, and the
/// places of what matches in it.
final class SnippetLine {
  private final StringBuilder line = new StringBuilder();
  private final List<Span> highlights = new ArrayList<>();

  private SnippetLine() {}

  /// Where something is left out that has to be told.
  record Cut(boolean before, boolean after) {}

  static Snippet of(Field field, Marked marked, Span place, Cut cut) {
    SnippetLine writing = new SnippetLine();
    writing.line.append(cut.before ? "…" : "");
    int at = place.start();
    for (Occurrence occurrence : marked.found()) {
      if (occurrence.start() >= place.start() && occurrence.end() <= place.end()) {
        writing.add(marked.text(), at, occurrence.start());
        writing.addHit(marked.text(), occurrence.start(), occurrence.end());
        at = occurrence.end();
      }
    }
    writing.add(marked.text(), at, place.end());
    writing.line.setLength(writing.line.toString().stripTrailing().length());
    writing.line.append(cut.after ? "…" : "");
    return new Snippet(field, writing.line.toString(), writing.highlights);
  }

  /// A title as it is.
  static Snippet title(Marked title) {
    SnippetLine writing = new SnippetLine();
    title.found().forEach(one -> writing.highlight(one.start(), one.end()));
    return new Snippet(Field.TITLE, title.text(), writing.highlights);
  }

  private void add(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c);
      if (!blank) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
  }

  private void addHit(String text, int from, int to) {
    int start = line.length();
    add(text, from, to);
    highlight(start, line.length());
  }

  /// Two that touch are one.
  private void highlight(int start, int end) {
    boolean touches = !highlights.isEmpty() && highlights.getLast().end() == start;
    highlights.add(new Span(touches ? highlights.removeLast().start() : start, end));
  }
}
