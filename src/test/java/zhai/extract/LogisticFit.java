package zhai.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Logistic regression with an L2 penalty, over samples that each switch on a few weights; labels
/// may lie between 0 and 1. The loss is convex, so that where L-BFGS (a descent that learns the
/// curvature from its last steps) stops does not depend on where it started.
final class LogisticFit {
  private static final int MAX_ROUNDS = 500;
  private static final int REMEMBERED = 10;

  /// The fit ends when no slope of the mean loss is greater.
  private static final double FLAT = 1e-6;

  private final List<Sample> samples;
  private final double penalty;

  private LogisticFit(List<Sample> samples, double penalty) {
    this.samples = samples;
    this.penalty = penalty;
  }

  /// @param on which weights speak about it
  /// @param label 0 to 1
  /// @param weight how much it counts
  record Sample(int[] on, double label, double weight) {}

  private record Step(double[] move, double[] bend, double curvature) {}

  /// The weights; the first is the bias, which is always on and isn't penalised.
  ///
  /// @param c how much the samples count against the penalty
  static double[] fit(List<Sample> samples, int count, double c) {
    return new LogisticFit(samples, 1 / c).descend(new double[count]);
  }

  private double[] descend(double[] start) {
    double flat = FLAT * samples.stream().mapToDouble(Sample::weight).sum();
    double[] at = start;
    double[] slope = new double[at.length];
    double loss = loss(at, slope);
    Deque<Step> steps = new ArrayDeque<>();
    for (int round = 0; round < MAX_ROUNDS && steepest(slope) > flat; round++) {
      double[] direction = direction(slope, steps);
      double fall = dot(direction, slope);
      double size = steps.isEmpty() ? 1 / Math.sqrt(-fall) : 1;
      double[] nextSlope = new double[at.length];
      double[] next = sum(at, size, direction);
      double nextLoss = loss(next, nextSlope);
      while (nextLoss > loss + 1e-4 * size * fall && size > 1e-9) {
        size /= 2;
        next = sum(at, size, direction);
        nextLoss = loss(next, nextSlope);
      }
      double[] move = sum(next, -1, at);
      double[] bend = sum(nextSlope, -1, slope);
      double curvature = dot(move, bend);
      if (curvature > 0) {
        steps.addLast(new Step(move, bend, curvature));
      }
      if (steps.size() > REMEMBERED) {
        steps.removeFirst();
      }
      at = next;
      slope = nextSlope;
      loss = nextLoss;
    }
    return at;
  }

  /// The loss of some weights; its slope is put into the second array.
  private double loss(double[] weights, double[] slope) {
    double loss = 0;
    slope[0] = 0;
    for (int i = 1; i < weights.length; i++) {
      loss += penalty / 2 * weights[i] * weights[i];
      slope[i] = penalty * weights[i];
    }
    for (Sample sample : samples) {
      double odds = weights[0];
      for (int i : sample.on) {
        odds += weights[i];
      }
      double softplus = Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
      loss += sample.weight * (softplus - sample.label * odds);
      double error = sample.weight * (1 / (1 + Math.exp(-odds)) - sample.label);
      slope[0] += error;
      for (int i : sample.on) {
        slope[i] += error;
      }
    }
    return loss;
  }

  /// Downhill, by the curvature of the remembered steps: the two loops of L-BFGS.
  private static double[] direction(double[] slope, Deque<Step> steps) {
    double[] direction = sum(new double[slope.length], -1, slope);
    List<Double> shares = new ArrayList<>();
    for (Iterator<Step> last = steps.descendingIterator(); last.hasNext(); ) {
      Step step = last.next();
      double share = dot(step.move, direction) / step.curvature;
      shares.addFirst(share);
      direction = sum(direction, -share, step.bend);
    }
    if (!steps.isEmpty()) {
      Step last = steps.getLast();
      double scale = last.curvature / dot(last.bend, last.bend);
      direction = sum(new double[slope.length], scale, direction);
    }
    int i = 0;
    for (Step step : steps) {
      double back = dot(step.bend, direction) / step.curvature;
      direction = sum(direction, shares.get(i) - back, step.move);
      i++;
    }
    return direction;
  }

  private static double steepest(double[] slope) {
    double steepest = 0;
    for (double value : slope) {
      steepest = Math.max(steepest, Math.abs(value));
    }
    return steepest;
  }

  private static double dot(double[] a, double[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return dot;
  }

  private static double[] sum(double[] a, double times, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + times * b[i];
    }
    return sum;
  }
}
