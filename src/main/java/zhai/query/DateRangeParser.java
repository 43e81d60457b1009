package zhai.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.query.DateRange.Ago;
import zhai.query.DateRange.Edge;
import zhai.query.DateRange.Fixed;

/// Reads what stands after `added:`, `published:` and `read:`.
final class DateRangeParser {
  private static final Pattern CALENDAR =
      Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
  private static final Pattern AGO = Pattern.compile("(\\d{1,4})([dwmy])");
  private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<)(.+)");
  private static final Pattern BETWEEN = Pattern.compile("(.*?)\\.\\.(.*)");

  private DateRangeParser() {}

  /// The range, or empty if the text is none.
  static Optional<DateRange> parse(String text) {
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches()) {
      return days(compared.group(2)).map(days -> compare(compared.group(1), days, text));
    }
    Matcher between = BETWEEN.matcher(text);
    if (between.matches()) {
      return between(between.group(1), between.group(2), text);
    }
    return days(text)
        .map(days -> new DateRange(days.first, days.isRelative() ? null : days.after, text));
  }

  private static DateRange compare(String operator, Days days, String text) {
    return switch (operator) {
      case ">" -> new DateRange(days.after, null, text);
      case ">=" -> new DateRange(days.first, null, text);
      case "<" -> new DateRange(null, days.first, text);
      default -> new DateRange(null, days.after, text);
    };
  }

  private static Optional<DateRange> between(String from, String until, String text) {
    if (from.isEmpty() && until.isEmpty()) {
      return Optional.empty();
    }
    if (from.isEmpty()) {
      return days(until).map(days -> new DateRange(null, days.after, text));
    }
    if (until.isEmpty()) {
      return days(from).map(days -> new DateRange(days.first, null, text));
    }
    return days(from)
        .flatMap(start -> days(until).map(end -> new DateRange(start.first, end.after, text)));
  }

  /// The days that one date stands for.
  private record Days(Edge first, Edge after) {
    static Days of(LocalDate first, LocalDate after) {
      return new Days(new Fixed(first), new Fixed(after));
    }

    boolean isRelative() {
      return first instanceof Ago;
    }
  }

  private static Optional<Days> days(String text) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      Period back = period(Integer.parseInt(ago.group(1)), ago.group(2).charAt(0));
      return Optional.of(new Days(new Ago(back, 0), new Ago(back, 1)));
    }
    Matcher calendar = CALENDAR.matcher(text);
    return calendar.matches() ? calendarDays(calendar) : Optional.empty();
  }

  private static Period period(int amount, char unit) {
    return switch (unit) {
      case 'd' -> Period.ofDays(amount);
      case 'w' -> Period.ofWeeks(amount);
      case 'm' -> Period.ofMonths(amount);
      default -> Period.ofYears(amount);
    };
  }

  private static Optional<Days> calendarDays(Matcher parts) {
    try {
      int year = Integer.parseInt(parts.group(1));
      if (parts.group(2) == null) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return Optional.of(Days.of(first, first.plusYears(1)));
      }
      int month = Integer.parseInt(parts.group(2));
      if (parts.group(3) == null) {
        LocalDate first = LocalDate.of(year, month, 1);
        return Optional.of(Days.of(first, first.plusMonths(1)));
      }
      LocalDate day = LocalDate.of(year, month, Integer.parseInt(parts.group(3)));
      return Optional.of(Days.of(day, day.plusDays(1)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
