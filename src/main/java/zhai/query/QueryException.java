package zhai.query;

/// A query that can't be read: one sentence about what is wrong, and the place.
public final class QueryException extends RuntimeException {
  private static final int COLUMNS_BEFORE = 50;
  private static final int COLUMNS_AFTER = 25;

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
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0xA4CF
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF01 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c >= 0x1F300 && c <= 0x3FFFD;
  }
}
