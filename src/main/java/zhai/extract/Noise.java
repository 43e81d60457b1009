package zhai.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows what stands around articles by its words; the lists are in `noise.txt`. The names of its
/// elements are {@link NameList}'s.
final class Noise {
  private static final Pattern NO_LETTERS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
  private static final RuleFile RULES = RuleFile.open("noise.txt");
  private static final Pattern LEGAL =
      Pattern.compile(String.join("|", RULES.section("legal")), Pattern.CASE_INSENSITIVE);
  private static final Set<String> HEADINGS = headings();
  private static final Pattern LINES =
      Pattern.compile(String.join("|", RULES.section("lines")), Pattern.CASE_INSENSITIVE);

  private static final Pattern BYLINES =
      Pattern.compile(String.join("|", RULES.section("bylines")), Pattern.CASE_INSENSITIVE);
  private static final Pattern DATES =
      Pattern.compile(String.join("|", RULES.section("dates")), Pattern.CASE_INSENSITIVE);

  private Noise() {}

  private static Set<String> headings() {
    Set<String> headings = new HashSet<>();
    RULES.section("headings").forEach(heading -> headings.add(letters(heading)));
    return headings;
  }

  private static String letters(String text) {
    return NO_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// Whether a line begins a list of other pages.
  static boolean isTailHeading(String line) {
    return line.length() < 60 && HEADINGS.contains(letters(line));
  }

  /// Whether a line is dressing wherever it stands: a share button, a print link.
  static boolean isDressing(String line) {
    return line.length() < 200 && LINES.matcher(line.strip()).matches();
  }

  /// Whether a paragraph is a notice of rights, a licence number or the like.
  static boolean isLegal(String line) {
    return LEGAL.matcher(line).find();
  }

  /// Whether a line names the author, the source or the editor.
  static boolean isByline(String line) {
    return BYLINES.matcher(line).lookingAt();
  }

  /// Whether a line has a date in it.
  static boolean hasDate(String line) {
    return DATES.matcher(line).find();
  }
}
