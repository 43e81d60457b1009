package zhai.measure;

import java.util.List;
import java.util.regex.Pattern;

/// Passages that a page's text has to hold, and passages that it must not.
public record Snippets(List<String> with, List<String> without) {
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /// What of them was found.
  Counts in(String text) {
    String given = plain(text);
    int right = (int) with.stream().filter(passage -> given.contains(plain(passage))).count();
    int wrong = (int) without.stream().filter(passage -> given.contains(plain(passage))).count();
    return new Counts(right, wrong, with.size() - right);
  }

  private static String plain(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /// @param right passages found that had to be
  /// @param wrong passages found that had to be left out
  /// @param missing passages not found that had to be
  record Counts(int right, int wrong, int missing) {
    static final Counts ZERO = new Counts(0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(right + other.right, wrong + other.wrong, missing + other.missing);
    }

    Score score() {
      return right == 0
          ? new Score(0, 0, 0)
          : Score.of((double) right / (right + wrong), (double) right / (right + missing));
    }
  }
}
