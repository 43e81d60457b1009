package zhai.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Divides the values of one feature into bins, as {@link AdditiveModel} reads them: a bin holds
/// the values up to and including its limit, the last bin all that are greater.
///
/// @param limits rising, each between two values that occur, with as many digits as the model's
///   file has
record Binning(List<Double> limits) {
  private static final int MAX_BINS = 10;

  /// Up to so many values, each has a bin of its own.
  private static final int MAX_SINGLE_VALUES = 24;

  private static final MathContext DIGITS = new MathContext(4);

  /// Values are told apart by so many parts of one.
  private static final double PARTS = 1000;

  /// Bins for these values; otherwise than by single values, each with about a tenth of them.
  static Binning of(double[] values) {
    double[] sorted = Arrays.stream(values).map(v -> Math.round(v * PARTS) / PARTS).toArray();
    Arrays.sort(sorted);
    double[] single = Arrays.stream(sorted).distinct().toArray();
    double[] ends =
        single.length <= MAX_SINGLE_VALUES
            ? single
            : IntStream.range(1, MAX_BINS)
                .mapToDouble(i -> sorted[(int) ((long) i * (sorted.length - 1) / MAX_BINS)])
                .toArray();
    return new Binning(
        Arrays.stream(ends)
            .mapToInt(end -> Arrays.binarySearch(single, end))
            .filter(at -> at < single.length - 1)
            .mapToDouble(at -> rounded((single[at] + single[at + 1]) / 2))
            .distinct()
            .boxed()
            .toList());
  }

  private static double rounded(double limit) {
    return new BigDecimal(limit).round(DIGITS).doubleValue();
  }

  int count() {
    return limits.size() + 1;
  }

  int bin(double value) {
    int bin = 0;
    while (bin < limits.size() && value > limits.get(bin)) {
      bin++;
    }
    return bin;
  }
}
