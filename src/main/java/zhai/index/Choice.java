package zhai.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// One of several things that may be meant.
///
/// @param cost how unlikely it is; comparable with the costs of other choices for the same place,
///   and costs of choices for different places add up
record Choice<T>(T what, double cost) {
  /// Combinations that are kept, the likeliest ones.
  private static final int MAX_COMBINED = 24;

  /// The only choice there is.
  static <T> List<Choice<T>> only(T what) {
    return List.of(new Choice<>(what, 0));
  }

  <R> Choice<R> map(Function<T, R> change) {
    return new Choice<>(change.apply(what), cost);
  }

  /// One choice for each of several places together, the likeliest first.
  static <T> List<Choice<List<T>>> combined(List<List<Choice<T>>> places) {
    List<Choice<List<T>>> combined = only(List.of());
    for (List<Choice<T>> place : places) {
      List<Choice<List<T>>> longer = new ArrayList<>();
      for (Choice<List<T>> before : combined) {
        place.forEach(one -> longer.add(joined(before, one)));
      }
      combined = likeliest(longer, MAX_COMBINED);
    }
    return combined;
  }

  private static <T> Choice<List<T>> joined(Choice<List<T>> before, Choice<T> next) {
    List<T> both = new ArrayList<>(before.what);
    both.add(next.what);
    return new Choice<>(List.copyOf(both), before.cost + next.cost);
  }

  /// The likeliest ones; of equal ones the order is kept.
  static <T> List<Choice<T>> likeliest(List<Choice<T>> choices, int most) {
    return choices.stream().sorted(Comparator.comparingDouble(Choice::cost)).limit(most).toList();
  }
}
