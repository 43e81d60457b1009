package zhai.measure;

import java.util.List;

/// The value below which a share of the measured ones lies.
public final class Percentile {
  private Percentile() {}

  /// @param share between 0 and 1; 0.5 is the median
  public static double of(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }
}
