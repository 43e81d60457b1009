package zhai.query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The name that was probably meant.
final class Suggestion {
  private static final int MAX_EDITS = 2;

  private Suggestion() {}

  /// The nearest of the names, if one is near enough: at most two edits, and fewer than half of the
  /// letters.
  static Optional<String> nearest(String typed, List<String> names) {
    return names.stream()
        .filter(name -> edits(typed, name) <= Math.min(MAX_EDITS, (name.length() - 1) / 2))
        .min(Comparator.comparingInt(name -> edits(typed, name)));
  }

  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
