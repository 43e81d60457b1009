package zhai.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How far two texts share their runs of four tokens, as the article-extraction benchmark counts
/// it: the order of words matters. The three shares sum to 1, or all are 0.
record Overlap(double right, double wrong, double missing) {
  private static final int RUN = 4;

  static Overlap of(List<String> gold, List<String> given) {
    Map<List<String>, Integer> wanted = shingles(gold);
    Map<List<String>, Integer> found = shingles(given);
    double right = 0;
    double wrong = 0;
    for (var shingle : found.entrySet()) {
      int expected = wanted.getOrDefault(shingle.getKey(), 0);
      right += Math.min(expected, shingle.getValue());
      wrong += Math.max(0, shingle.getValue() - expected);
    }
    double missing = wanted.values().stream().mapToInt(Integer::intValue).sum() - right;
    double sum = right + wrong + missing;
    return sum == 0 ? new Overlap(0, 0, 0) : new Overlap(right / sum, wrong / sum, missing / sum);
  }

  /// A text of fewer tokens than a run is one run.
  private static Map<List<String>, Integer> shingles(List<String> tokens) {
    Map<List<String>, Integer> shingles = new HashMap<>();
    for (int i = 0; i < Math.max(1, tokens.size() - RUN + 1); i++) {
      List<String> shingle = tokens.subList(i, Math.min(tokens.size(), i + RUN));
      if (!shingle.isEmpty()) {
        shingles.merge(List.copyOf(shingle), 1, Integer::sum);
      }
    }
    return shingles;
  }

  Score score() {
    return Score.of(precision(), recall());
  }

  /// The means of precision and recall over the pages that have any, and their harmonic mean.
  static Score mean(List<Overlap> pages) {
    OptionalDouble precision =
        pages.stream().filter(o -> o.right + o.wrong > 0).mapToDouble(Overlap::precision).average();
    OptionalDouble recall =
        pages.stream().filter(o -> o.right + o.missing > 0).mapToDouble(Overlap::recall).average();
    return Score.of(precision.orElse(0), recall.orElse(0));
  }

  private double precision() {
    return wrong == 0 && missing == 0 ? 1 : right == 0 ? 0 : right / (right + wrong);
  }

  private double recall() {
    return wrong == 0 && missing == 0 ? 1 : right == 0 ? 0 : right / (right + missing);
  }
}
