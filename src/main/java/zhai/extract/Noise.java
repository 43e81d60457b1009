package zhai.extract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Knows what stands around articles by the names of its elements and the words of its headings;
/// the lists are in `noise.txt`.
final class Noise {
  private static final Pattern WORD_ENDS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])");
  private static final Pattern NO_LETTERS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
  private static final RuleFile RULES = RuleFile.open("noise.txt");
  private static final Evaluator TAGS = QueryParser.parse(String.join(", ", RULES.section("tags")));
  private static final Set<String> NAMES = words(RULES.section("names"));
  private static final Set<String> TALK = words(RULES.section("talk"));
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

  private static Set<String> words(List<String> lines) {
    Set<String> words = new HashSet<>();
    lines.forEach(line -> words.addAll(List.of(line.split("\\s+"))));
    return words;
  }

  private static Set<String> headings() {
    Set<String> headings = new HashSet<>();
    RULES.section("headings").forEach(heading -> headings.add(letters(heading)));
    return headings;
  }

  private static String letters(String text) {
    return NO_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// Whether the element's tag, role, class or id says that it is not the article.
  static boolean isNoise(Element element) {
    return element.is(TAGS) || hasWord(element, NAMES);
  }

  /// Whether the element's class or id says that other people speak in it.
  static boolean isTalk(Element element) {
    return hasWord(element, TALK);
  }

  private static boolean hasWord(Element element, Collection<String> names) {
    return namesOf(element.id(), names) || namesOf(element.className(), names);
  }

  private static boolean namesOf(String attribute, Collection<String> names) {
    if (attribute.isEmpty() || attribute.length() > 500) {
      return false;
    }
    for (String name : attribute.split("\\s+", -1)) {
      if (names.contains(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
      for (String word : WORD_ENDS.split(name, -1)) {
        if (names.contains(word.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
    }
    return false;
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
