package zhai.index;

import java.util.Arrays;

/// A text as {@link Folding#compose} makes it for comparison, with the way back: `ofﬁce` is
/// compared as `office`, and what matches there is shown as it was written.
final class Composed {
  private static final int[] SAME = {};

  private final String text;

  /// For each UTF-16 unit of the text where what it was made of begins in the written text; empty
  /// if both texts are the same.
  private final int[] starts;

  /// Likewise, where that ends.
  private final int[] ends;

  private Composed(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  String text() {
    return text;
  }

  static Composed of(String written) {
    String composed = Folding.compose(written);
    return composed.equals(written)
        ? new Composed(written, SAME, SAME)
        : new Builder(written).build();
  }

  /// Where the unit at that place begins in the written text.
  int start(int at) {
    return starts.length == 0 ? at : starts[at];
  }

  /// Where the unit before that place ends in the written text.
  int end(int at) {
    return ends.length == 0 ? at : ends[at - 1];
  }

  /// Composes one letter after another, each with the marks that follow it.
  private static final class Builder {
    private final String written;
    private final StringBuilder composed = new StringBuilder();
    private int[] starts;
    private int[] ends;

    Builder(String written) {
      this.written = written;
      this.starts = new int[written.length() + 16];
      this.ends = new int[written.length() + 16];
    }

    Composed build() {
      int from = 0;
      while (from < written.length()) {
        int to = from + Character.charCount(written.codePointAt(from));
        while (to < written.length() && joinsBefore(written.codePointAt(to))) {
          to += Character.charCount(written.codePointAt(to));
        }
        add(from, to);
        from = to;
      }
      return new Composed(composed.toString(), starts, ends);
    }

    private static boolean joinsBefore(int c) {
      boolean medialOrFinalJamo = c >= 0x1161 && c <= 0x11FF;
      boolean halfWidthSoundMark = c == 0xFF9E || c == 0xFF9F;
      return switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK ->
            true;
        default -> medialOrFinalJamo || halfWidthSoundMark;
      };
    }

    private void add(int from, int to) {
      String letter = written.substring(from, to);
      String plain = Folding.compose(letter);
      boolean same = plain.equals(letter);
      int at = composed.length();
      composed.append(plain);
      grow();
      for (int i = 0; i < plain.length(); i++) {
        starts[at + i] = same ? from + i : from;
        ends[at + i] = same ? from + i + 1 : to;
      }
    }

    private void grow() {
      if (composed.length() > starts.length) {
        starts = Arrays.copyOf(starts, composed.length() * 2);
        ends = Arrays.copyOf(ends, composed.length() * 2);
      }
    }
  }
}
