package zhai.extract.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The variables that a WeChat page sets in its scripts, in the shapes of several years: `var ct =
/// "1581517074"`, `var msg_title = '…'.html(false)`, `var nickname = htmlDecode("…")`, `window.ct =
/// '…'`, `desc: JsDecode('…')`.
record WeixinScript(String source) {
  private static final String STRING =
      "(?:\\w+\\()?(?:\"((?:[^\"\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\n]|\\\\.)*)')";
  private static final Pattern CODE_POINT =
      Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))");

  static WeixinScript of(Document document) {
    return new WeixinScript(
        document.select("script:not([src])").stream()
            .map(Element::data)
            .collect(Collectors.joining("\n")));
  }

  /// The first value of the variable that is not empty, with its escapes and entities resolved.
  Optional<String> variable(String name) {
    return strings("(?:var\\s+|window\\.)" + name + "\\s*=\\s*(?:\"\"\\s*\\|\\|\\s*)*").stream()
        .findFirst();
  }

  /// All values of an object's member of that name.
  List<String> members(String name) {
    return strings("\\b" + name + "\\s*:\\s*");
  }

  private List<String> strings(String before) {
    Matcher found = Pattern.compile(before + STRING).matcher(source);
    return found
        .results()
        .map(result -> result.group(1) == null ? result.group(2) : result.group(1))
        .map(WeixinScript::decode)
        .filter(value -> !value.isBlank())
        .toList();
  }

  /// Escapes as JavaScript has them, then entities, once.
  static String decode(String literal) {
    String unescaped =
        CODE_POINT
            .matcher(literal)
            .replaceAll(escape ->
                Matcher.quoteReplacement(
                    character(escape.group(1), escape.group(2), escape.group(3))));
    return Parser.unescapeEntities(unescaped, false).strip();
  }

  private static String character(String two, String four, String other) {
    if (other == null) {
      return Character.toString(Integer.parseInt(two == null ? four : two, 16));
    }
    return switch (other) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "";
      default -> other;
    };
  }
}
