package zhai.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;

/// Times as other programs write them. One that can't be read is no time: a bookmark is not lost
/// for its date.
public final class Times {
  private static final Pattern DIGITS = Pattern.compile("(\\d{1,18})(?:\\.\\d*)?");

  // 2016-04-05T12:00:00+0200, 2020-09-26 09:46:23.006313Z, 2024-01-02 03:04, 2020/01/05/10:11:12
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"
              + "(?:[T /]+(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
              + "\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  // Chrome counts microseconds since 1601, as Windows does.
  private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;

  // What a library keeps and shows: years of four digits.
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Times() {}

  /// Seconds, milli- or microseconds since 1970, told apart by their size; a date with or without
  /// time and offset (then it is UTC); a date as in mail. Null for anything else.
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String words = text.strip();
    Matcher digits = DIGITS.matcher(words);
    if (digits.matches()) {
      return sinceEpoch(Long.parseLong(digits.group(1)));
    }
    Matcher written = WRITTEN.matcher(words);
    return written.matches() ? instant(written) : asInMail(words);
  }

  /// The first date with or without a time in a text that may say more: `2020-01-02`,
  /// `2020/01/05/10:11:12`. A year or a month alone is no day. Null if there is none.
  public static @Nullable Instant in(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.find() ? instant(written) : null;
  }

  /// The first day in a text that may say more, as its writer saw it; null if there is none.
  public static @Nullable PageDate dayIn(String text) {
    Matcher written = WRITTEN.matcher(text);
    try {
      return written.find() ? PageDate.of(day(written)) : null;
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// Microseconds since 1601, as Chrome and its kin write them; null for anything else.
  public static @Nullable Instant sinceWindows(@Nullable String text) {
    if (text == null || !DIGITS.matcher(text.strip()).matches() || text.contains(".")) {
      return null;
    }
    long micros = Long.parseLong(text.strip());
    return micros == 0
        ? null
        : kept(
            Instant.ofEpochSecond(
                micros / 1_000_000 - SECONDS_1601_TO_1970, micros % 1_000_000 * 1_000));
  }

  // Seconds have ten digits until the year 2286.
  private static @Nullable Instant sinceEpoch(long number) {
    if (number == 0) {
      return null;
    }
    if (number >= 100_000_000_000_000L) {
      return kept(Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1_000));
    }
    return kept(
        number >= 100_000_000_000L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
  }

  private static @Nullable Instant instant(Matcher written) {
    String time = written.group(4);
    String offset = written.group(5);
    try {
      return kept(
          day(written)
              .atTime(time == null ? LocalTime.MIN : LocalTime.parse(time))
              .toInstant(offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset)));
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static LocalDate day(Matcher written) {
    return LocalDate.of(
        Integer.parseInt(written.group(1)),
        Integer.parseInt(written.group(2)),
        Integer.parseInt(written.group(3)));
  }

  private static @Nullable Instant asInMail(String words) {
    try {
      return kept(OffsetDateTime.parse(words, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Instant kept(Instant at) {
    return at.isBefore(FIRST) || at.isAfter(LAST) ? null : at;
  }
}
