package zhai.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;

/// Reads dates as pages write them: ISO 8601 and its sloppy relatives, 2019年9月7日 21:30, 2019-09-07
/// 09:25:09, September 7, 2019, 7. September 2019, 07.09.2019, seconds since 1970. `07/09/2019`
/// means different days in different countries and is not read. A zone is only kept where it is
/// written.
public final class DateText {
  private static final String TIME =
      "(?:[T\\s,，日]*(?:at\\s+|um\\s+|à\\s+)?(?<h>[01]?\\d|2[0-3])[:：h](?<min>[0-5]\\d)(?:[:：](?<s>[0-5]\\d)(?:[.,]\\d+)?)?"
          + "\\s*(?<half>[AaPp]\\.?[Mm]\\b)?\\s*(?<zone>Z\\b|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}\\b)?)?";

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(?<mon>jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zäé]*\\.?";

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(?<y>19\\d\\d|20\\d\\d)\\s*(?:[-/.]|年)\\s*(?<m>1[0-2]|0?[1-9])\\s*(?:[-/.]|月)\\s*(?<d>3[01]|[12]\\d|0?[1-9])(?!\\d)\\s*(?:日|号)?"
              + TIME);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(?<d>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?[-\\s]?"
              + MONTH
              + "[-\\s,]*(?<y>19\\d\\d|20\\d\\d)(?!\\d)"
              + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b"
              + MONTH
              + "\\s*(?<d>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?,?\\s+(?<y>19\\d\\d|20\\d\\d)(?!\\d)"
              + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GERMAN =
      Pattern.compile(
          "(?<![\\d.])(?<d>3[01]|[12]\\d|0?[1-9])\\.\\s?(?<m>1[0-2]|0?[1-9])\\.\\s?(?<y>19\\d\\d|20\\d\\d)(?!\\d)"
              + TIME);
  private static final Pattern COMPACT =
      Pattern.compile(
          "^(?<y>19\\d\\d|20\\d\\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])(?:T?\\d{4,6}Z?)?$");
  private static final Pattern EPOCH = Pattern.compile("^1\\d{9}(\\d{3})?$");
  private static final int MAX_LENGTH = 400;

  private DateText() {}

  /// The first date in a text, or null. Only the text's beginning is looked at.
  public static @Nullable PageDate find(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String head = text.strip();
    head = head.length() > MAX_LENGTH ? head.substring(0, MAX_LENGTH) : head;
    if (EPOCH.matcher(head).matches()) {
      long seconds = Long.parseLong(head.substring(0, 10));
      return PageDate.of(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }
    for (Pattern form : List.of(NUMBERS, MONTH_FIRST, DAY_FIRST, GERMAN)) {
      Matcher matcher = form.matcher(head);
      if (matcher.find()) {
        return date(matcher, form == NUMBERS || form == GERMAN);
      }
    }
    Matcher compact = COMPACT.matcher(head);
    return compact.matches() ? day(compact, true) : null;
  }

  private static @Nullable PageDate day(Matcher matcher, boolean number) {
    try {
      int month = number ? Integer.parseInt(matcher.group("m")) : month(matcher.group("mon"));
      int year = Integer.parseInt(matcher.group("y"));
      return PageDate.of(LocalDate.of(year, month, Integer.parseInt(matcher.group("d"))));
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static int month(String name) {
    String english =
        name.toLowerCase(Locale.ROOT)
            .replace("mär", "mar")
            .replace("mai", "may")
            .replace("okt", "oct")
            .replace("dez", "dec");
    return MONTHS.indexOf(english) + 1;
  }

  private static @Nullable PageDate date(Matcher matcher, boolean number) {
    PageDate day = day(matcher, number);
    if (day == null || matcher.group("h") == null) {
      return day;
    }
    String seconds = matcher.group("s");
    LocalTime time =
        LocalTime.of(
            hour(matcher),
            Integer.parseInt(matcher.group("min")),
            seconds == null ? 0 : Integer.parseInt(seconds));
    return new PageDate(day.day(), time, zone(matcher.group("zone")));
  }

  private static int hour(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group("h"));
    String half = matcher.group("half");
    if (half == null || hour > 12) {
      return hour;
    }
    boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static @Nullable ZoneOffset zone(@Nullable String zone) {
    if (zone == null) {
      return null;
    }
    try {
      return zone.startsWith("+") || zone.startsWith("-") ? ZoneOffset.of(zone) : ZoneOffset.UTC;
    } catch (DateTimeException _) {
      return null;
    }
  }
}
