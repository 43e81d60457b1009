package zhai.url;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Where a rule holds: a pattern of host, path and parameters, as the head of `canonical.rules`
/// describes it.
///
/// | pattern | matches |
/// |---|---|
/// | `*` | every address |
/// | `zhihu.com` | any path of that host |
/// | `*.csdn.net/link` | `/link` on that host and all hosts below it |
/// | `zhihu.com/question/{q}/**` | a question and everything below it; `q` is one path segment |
/// | `x.org/{id:[0-9]+}.pdf` | a part of a segment, by a regular expression |
/// | `youtube.com/watch?v={v}` | needs the parameter `v` |
///
/// Trailing slashes of the path don't matter, nor does `www.`: addresses come here without it.
final class Place {
  private static final Pattern CAPTURE =
      Pattern.compile("\\{([a-z][a-z0-9]*)(\\*\\*|:((?:[^{}]++|\\{[^{}]*\\})++))?\\}");
  private static final Pattern HOST =
      Pattern.compile("\\*|(?:\\*\\.)?[a-z0-9-]++(?:\\.[a-z0-9-]++)*+");

  private final String hostEnd;
  private final Pattern host;
  private final @Nullable Pattern path;
  private final List<Condition> conditions;
  private final List<String> parameters;
  private final Set<String> captures = new HashSet<>();

  private record Condition(String parameter, @Nullable Pattern value) {}

  private Place(String pattern) {
    int question = outsideBraces(pattern, '?');
    String hostAndPath = question < 0 ? pattern : pattern.substring(0, question);
    int slash = outsideBraces(hostAndPath, '/');
    String hostPart = slash < 0 ? hostAndPath : hostAndPath.substring(0, slash);
    checkHost(hostPart);
    this.hostEnd = literalEnd(hostPart);
    this.host = compileHost(hostPart);
    this.path = slash < 0 ? null : compilePath(hostAndPath.substring(slash));
    this.conditions = question < 0 ? List.of() : compileConditions(pattern.substring(question + 1));
    this.parameters = conditions.stream().map(Condition::parameter).toList();
  }

  /// @throws IllegalArgumentException with a sentence that says what is wrong with the pattern
  static Place parse(String pattern) {
    try {
      return new Place(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' holds a broken regular expression: %s".formatted(pattern, e.getDescription()), e);
    }
  }

  /// The names between braces.
  Set<String> captures() {
    return captures;
  }

  /// The parameters that the pattern names.
  List<String> parameters() {
    return parameters;
  }

  boolean matches(Address address) {
    return match(address) != null;
  }

  /// The captured texts by name, encoded as in a path wherever they stood, or null if the address
  /// is elsewhere.
  @Nullable Map<String, String> match(Address address) {
    if (!address.host().endsWith(hostEnd)) {
      return null;
    }
    Matcher inHost = host.matcher(address.host());
    Matcher inPath = path == null ? null : path.matcher(address.path());
    if (!inHost.matches() || (inPath != null && !inPath.matches())) {
      return null;
    }
    var found = new HashMap<String, String>();
    collect(inHost, found);
    if (inPath != null) {
      collect(inPath, found);
    }
    return conditions.stream().allMatch(c -> holds(c, address, found)) ? found : null;
  }

  private static boolean holds(Condition condition, Address address, Map<String, String> found) {
    if (address.query().stream().noneMatch(p -> p.name().equals(condition.parameter()))) {
      return false;
    }
    if (condition.value() == null) {
      return true;
    }
    String value = address.valueOf(condition.parameter());
    var inValue = new HashMap<String, String>();
    Matcher matcher = value == null ? null : condition.value().matcher(value);
    if (matcher == null || !matcher.matches()) {
      return false;
    }
    collect(matcher, inValue);
    inValue.forEach((name, text) -> found.put(name, spelledAsInPath(text)));
    return true;
  }

  /// A plus sign is a space in a query only, and a question mark stands plain in a query only.
  private static String spelledAsInPath(String value) {
    return value.replace("+", "%20").replace("?", "%3F");
  }

  private static void collect(Matcher matched, Map<String, String> found) {
    matched.namedGroups().forEach((name, group) -> found.put(name, matched.group(group)));
  }

  private static int outsideBraces(String pattern, char wanted) {
    int depth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == wanted && depth == 0) {
        return i;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return -1;
  }

  private static void checkHost(String host) {
    if (host.startsWith("http:") || host.startsWith("https:")) {
      throw new IllegalArgumentException("a place begins with the host: leave out 'http://'");
    }
    if (host.startsWith("www.")) {
      throw new IllegalArgumentException(
          "leave out 'www.': places match with and without it, and a 'www' line says how to write"
              + " it");
    }
    if (!HOST.matcher(CAPTURE.matcher(host).replaceAll("x")).matches()) {
      throw new IllegalArgumentException("'%s' is not a host, '*' or '*.host'".formatted(host));
    }
  }

  private static String literalEnd(String host) {
    String below = host.startsWith("*.") ? host.substring(2) : host;
    return below.substring(Math.max(below.lastIndexOf('}'), below.lastIndexOf('*')) + 1);
  }

  private Pattern compileHost(String host) {
    if (host.equals("*")) {
      return Pattern.compile(".*");
    }
    return host.startsWith("*.")
        ? Pattern.compile("(?:.+\\.)?" + compile(host.substring(2), "[^.]+"))
        : Pattern.compile(compile(host, "[^.]+"));
  }

  private Pattern compilePath(String path) {
    if (path.endsWith("/**")) {
      return Pattern.compile(compile(path.substring(0, path.length() - 3), "[^/]+") + "(?:/.*)?");
    }
    return Pattern.compile(compile(path.replaceFirst("/$", ""), "[^/]+") + "/*");
  }

  private List<Condition> compileConditions(String query) {
    var found = new ArrayList<Condition>();
    for (Parameter wanted : Parameter.listOf(query)) {
      Pattern value =
          wanted.value() == null ? null : Pattern.compile(compile(wanted.value(), ".+"));
      found.add(new Condition(wanted.name(), value));
    }
    return List.copyOf(found);
  }

  /// Literal text and captures to a regular expression.
  ///
  /// @param piece what a capture without its own expression matches
  private String compile(String pattern, String piece) {
    var regex = new StringBuilder();
    Matcher capture = CAPTURE.matcher(pattern);
    int end = 0;
    while (capture.find()) {
      regex.append(literal(pattern.substring(end, capture.start())));
      String name = capture.group(1);
      if (!captures.add(name)) {
        throw new IllegalArgumentException("'{%s}' stands twice in the place".formatted(name));
      }
      String own = capture.group(3);
      String any = capture.group(2) == null ? piece : ".+";
      regex.append("(?<%s>%s)".formatted(name, own == null ? any : own));
      end = capture.end();
    }
    return regex.append(literal(pattern.substring(end))).toString();
  }

  private static String literal(String text) {
    if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
      throw new IllegalArgumentException(
          "the braces in '%s' are not of the form {name}".formatted(text));
    }
    if (text.indexOf('*') >= 0) {
      throw new IllegalArgumentException(
          "'*' in '%s': only a leading '*.', a final '/**' or {name**} may stand for anything"
              .formatted(text));
    }
    return text.isEmpty() ? "" : Pattern.quote(text);
  }
}
