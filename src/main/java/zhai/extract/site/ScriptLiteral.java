package zhai.extract.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A literal of JavaScript → JSON, as far as data needs it: strings keep their text, keys get
/// quotes, `undefined`, `void 0` and `new Date(…)` become null, `!0` is true, and names stand for
/// what a function around the literal is called with: `(function(a,b){return {x:a}}("y",null))`.
/// One walk over the text; what is not understood comes out as it is, and is no JSON then.
final class ScriptLiteral {
  private static final Pattern FUNCTION =
      Pattern.compile("\\s*\\(\\s*function\\s*\\(([\\w$,\\s]*)\\)\\s*\\{");
  private static final Pattern CALLED = Pattern.compile("[;\\s]*\\}\\s*\\)?\\s*\\(");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final Pattern NOTHING =
      Pattern.compile("(?:void 0|new \\w+\\([^()]{0,200}\\)|undefined\\b)");

  private final String source;
  private final Map<String, String> names;
  private final StringBuilder json = new StringBuilder();
  private int at;

  private ScriptLiteral(String source, int at, Map<String, String> names) {
    this.source = source;
    this.at = at;
    this.names = names;
  }

  /// From the first bracket, or the called function, to the bracket that closes it.
  static String toJson(String source) {
    Matcher function = FUNCTION.matcher(source);
    if (function.lookingAt()) {
      return called(source, function);
    }
    return new ScriptLiteral(source, bracket(source, 0), Map.of()).convert();
  }

  private static String called(String source, Matcher function) {
    int begin = source.indexOf("return", function.end());
    if (begin < 0) {
      return "";
    }
    int body = bracket(source, begin);
    ScriptLiteral walk = new ScriptLiteral(source, body, Map.of());
    walk.convert();
    Matcher call = CALLED.matcher(source).region(walk.at, source.length());
    if (!call.lookingAt()) {
      return "";
    }
    List<String> values = arguments(source, call.end());
    String[] parameters = function.group(1).split("\\s*,\\s*");
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < Math.min(parameters.length, values.size()); i++) {
      names.put(parameters[i].strip(), values.get(i));
    }
    return new ScriptLiteral(source, body, names).convert();
  }

  private static List<String> arguments(String source, int begin) {
    List<String> values = new ArrayList<>();
    ScriptLiteral walk = new ScriptLiteral(source, begin, Map.of());
    while (walk.at < source.length() && source.charAt(walk.at) != ')') {
      walk.json.setLength(0);
      walk.value();
      values.add(walk.json.toString().strip());
      if (walk.at < source.length() && source.charAt(walk.at) == ',') {
        walk.at++;
      }
    }
    return values;
  }

  /// One argument, up to the comma or bracket after it.
  private void value() {
    while (at < source.length() && ",)".indexOf(source.charAt(at)) < 0) {
      if ("[{".indexOf(source.charAt(at)) >= 0) {
        convert();
      } else {
        step();
      }
    }
  }

  private static int bracket(String source, int from) {
    int i = from;
    while (i < source.length() && "[{".indexOf(source.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private String convert() {
    int depth = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      depth += "[{".indexOf(c) >= 0 ? 1 : "]}".indexOf(c) >= 0 ? -1 : 0;
      step();
      if (depth == 0) {
        break;
      }
    }
    return json.toString();
  }

  private void step() {
    char c = source.charAt(at);
    if (c == '"' || c == '\'' || c == '`') {
      string(c);
    } else if (c == '!' && at + 1 < source.length()) {
      json.append(source.charAt(at + 1) == '0');
      at += 2;
    } else if (Character.isDigit(c)) {
      number();
    } else if (Character.isJavaIdentifierStart(c)) {
      word();
    } else {
      json.append(c == '.' ? "0." : String.valueOf(c));
      at++;
    }
  }

  private void number() {
    while (at < source.length()
        && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '.')) {
      json.append(source.charAt(at++));
    }
  }

  private void string(char quote) {
    json.append('"');
    at++;
    while (at < source.length() && source.charAt(at) != quote) {
      char c = source.charAt(at++);
      if (c == '\\' && at < source.length()) {
        escape(source.charAt(at++));
      } else if (c == '"') {
        json.append("\\\"");
      } else {
        json.append(c);
      }
    }
    json.append('"');
    at++;
  }

  private void escape(char c) {
    if (c == 'x' && at + 2 <= source.length()) {
      json.append("\\u00").append(source, at, at + 2);
      at += 2;
    } else if ("\"\\/bfnrtu".indexOf(c) >= 0) {
      json.append('\\').append(c);
    } else {
      json.append(c);
    }
  }

  private void word() {
    Matcher nothing = NOTHING.matcher(source).region(at, source.length());
    Matcher name = NAME.matcher(source).region(at, source.length());
    if (nothing.lookingAt()) {
      json.append("null");
      at = nothing.end();
    } else if (name.lookingAt()) {
      at = name.end();
      json.append(isKey() ? '"' + name.group() + '"' : value(name.group()));
    } else {
      at++;
    }
  }

  private boolean isKey() {
    int next = at;
    while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
      next++;
    }
    return next < source.length() && source.charAt(next) == ':';
  }

  private String value(String name) {
    return switch (name) {
      case "true", "false", "null" -> name;
      default -> names.getOrDefault(name, "null");
    };
  }
}
