package zhai.exchange.note;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import zhai.exchange.Skip;

/// A note's text, and the same text with spaces in place of what is no Markdown of the user's own:
/// both have the same length and the same lines, so that what is found in one is cut from the
/// other.
final class NoteText {
  private final String raw;
  private final String shown;
  private final List<Hidden> hidden;
  private final NavigableMap<Integer, Integer> ends;
  private final int[] lineStarts;

  private NoteText(String raw, Blanks blanks) {
    this.raw = raw;
    this.shown = blanks.blanked();
    this.hidden = blanks.hidden();
    this.ends = blanks.ends();
    this.lineStarts = lineStarts(raw);
  }

  /// A blanked part.
  ///
  /// @param why what a link in it counts as
  record Hidden(int start, int end, Skip why) {}

  /// @param bodyStart where the front matter ends
  static NoteText of(String raw, int bodyStart) {
    return new NoteText(raw, new Blanks(raw, bodyStart));
  }

  /// The file, byte for byte.
  String raw() {
    return raw;
  }

  /// With comments, MDX code and the marks of site generators blanked out.
  String shown() {
    return shown;
  }

  /// What was blanked out and may hold links.
  List<Hidden> hidden() {
    return hidden;
  }

  /// Where the innermost block of a site generator ({@link Directives}) around that place ends; the
  /// text's end if there is none.
  int endAround(int place) {
    Map.Entry<Integer, Integer> end = ends.floorEntry(place);
    return end == null || end.getValue() < 0 ? raw.length() : end.getValue();
  }

  /// The number of the line, from 0.
  int lineOf(int offset) {
    int low = 0;
    int high = lineStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lineStarts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  int lineStart(int line) {
    return lineStarts[line];
  }

  /// Behind the line and its end.
  int lineEnd(int line) {
    return line + 1 < lineStarts.length ? lineStarts[line + 1] : raw.length();
  }

  /// Where a body begins that may begin in the next line: behind blank lines (in a quote, a `>`
  /// alone is one).
  int bodyStart(int openingEnd, int limit) {
    int start = Math.min(limit, lineEnd(lineOf(openingEnd)));
    while (start < limit) {
      int end = Math.min(limit, lineEnd(lineOf(start)));
      if (!isBlank(start, end)) {
        return start;
      }
      start = end;
    }
    return limit;
  }

  /// Where a body ends: with its last line that isn't blank, without that line's end.
  int bodyEnd(int start, int limit) {
    int end = limit;
    while (end > start && isBlank(end - 1, end)) {
      end--;
    }
    while (end > start && end < limit && !isLineEnd(raw.charAt(end))) {
      end++;
    }
    return Math.max(start, end);
  }

  static String lastLine(String body) {
    return body.substring(Math.max(body.lastIndexOf('\n'), body.lastIndexOf('\r')) + 1);
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (" \t>\n\r".indexOf(raw.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  // The line ends of CommonMark: LF, CR, CRLF.
  private static int[] lineStarts(String text) {
    int[] starts = new int[(int) text.chars().filter(it -> it == '\n' || it == '\r').count() + 1];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }
}
