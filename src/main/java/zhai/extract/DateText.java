package zhai.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;

/// Reads dates as pages write them: ISO 8601 and its sloppy relatives, 2019年9月7日 21:30, 2019-09-07
/// 09:25:09, September 7, 2019, 7. September 2019, 7 de septiembre de 2019, 07.09.2019, seconds
/// since 1970; months by their names in the languages of `months.txt`. A zone is only kept where it
/// is written.
///
/// `07/09/2019` means different days in different countries: it is read where one of the numbers
/// can only be a day, or where the reader knows the country's order.
public final class DateText {
  /// Which number of `07/09/2019` is the day.
  public enum Order {
    DAY_FIRST,
    MONTH_FIRST,
    UNKNOWN;

    /// The order that a language's dates have, by a tag as pages write it: `en-US`, `en_gb`, `fr`.
    /// English without a country, and what is no known language, is unknown.
    public static Order of(@Nullable String language) {
      String tag = language == null ? "" : language.toLowerCase(Locale.ROOT).replace('_', '-');
      if (tag.equals("en-us")) {
        return MONTH_FIRST;
      }
      String primary = tag.replaceFirst("-.*", "");
      boolean known =
          List.of("de", "fr", "es", "it", "pt", "pl", "nl", "cs", "ru").contains(primary);
      return known || List.of("en-gb", "en-au", "en-in", "en-ie", "en-nz").contains(tag)
          ? DAY_FIRST
          : UNKNOWN;
    }
  }

  private static final String TIME =
      "(?:[T\\s,，日|•·–-]*(?:[(（]?(?:星期|周|週)[一二三四五六日天][)）]?\\s*)?(?<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间)?\\s*(?:at\\s+|um\\s+|à\\s+|a"
          + " las\\s+|alle\\s+|o\\s+|kl\\.?\\s+)?(?<h>[01]?\\d|2[0-3])[:：h](?<min>[0-5]\\d)(?:[:：](?<s>[0-5]\\d)(?:[.,]\\d+)?)?"
          + "\\s*(?<half>[AaPp]\\.?[Mm]\\b)?\\s*(?<zone>Z\\b|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}\\b)?)?";

  /// Parts of the day whose hours are counted from noon; `晚上12:05` is none of a new day's.
  private static final Set<String> AFTERNOON = Set.of("下午", "傍晚", "晚上", "晚间");

  private static final String NOON = "中午";

