package zhai.query;

import java.util.List;

/// A query that can't be read: one sentence about what is wrong, and the place.
public final class QueryException extends RuntimeException {
  private static final int COLUMNS_BEFORE = 50;
  private static final int COLUMNS_AFTER = 25;

  /// The blocks of Unicode's East Asian Wide and Fullwidth characters, first and last.
  private static final List<int[]> WIDE =
      List.of(
          new int[] {0x1100, 0x115F},
          new int[] {0x2E80, 0xA4CF},
          new int[] {0xAC00, 0xD7A3},
          new int[] {0xF900, 0xFAFF},
          new int[] {0xFE30, 0xFE6F},
          new int[] {0xFF01, 0xFF60},
          new int[] {0xFFE0, 0xFFE6},
          new int[] {0x1F300, 0x3FFFD});

  private final String query;
  private final int position;

  QueryException(String message, String query, int position) {
    super(message);
    this.query = query;
    this.position = position;
  }

  /// Where, in UTF-16 units from 0; the query's length when something is missing at its end.
  public int position() {
    return position;
  }

  /// Two lines: the query around the place, and a `^` under it. Chinese characters count as two
  /// columns; of a long query only the neighbourhood is shown.
  public String caretBlock() {
    int start = query.lastIndexOf('\n', position - 1) + 1;
    int lineEnd = query.indexOf('\n', position);
    int end = lineEnd < 0 ? query.length() : lineEnd;
    boolean cut = position - start > COLUMNS_BEFORE;
    int from = cut ? boundary(position - COLUMNS_BEFORE) : start;
    int to = end - position > COLUMNS_AFTER ? boundary(position + COLUMNS_AFTER) : end;
    String before = (cut ? "…" : "") + shown(query.substring(from, position));
    String after = shown(query.substring(position, to)) + (to < end ? "…" : "");
    return before + after + "\n" + " ".repeat(columns(before)) + "^";
  }

  private int boundary(int index) {
    return Character.isLowSurrogate(query.charAt(index)) ? index - 1 : index;
  }

  private static String shown(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
  }

  private static int columns(String text) {
    return text.codePoints().map(c -> isMark(c) ? 0 : isWide(c) ? 2 : 1).sum();
  }

  /// Stands on the character before it: an accent, a variation selector.
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isWide(int c) {
    return WIDE.stream().anyMatch(range -> c >= range[0] && c <= range[1]);
  }
}
