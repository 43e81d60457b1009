package zhai.query;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/// A stretch of days, as written: `2026`, `2026-01`, `2026-01-04`, `7d`, `2025..2026-03`, `..2024`,
/// `>2026-01`, `<=3w`.
///
/// A year or month stands for all its days. `7d` (or `2w`, `3m`, `1y`) alone means from that many
/// days ago until now; with a comparison or in a range it is that one day: `<7d` is longer ago than
/// a week.
///
/// @param from the first day, or null for no beginning
/// @param before the first day that is too late, or null for no end
/// @param text as written, normalised to ASCII
public record DateRange(@Nullable Edge from, @Nullable Edge before, String text) {

  /// A day that may depend on what day it is.
  public sealed interface Edge {
    LocalDate on(LocalDate today);
  }

  /// A day of the calendar.
  record Fixed(LocalDate day) implements Edge {
    @Override
    public LocalDate on(LocalDate today) {
      return day;
    }
  }

  /// A day counted back from today.
  ///
  /// @param back how far
  /// @param plusDays days after that one
  record Ago(Period back, int plusDays) implements Edge {
    @Override
    public LocalDate on(LocalDate today) {
      return today.minus(back).plusDays(plusDays);
    }
  }

  /// Whether its end lies before its beginning on every day there is. Between a day of the calendar
  /// and one counted back from today that depends, so there it does not count.
  boolean isBackwards() {
    return switch (from) {
      case Fixed(LocalDate first) ->
          before instanceof Fixed(LocalDate after) && !first.isBefore(after);
      case Ago first ->
          before instanceof Ago after
              && !first.on(LocalDate.EPOCH).isBefore(after.on(LocalDate.EPOCH));
      case null -> false;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
