package zhai.exchange.note;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The day that a note is of, as people and their programs write it: `2026-01-04`, `2026/1/4`,
/// `2026_01_04` (Logseq), `20260104`, `2026年1月4日`, `January 4th, 2026` (Roam), `4-Jan-2026`.
final class NoteDay {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)((?:19|20|21)\\d\\d)(?:[-_./年] ?(\\d{1,2})[-_./月]"
              + " ?(\\d{1,2})|(\\d\\d)(\\d\\d)(?=\\d{4}(?:\\d\\d)?(?!\\d)|(?!\\d)))(?!\\d{1,3}(?!\\d))");

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b" + MONTH + "[ _.-]{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?[ _-](\\d{4})(?!\\d)");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)(\\d{1,2})[ _-]" + MONTH + "[ _-](\\d{4})(?!\\d)");

  private static final Pattern BESIDE_THE_DAY =
      Pattern.compile(
          "[\\p{P}\\p{S}\\s日T]|(?:周|星期|礼拜)[一二三四五六日天]|(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?");

  private NoteDay() {}

  /// The first day in a value of front matter; what comes behind it (a time, a zone) says nothing
  /// else: it is the day as its writer saw it.
  static Optional<LocalDate> in(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    return YEAR_FIRST
        .matcher(text)
        .results()
        .flatMap(it -> day(it.group(1), month(it), dayOfMonth(it)).stream())
        .findFirst()
        .or(() -> english(text));
  }

  /// The day that a heading is, if it is nothing else: `2026-01-04 周日`.
  static Optional<LocalDate> named(String heading) {
    if (heading.length() > 40) {
      return Optional.empty();
    }
    String rest = heading.toLowerCase(Locale.ROOT);
    for (Pattern form : List.of(YEAR_FIRST, MONTH_FIRST, DAY_FIRST)) {
      rest = form.matcher(rest).replaceFirst("");
    }
    return BESIDE_THE_DAY.matcher(rest).replaceAll("").isEmpty() ? in(heading) : Optional.empty();
  }

  /// The last day in a path: `daily/2026-01-04-title.md`, `2026/01/04.md`, `2026/1-4.md`.
  static Optional<LocalDate> ofPath(String path) {
    String name = path.replaceFirst("\\.[A-Za-z]{1,8}$", "");
    return in(name.substring(name.lastIndexOf('/') + 1)).or(() -> last(name));
  }

  private static Optional<LocalDate> last(String path) {
    return YEAR_FIRST
        .matcher(path)
        .results()
        .flatMap(it -> day(it.group(1), month(it), dayOfMonth(it)).stream())
        .reduce((_, later) -> later);
  }

  private static Optional<LocalDate> english(String text) {
    return MONTH_FIRST
        .matcher(text)
        .results()
        .flatMap(it -> day(it.group(3), number(it.group(1)), it.group(2)).stream())
        .findFirst()
        .or(() ->
            DAY_FIRST
                .matcher(text)
                .results()
                .flatMap(it -> day(it.group(3), number(it.group(2)), it.group(1)).stream())
                .findFirst());
  }

  private static String month(MatchResult found) {
    return found.group(2) == null ? found.group(4) : found.group(2);
  }

  private static String dayOfMonth(MatchResult found) {
    return found.group(3) == null ? found.group(5) : found.group(3);
  }

  private static String number(String month) {
    return String.valueOf(MONTHS.indexOf(month) + 1);
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
