package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// A CSS selector that is held against whole pages. Most selectors find nothing on most pages, and
/// {@link PageIndex} sees that by a name that each of the selector's alternatives needs.
///
/// @param alternatives what stood between its commas
public record PageSelector(List<Alternative> alternatives) {
  private static final Pattern GROUPED = Pattern.compile("\\[[^\\[\\]]*\\]|\\([^()]*\\)");

  /// What begins with an attribute that it has to have.
  private static final Pattern ATTRIBUTE = Pattern.compile("\\[([\\w-]+)(?:\\]|[~^$*]?=).*");

  /// What a selector has left of quotes and escapes; then it is not taken apart.
  private static final Pattern UNPLAIN = Pattern.compile("[\\[\\]()\"'\\\\]");

  /// What relates one element to another.
  private static final Pattern COMBINATORS = Pattern.compile("[ >+~]+");

  /// The names that a compound of simple selectors can have, the rarest first.
  private static final List<Pattern> NAMES =
      List.of(
          Pattern.compile("#[\\w-]+"),
          Pattern.compile("\\.[\\w-]+"),
          Pattern.compile("^[\\w-]++(?!\\|)"));

  /// @param key the name of what it finds: a tag, `#id`, `.class`, `[attribute]`; null if it has
  ///   none
  /// @param around the names of other elements without which it finds nothing
  record Alternative(@Nullable String key, List<String> around, Evaluator evaluator) {
    static Alternative parse(String text) {
      Evaluator evaluator = QueryParser.parse(text);
      String plain = ungrouped(text);
      if (UNPLAIN.matcher(plain).find()) {
        return new Alternative(null, List.of(), evaluator);
      }
      List<String> compounds = List.of(COMBINATORS.split(plain, -1));
      String own = name(compounds.getLast());
      List<String> around =
          compounds.subList(0, compounds.size() - 1).stream()
              .map(Alternative::name)
              .filter(Objects::nonNull)
              .toList();
      return new Alternative(own == null ? attribute(last(text)) : own, around, evaluator);
    }

    /// Without brackets and parentheses, which may speak of other elements.
    private static String ungrouped(String text) {
      String rest = text;
      String shorter = GROUPED.matcher(rest).replaceAll("");
      while (!shorter.equals(rest)) {
        rest = shorter;
        shorter = GROUPED.matcher(rest).replaceAll("");
      }
      return rest;
    }

    private static @Nullable String name(String compound) {
      for (Pattern pattern : NAMES) {
        Matcher name = pattern.matcher(compound);
        if (name.find()) {
          return name.group().startsWith("#")
              ? name.group()
              : name.group().toLowerCase(Locale.ROOT);
        }
      }
      return null;
    }

    /// What is said of the element itself, not of those before and around it.
    private static String last(String text) {
      int depth = 0;
      int begin = text.length();
      while (begin > 0 && (depth > 0 || " >+~".indexOf(text.charAt(begin - 1)) < 0)) {
        begin--;
        depth += "])".indexOf(text.charAt(begin)) >= 0 ? 1 : 0;
        depth -= "[(".indexOf(text.charAt(begin)) >= 0 ? 1 : 0;
      }
      return text.substring(begin);
    }

    private static @Nullable String attribute(String compound) {
      Matcher attribute = ATTRIBUTE.matcher(compound);
      return attribute.matches() ? '[' + attribute.group(1).toLowerCase(Locale.ROOT) + ']' : null;
    }

    boolean finds(Element element) {
      return element.is(evaluator);
    }
  }

  /// @throws IllegalStateException if it is no selector
  public static PageSelector parse(String text) {
    return new PageSelector(alternatives(text).stream().map(Alternative::parse).toList());
  }

  private static List<String> alternatives(String text) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "[(".indexOf(c) >= 0 ? 1 : "])".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        found.add(text.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    found.add(text.substring(begin).strip());
    return found;
  }
}
