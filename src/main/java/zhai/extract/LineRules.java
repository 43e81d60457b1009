package zhai.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Regular expressions that are held against every short line of a page, whatever the case of its
/// letters. Nearly all lines have nothing of any of them: that is seen by the {@link Sign} of each,
/// and costs a tenth of holding the expression against the line.
final class LineRules {
  private record Rule(Pattern pattern, Sign sign) {
    static Rule of(String expression) {
      return new Rule(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), Sign.of(expression));
    }

    /// Whether a line can begin with it that begins with that character: whether the character
    /// alone is one, or lacks only what may come after it.
    @SuppressWarnings("JdkObsolete") // More input is just what is asked about.
    boolean mayBegin(char first) {
      Matcher matcher = pattern.matcher(String.valueOf(first));
      return matcher.lookingAt() || matcher.hitEnd();
    }
  }

  /// A line, and the same in lower case, in which signs are looked for.
  record Line(String text, String lower) {
    static Line of(String text) {
      return new Line(text, text.toLowerCase(Locale.ROOT));
    }
  }

  private final List<Rule> rules;

  /// Those that a line with that first character may begin with. They are few.
  private final Map<Character, List<Rule>> byBeginning = new ConcurrentHashMap<>();

  private LineRules(List<Rule> rules) {
    this.rules = rules;
  }

  static LineRules of(List<String> expressions) {
    return new LineRules(expressions.stream().map(Rule::of).toList());
  }

  /// Whether one of them is found in the line.
  boolean findIn(Line line) {
    return any(rules, line, Matcher::find);
  }

  /// Whether the line begins with one of them.
  boolean begin(Line line) {
    return any(beginning(line.text), line, Matcher::lookingAt);
  }

  /// Whether one of them is the whole line.
  boolean are(Line line) {
    return any(beginning(line.text), line, Matcher::matches);
  }

  private static boolean any(List<Rule> rules, Line line, Predicate<Matcher> fits) {
    for (Rule rule : rules) {
      if (rule.sign.isIn(line.lower) && fits.test(rule.pattern.matcher(line.text))) {
        return true;
      }
    }
    return false;
  }

  private List<Rule> beginning(String text) {
    return text.isEmpty()
        ? rules
        : byBeginning.computeIfAbsent(
            text.charAt(0), first -> rules.stream().filter(rule -> rule.mayBegin(first)).toList());
  }
}
