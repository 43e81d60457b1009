package zhai.index;

/// The columns that a text takes on a terminal: characters of scripts written without spaces take
/// two.
final class Width {
  private static final int FIRST_WIDE = 0x2E80;

  private Width() {}

  static int of(String text, int start, int end) {
    int columns = 0;
    for (int i = start; i < end; i++) {
      columns += of(text.charAt(i));
    }
    return columns;
  }

  /// Whether the text between two places takes no more; looks no further than that.
  static boolean fits(String text, int start, int end, int columns) {
    int left = columns;
    for (int i = start; i < end && left >= 0; i++) {
      left -= of(text.charAt(i));
    }
    return left >= 0;
  }

  static int of(char c) {
    boolean joined =
        Character.isLowSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    boolean halfWidth = c >= 0xFF61 && c <= 0xFFDC;
    return joined ? 0 : c < FIRST_WIDE || halfWidth ? 1 : 2;
  }
}
