package zhai.extract.site;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `{name}` in a rule: what the pattern of the page's address found under that name.
final class Captures {
  private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9]*)\\}");

  private Captures() {}

  /// The names that a text uses.
  static Set<String> in(String text) {
    var names = new TreeSet<String>();
    NAME.matcher(text).results().forEach(result -> names.add(result.group(1)));
    return names;
  }

  /// The text with the names replaced; a name that was not found stands for nothing.
  static String fill(String text, Map<String, String> captured) {
    return text.indexOf('{') < 0
        ? text
        : NAME.matcher(text)
            .replaceAll(name -> Matcher.quoteReplacement(captured.getOrDefault(name.group(1), "")));
  }

  /// Whether all names of the text were found, and hold only what may stand in a selector.
  static boolean known(String text, Map<String, String> captured) {
    return in(text).stream().allMatch(name -> captured.getOrDefault(name, "").matches("[\\w.~-]+"));
  }
}
