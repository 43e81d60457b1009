package zhai.exchange.reader;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;

/// Dates as reference managers write them: `2020-01-02`, `2020/1/2/`, `2020-01-05T10:11:12Z`,
/// `2020/01/05/10:11:12`. A year or a month alone is no day, and says nothing here.
final class ReferenceDate {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"
              + "(?:[T /]+(\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?");

  private ReferenceDate() {}

  /// The day that the text begins with or holds; null if there is none.
  static @Nullable PageDate day(String text) {
    Matcher date = DATE.matcher(text);
    try {
      return date.find() ? PageDate.of(day(date)) : null;
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// The time in the text, where it names no offset in UTC; the day's beginning if it names none;
  /// null if there is no day.
  static @Nullable Instant time(String text) {
    Matcher date = DATE.matcher(text);
    try {
      if (!date.find()) {
        return null;
      }
      LocalTime time = date.group(4) == null ? LocalTime.MIN : LocalTime.parse(date.group(4));
      ZoneOffset offset = date.group(5) == null ? ZoneOffset.UTC : ZoneOffset.of(date.group(5));
      return day(date).atTime(time).toInstant(offset);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static LocalDate day(Matcher date) {
    return LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }
}
