package zhai.exchange.reader;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a clipping was made: `Sunday, January 1, 2017 3:23:07 PM`, `2017年1月1日星期日 下午3:23:07`,
/// `domenica 1 gennaio 2017 15:23:07`. A Kindle doesn't write its time zone, so its clock is taken
/// for UTC.
record ClippingTime(ClippingWords words) {
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
  private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /// The time in the text; null if there is none that can be understood.
  @Nullable Instant read(String text) {
    Matcher clock = CLOCK.matcher(text);
    boolean timed = clock.find();
    try {
      LocalDate day = day(timed ? text.substring(0, clock.start()) : text);
      LocalTime time = timed ? time(clock, text) : LocalTime.MIN;
      return day == null ? null : day.atTime(time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private LocalTime time(MatchResult clock, String text) {
    int hour = Integer.parseInt(clock.group(1));
    if (words.says("pm", text) && hour < 12) {
      hour += 12;
    } else if (words.says("am", text) && hour == 12) {
      hour = 0;
    }
    int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
    return LocalTime.of(hour, Integer.parseInt(clock.group(2)), second);
  }

  private @Nullable LocalDate day(String text) {
    Matcher date = YEAR_FIRST.matcher(text);
    if (date.find()) {
      return day(date.group(1), date.group(2), date.group(3));
    }
    date = DAY_FIRST.matcher(text);
    return date.find() ? day(date.group(3), date.group(2), date.group(1)) : dayInWords(text);
  }

  private @Nullable LocalDate dayInWords(String text) {
    Matcher year = YEAR.matcher(text);
    Matcher day = DAY.matcher(text);
    var month =
        WORD.matcher(text)
            .results()
            .flatMapToInt(word -> words.month(word.group()).stream())
            .findFirst();
    return month.isPresent() && year.find() && day.find()
        ? day(year.group(), "" + month.getAsInt(), day.group())
        : null;
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