  private static final Map<String, Integer> MONTHS = months();
  private static final String MONTH =
      "(?<mon>"
          + MONTHS.keySet().stream()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .collect(Collectors.joining("|"))
          + ")\\.?";
  private static final int NAMES = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(?<y>19\\d\\d|20\\d\\d)\\s*(?:[-/.]|年)\\s*(?<m>1[0-2]|0?[1-9])\\s*(?:[-/.]|月)\\s*(?<d>3[01]|[12]\\d|0?[1-9])(?!\\d)\\s*(?:日|号)?"
              + TIME);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(?<d>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|er|º|\\.)?\\s*(?:of\\s+|de\\s+|d’)?[-\\s]?(?=\\p{L}++\\.?[-\\s,]*+(?:del?\\s++)?[12]\\d)"
              + MONTH
              + "(?![\\p{L}])[-\\s,]*(?:de\\s+|del\\s+)?(?<y>19\\d\\d|20\\d\\d)(?!\\d)(?:\\s*(?:r\\.|г\\.))?"
              + TIME,
          NAMES);

  /// Of the words that are no month's name nearly all are seen by what follows them.
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<!\\p{L})(?=\\p{L}++\\.?\\s*\\d)"
              + MONTH
              + "\\s*(?<d>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?,?\\s+(?<y>19\\d\\d|20\\d\\d)(?!\\d)"
              + TIME,
          NAMES);

  private static final Pattern GERMAN =
      Pattern.compile(
          "(?<![\\d.])(?<d>3[01]|[12]\\d|0?[1-9])\\.\\s?(?<m>1[0-2]|0?[1-9])\\.\\s?(?<y>19\\d\\d|20\\d\\d)(?!\\d)"
              + TIME);

  /// `9/7/2019`, and `13-09-2019`.
  private static final Pattern SLASHES =
      Pattern.compile(
          "(?<![\\d/-])(?<a>3[01]|[12]\\d|0?[1-9])(?<sep>[/-])(?<b>3[01]|[12]\\d|0?[1-9])\\k<sep>(?<y>19\\d\\d|20\\d\\d)(?![\\d/-])"
              + TIME);

  /// `21 2024年02月`, `21 2024-02`, `02-21 2024`: a day set large above its month, and nothing else.
  private static final Pattern BADGE =
      Pattern.compile(
          "^(?:(?<d>3[01]|[12]\\d|0?[1-9])日?\\s+(?<y>20\\d\\d)\\s*[-/.年]\\s*(?<m>1[0-2]|0?[1-9])月?"
              + "|(?<m2>1[0-2]|0?[1-9])\\s*[-/.月]\\s*(?<d2>3[01]|[12]\\d|0?[1-9])日?\\s+(?<y2>20\\d\\d)年?)$");

  /// `二〇一九年五月一日`.
  private static final Pattern NUMERALS =
      Pattern.compile("[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern COMPACT =
      Pattern.compile(
          "^(?<y>19\\d\\d|20\\d\\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])(?:T?\\d{4,6}Z?)?$");
  private static final Pattern EPOCH = Pattern.compile("^1\\d{9}(\\d{3})?$");
  private static final Pattern BLANKS = Pattern.compile("[\\s　]+");
  private static final int MAX_LENGTH = 400;
  private static final int LEAST_DIGITS = 5;

  /// No day alone is longer.
  private static final int MAX_DAY = 40;

  private DateText() {}

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String line : RuleFile.open("months.txt").rules()) {
      String[] words = line.split("\\s+");
      for (String word : List.of(words).subList(1, words.length)) {
        months.put(word, Integer.valueOf(words[0]));
      }
    }
    return months;
  }

  /// The first date in a text, or null. Only the text's beginning is looked at.
  public static @Nullable PageDate find(@Nullable String text) {
    return find(text, Order.UNKNOWN);
  }

  /// The first date in a text, or null. Only the text's beginning is looked at.
  ///
  /// @param order how to read `07/09/2019`
  public static @Nullable PageDate find(@Nullable String text, Order order) {
    if (text == null || text.length() < 8) {
      return null;
    }
    String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH).strip() : text.strip();
    if (!hasDigitsOfADay(head) || (!YEAR.matcher(head).find() && !EPOCH.matcher(head).matches())) {
      return null;
    }
    if (EPOCH.matcher(head).matches()) {
      long seconds = Long.parseLong(head.substring(0, 10));
      return PageDate.of(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }
    for (Pattern form : List.of(NUMBERS, MONTH_FIRST, DAY_FIRST, GERMAN)) {
      Matcher matcher = form.matcher(head);
      if (matcher.find()) {
        boolean number = form == NUMBERS || form == GERMAN;
        String month = number ? matcher.group("m") : String.valueOf(month(matcher.group("mon")));
        return date(matcher, day(matcher.group("y"), month, matcher.group("d")));
      }
    }
    Matcher badge = BADGE.matcher(head);
    if (badge.matches()) {
      return badge.group("d") != null
          ? day(badge.group("y"), badge.group("m"), badge.group("d"))
          : day(badge.group("y2"), badge.group("m2"), badge.group("d2"));
    }
    Matcher slashes = SLASHES.matcher(head);
    if (slashes.find()) {
      return date(slashes, slashed(slashes, order));
    }
    Matcher compact = COMPACT.matcher(head);
    return compact.matches()
        ? day(compact.group("y"), compact.group("m"), compact.group("d"))
        : null;
  }

  /// Whether a text is a day and nothing else, in figures, with the month's name or in Chinese
  /// numerals; its blanks don't count.
  static boolean isDay(String text) {
    String day = text.strip();
    return day.length() <= MAX_DAY
        && (isInNumerals(day)
            || (hasDigitsOfADay(day)
                && Stream.of(NUMBERS, MONTH_FIRST, DAY_FIRST, GERMAN)
                    .map(form -> form.matcher(day))
                    .anyMatch(form -> form.matches() && form.group("h") == null)));
  }

  private static boolean isInNumerals(String day) {
    return day.indexOf('年') >= 0 && NUMERALS.matcher(BLANKS.matcher(day).replaceAll("")).matches();
  }

  /// Whether a text has as many digits as any form of a day in figures: those of the year, and one
  /// more. Most lines have none, and most of the others only a year.
  private static boolean hasDigitsOfADay(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < LEAST_DIGITS; i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits == LEAST_DIGITS;
  }

  private static @Nullable PageDate slashed(Matcher matcher, Order order) {
    int first = Integer.parseInt(matcher.group("a"));
    int second = Integer.parseInt(matcher.group("b"));
    boolean dayFirst = first > 12 || (second <= 12 && order == Order.DAY_FIRST);
    boolean certain = first > 12 || second > 12 || first == second || order != Order.UNKNOWN;
    String day = dayFirst ? matcher.group("a") : matcher.group("b");
    String month = dayFirst ? matcher.group("b") : matcher.group("a");
    return certain ? day(matcher.group("y"), month, day) : null;
  }

  private static @Nullable PageDate day(String year, String month, String day) {
    try {
      return PageDate.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static int month(String name) {
    return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static @Nullable PageDate date(Matcher matcher, @Nullable PageDate day) {
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
    String part = matcher.group("part");
    if (hour > 12 || (half == null && part == null)) {
      return hour;
    }
    boolean afternoon =
        half == null
            ? AFTERNOON.contains(part) || (NOON.equals(part) && hour < 11)
            : half.toLowerCase(Locale.ROOT).startsWith("p");
    return half == null && NOON.equals(part) && !afternoon
        ? hour
        : hour % 12 + (afternoon ? 12 : 0);
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
