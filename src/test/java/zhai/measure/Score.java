package zhai.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How well a text was found.
///
/// @param f1 the harmonic mean of the other two, or a mean of such means over pages
/// @param precision the share of what was given that is right
/// @param recall the share of what is right that was given
public record Score(double f1, double precision, double recall) {
  static final Score NONE = new Score(0, 0, 0);
  static final Score WHOLE = new Score(1, 1, 1);

  static Score of(double precision, double recall) {
    double sum = precision + recall;
    return new Score(sum == 0 ? 0 : 2 * precision * recall / sum, precision, recall);
  }

  /// Two texts as bags of tokens: their order doesn't count.
  static Score ofBags(List<String> gold, List<String> given) {
    if (gold.isEmpty() || given.isEmpty()) {
      return gold.isEmpty() && given.isEmpty() ? WHOLE : NONE;
    }
    Map<String, Integer> rest = new HashMap<>();
    gold.forEach(token -> rest.merge(token, 1, Integer::sum));
    long common = given.stream().filter(token -> rest.merge(token, -1, Integer::sum) >= 0).count();
    return of((double) common / given.size(), (double) common / gold.size());
  }

  /// The plain means over pages.
  static Score mean(List<Score> scores) {
    return new Score(
        scores.stream().mapToDouble(Score::f1).average().orElse(0),
        scores.stream().mapToDouble(Score::precision).average().orElse(0),
        scores.stream().mapToDouble(Score::recall).average().orElse(0));
  }
}
