package zhai.exchange.reader;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as other programs write them. One that can't be read is no time: a bookmark is not lost
/// for its date.
final class Times {
  private static final Pattern DIGITS = Pattern.compile("(\\d{1,18})(?:\\.\\d*)?");

  // Chrome counts microseconds since 1601, as Windows does.
  private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;

  // What a library keeps and shows: years of four digits.
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  // 2016-04-05T12:00:00+0200, 2020-09-26 09:46:23.006313Z, 2024-01-02 03:04
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ][XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private Times() {}

  /// Seconds, milli- or microseconds since 1970, told apart by their size; an ISO date with or
  /// without time and offset (then it is UTC); a date as in mail. Null for anything else.
  static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String words = text.strip();
    Matcher digits = DIGITS.matcher(words);
    if (digits.matches()) {
      return sinceEpoch(Long.parseLong(digits.group(1)));
    }
    return kept(written(words));
  }

  /// Microseconds since 1601, as Chrome and its kin write them; null for anything else.
  static @Nullable Instant sinceWindows(@Nullable String text) {
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

  private static @Nullable Instant written(String words) {
    try {
      if (words.length() == "2026-01-04".length()) {
        return LocalDate.parse(words.replace('/', '-')).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (Character.isDigit(words.charAt(0)) && words.indexOf('-') == 4) {
        return instant(ISO.parseBest(words, OffsetDateTime::from, LocalDateTime::from));
      }
      return OffsetDateTime.parse(words, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static Instant instant(TemporalAccessor read) {
    return read instanceof OffsetDateTime at
        ? at.toInstant()
        : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
  }

  private static @Nullable Instant kept(@Nullable Instant at) {
    return at == null || at.isBefore(FIRST) || at.isAfter(LAST) ? null : at;
  }
}
