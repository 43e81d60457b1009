package zhai.extract.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The variables that a WeChat page sets in its scripts, in the shapes of several years: `var ct =
/// "1581517074"`, `var msg_title = '…'.html(false)`, `var nickname = htmlDecode("…")`, `window.ct =
/// '…'`, `desc: JsDecode('…')`.
record WeixinScript(String source) {
  private static final String STRING =
      "(?:\\w+\\()?(?:\"((?:[^\"\\\\\n]++|\\\\.)*+)\"|'((?:[^'\\\\\n]++|\\\\.)*+)')";

  private static final Pattern SET =
      Pattern.compile("\\s*=\\s*(?:\"\"\\s*+\\|\\|\\s*+)*+" + STRING);
  private static final Pattern MEMBER = Pattern.compile("\\s*:\\s*" + STRING);
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
    return places(name)
        .filter(this::isVariable)
        .boxed()
        .flatMap(at -> after(at, name, SET))
        .findFirst();
  }

  /// All values of an object's member of that name.
  List<String> members(String name) {
    return places(name)
        .filter(this::isWord)
        .boxed()
        .flatMap(at -> after(at, name, MEMBER))
        .toList();
  }

  /// Where the name stands: scripts have megabytes, and few names.
  private IntStream places(String name) {
    return IntStream.iterate(
        source.indexOf(name), at -> at >= 0, at -> source.indexOf(name, at + name.length()));
  }

  /// Whether `var` and a blank, or `window.`, stands before a place.
  private boolean isVariable(int place) {
    int end = place;
    while (end > 0 && Character.isWhitespace(source.charAt(end - 1))) {
      end--;
    }
    return end < place
        ? source.startsWith("var", end - 3)
        : source.startsWith("window.", place - 7);
  }

  private boolean isWord(int place) {
    char before = place == 0 ? ' ' : source.charAt(place - 1);
    return !Character.isLetterOrDigit(before) && before != '_';
  }

  private Stream<String> after(int place, String name, Pattern value) {
    Matcher found = value.matcher(source).region(place + name.length(), source.length());
    return found.lookingAt()
        ? Stream.of(decode(found.group(1) == null ? found.group(2) : found.group(1)))
            .filter(text -> !text.isBlank())
        : Stream.empty();
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
