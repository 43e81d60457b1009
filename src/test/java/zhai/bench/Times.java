package zhai.bench;

import java.util.List;
import java.util.Locale;
import zhai.measure.Percentile;

/// What some queries took, in milliseconds, and how many of them found anything.
///
/// @param millis empty if the engine has nothing like them
record Times(List<Double> millis, int found) {

  /// The 95th percentile; its text says the others too.
  Figure figure() {
    if (millis.isEmpty()) {
      return Figure.millis(0).saying("has nothing like it");
    }
    String text =
        String.format(
            Locale.ROOT,
            "%.2f / %.2f / %.2f, %d %%",
            Percentile.of(millis, 0.5),
            Percentile.of(millis, 0.95),
            Percentile.of(millis, 0.99),
            100 * found / millis.size());
    return Figure.millis(Percentile.of(millis, 0.95)).saying(text);
  }
}
