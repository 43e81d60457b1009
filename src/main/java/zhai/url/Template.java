package zhai.url;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The right side of a `rewrite` line: host, path and parameters with `{name}` for what the place
/// captured. Without a path, the address keeps its own.
///
/// @param path null to keep the path
record Template(String host, @Nullable String path, List<Parameter> parameters) {
  private static final Pattern SHAPE = Pattern.compile("([^/?]+)(/[^?]*)?(?:\\?(.+))?");
  private static final Pattern CAPTURE = Pattern.compile("\\{([^{}]*)\\}");

  /// @throws IllegalArgumentException with a sentence that says what is wrong
  static Template parse(String text, Set<String> captures) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches() || text.contains("://")) {
      throw new IllegalArgumentException("'%s' is not host, path and parameters".formatted(text));
    }
    if (shape.group(1).startsWith("www.")) {
      throw new IllegalArgumentException("leave out 'www.': a 'www' line says how to write it");
    }
    for (MatchResult used : CAPTURE.matcher(text).results().toList()) {
      if (!captures.contains(used.group(1))) {
        throw new IllegalArgumentException(
            "'{%s}' is used, but the place doesn't capture it".formatted(used.group(1)));
      }
    }
    return new Template(shape.group(1), shape.group(2), Parameter.listOf(shape.group(3)));
  }

  /// The address moved here, or null if there is no such address: what was captured may be no host.
  ///
  /// @param captured encoded as in a path
  /// @param consumed the parameters that the place asked for, and that go
  @Nullable Address fill(Address address, Map<String, String> captured, List<String> consumed) {
    var query = new ArrayList<Parameter>();
    var replaced = new HashSet<String>(consumed);
    for (Parameter parameter : parameters) {
      String value = parameter.value();
      query.add(new Parameter(parameter.name(), value == null ? null : inQuery(value, captured)));
      replaced.add(parameter.name());
    }
    address.query().stream().filter(p -> !replaced.contains(p.name())).forEach(query::add);
    Address moved = address.withHost(fill(host, captured)).withQuery(List.copyOf(query));
    Address written = path == null ? moved : moved.withPath(fill(path, captured));
    @Nullable HttpUrl read = GivenText.parseTarget(written.toString());
    return read == null ? null : Address.of(read).plain();
  }

  /// What separates parameters, and stands plain in a path, is encoded.
  private static String inQuery(String template, Map<String, String> captured) {
    var encoded = new HashMap<String, String>();
    captured.forEach(
        (name, text) -> encoded.put(name, text.replace("&", "%26").replace("+", "%2B")));
    return fill(template, encoded);
  }

  private static String fill(String template, Map<String, String> captured) {
    return CAPTURE
        .matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(captured.getOrDefault(m.group(1), "")));
  }
}
