package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A generalised additive model: each feature gives a weight that depends on its value alone, and
/// the sum of the weights is the log odds. Nothing else is hidden in it, so its file can be read:
/// one line a feature, `name: weight until value weight until value weight`, where each weight
/// holds for values up to and including the next limit. The line `bias: weight` is the sum's start.
final class AdditiveModel {
  private final double bias;
  private final double[][] limits;
  private final double[][] weights;

  private AdditiveModel(double bias, double[][] limits, double[][] weights) {
    this.bias = bias;
    this.limits = limits;
    this.weights = weights;
  }

  /// Reads a model of {@link Feature}s.
  ///
  /// @throws IllegalStateException if the file names a feature that is none, or can't be understood
  static AdditiveModel open(String file) {
    return of(file, RuleFile.open(file).rules());
  }

  /// The same of lines that have been read.
  static AdditiveModel of(String file, List<String> lines) {
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < Feature.COUNT; i++) {
      indexes.put(Feature.name(i), i);
    }
    double bias = 0;
    double[][] limits = new double[Feature.COUNT][0];
    double[][] weights = new double[Feature.COUNT][0];
    for (String line : lines) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      List<String> words = List.of(line.substring(colon + 1).strip().split("\\s+"));
      Integer index = indexes.get(name);
      if (index != null) {
        weights[index] = numbers(words, 0);
        limits[index] = numbers(words, 2);
      } else if (name.equals("bias")) {
        bias = Double.parseDouble(words.getFirst());
      } else {
        throw new IllegalStateException(file + ": there is no feature " + name);
      }
    }
    return new AdditiveModel(bias, limits, weights);
  }

  /// Every third word: the weights from the first on, the limits from the third on.
  private static double[] numbers(List<String> words, int from) {
    List<Double> numbers = new ArrayList<>();
    for (int i = from; i < words.size(); i += 3) {
      numbers.add(Double.parseDouble(words.get(i)));
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// The probability of a row of values, 0 to 1.
  double probability(double[] row) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i].length > 0) {
        sum += weights[i][bin(limits[i], row[i])];
      }
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static int bin(double[] limits, double value) {
    int bin = 0;
    while (bin < limits.length && value > limits[bin]) {
      bin++;
    }
    return bin;
  }
}
