package zhai.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The name that was probably meant.
final class Suggestion {
  private static final int MAX_EDITS = 2;

  private Suggestion() {}

  /// The nearest of the names, if one is near enough: at most two letters put in, left out, changed
  /// or swapped with the next one, and fewer than half of the name's.
  static Optional<String> nearest(String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> Math.abs(name.length() - typed.length()) <= MAX_EDITS)
        .filter(name -> edits(typed, name) <= Math.min(MAX_EDITS, (name.length() - 1) / 2))
        .min(Comparator.comparingInt(name -> edits(typed, name)));
  }

  private static int edits(String typed, String name) {
    return new Comparison(typed, name).edits();
  }

  /// Two words, compared by Damerau's distance in which no letter is touched twice.
  private record Comparison(String a, String b) {

    int edits() {
      int[][] edits = new int[a.length() + 1][b.length() + 1];
      for (int i = 0; i <= a.length(); i++) {
        for (int j = 0; j <= b.length(); j++) {
          edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, i, j);
        }
      }
      return edits[a.length()][b.length()];
    }

    /// The edits between the first `i` and the first `j` letters, after those between fewer.
    private int fewest(int[][] edits, int i, int j) {
      int changed = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      int fewest = Math.min(changed, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
      return areSwapped(i, j) ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }

    private boolean areSwapped(int i, int j) {
      return i > 1
          && j > 1
          && a.charAt(i - 1) == b.charAt(j - 2)
          && a.charAt(i - 2) == b.charAt(j - 1);
    }
  }
}
