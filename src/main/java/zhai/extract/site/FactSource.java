package zhai.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A SOURCE of the rule language ({@link SiteRules}): where something is looked for, and which part
/// of what stands there is meant.
///
/// @param rule as in the file
/// @param line of the file, from 1
/// @param pick null to take all of it
record FactSource(String rule, int line, Where where, @Nullable Pick pick) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<where>.+?)(?:\\s+@\\s+(?<attribute>[\\w:-]+))?"
              + "(?:\\s+=>\\s+(?<part>.+?)(?:\\s+==>\\s+(?<replacement>.*))?)?");

  /// Characters. Nothing that rules pick out of scripts stands deeper.
  private static final int MAX_SEARCHED = 1_000_000;

  /// In the page's elements or in its data.
  sealed interface Where {
    /// @param attribute null for the text
    record Elements(Selection selection, @Nullable String attribute) implements Where {}

    record Data(DataPath path) implements Where {}
  }

  /// A part of a text.
  ///
  /// @param replacement what is made of the part, as {@link Matcher#replaceAll(String)} has it
  record Pick(Pattern part, String replacement) {
    @Nullable String from(String text) {
      Matcher matcher =
          part.matcher(text.length() > MAX_SEARCHED ? text.substring(0, MAX_SEARCHED) : text);
      if (!matcher.find()) {
        return null;
      }
      var picked = new StringBuilder();
      matcher.appendReplacement(picked, replacement);
      return picked.substring(matcher.start());
    }
  }

  /// @throws IllegalArgumentException if it is not written as a source is
  static FactSource parse(String text, int line) {
    Matcher source = WRITTEN.matcher(text);
    if (!source.matches()) {
      throw new IllegalArgumentException("'%s' is no source".formatted(text));
    }
    String where = source.group("where");
    String attribute = source.group("attribute");
    if (where.startsWith("$") && attribute != null) {
      throw new IllegalArgumentException("data has no attributes: " + text);
    }
    return new FactSource(
        text,
        line,
        where.startsWith("$")
            ? new Where.Data(DataPath.parse(where))
            : new Where.Elements(Selection.parse(where), attribute),
        pick(source.group("part"), source.group("replacement")));
  }

  private static @Nullable Pick pick(@Nullable String part, @Nullable String replacement) {
    if (part == null) {
      return null;
    }
    Pattern pattern = compile(part);
    int groups = pattern.matcher("").groupCount();
    if (replacement == null && groups == 0) {
      throw new IllegalArgumentException(
          "'%s' needs a group (…) around what is meant".formatted(part));
    }
    return new Pick(pattern, replacement == null ? "$1" : checked(replacement, groups));
  }

  /// @throws IllegalArgumentException if it is no regular expression
  static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' is no regular expression: %s".formatted(regex, e.getDescription()), e);
    }
  }

  private static String checked(String replacement, int groups) {
    Matcher group = Pattern.compile("\\$(\\d)").matcher(replacement);
    while (group.find()) {
      if (Integer.parseInt(group.group(1)) > groups) {
        throw new IllegalArgumentException("there is no group %s".formatted(group.group()));
      }
    }
    return replacement;
  }

  /// The names between braces that it uses.
  Set<String> captures() {
    return switch (where) {
      case Where.Elements elements -> Captures.in(elements.selection().text());
      case Where.Data data -> {
        var names = new TreeSet<String>();
        String path = pick == null ? rule : rule.substring(0, rule.indexOf(" =>"));
        names.addAll(Captures.in(path));
        yield names;
      }
    };
  }

  /// The data that it reads; null if it reads elements.
  @Nullable String data() {
    return where instanceof Where.Data data ? data.path().data() : null;
  }

  /// What stands there, in the order of the page; nothing blank.
  Stream<String> values(Scope scope) {
    return written(scope)
        .map(text -> data() == null ? text : plain(text))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /// The same as it is written there, with blanks and entities.
  Stream<String> written(Scope scope) {
    return texts(scope).flatMap(text -> Stream.ofNullable(pick == null ? text : pick.from(text)));
  }

  private Stream<String> texts(Scope scope) {
    return switch (where) {
      case Where.Elements elements ->
          elements.selection().in(scope.root(), scope.captured()).stream()
              .map(element -> text(element, elements.attribute()));
      case Where.Data _ -> nodes(scope).filter(JsonNode::isValueNode).map(FactSource::text);
    };
  }

  private static String text(Element element, @Nullable String attribute) {
    if (attribute != null) {
      return element.attr(attribute);
    }
    return switch (element.normalName()) {
      case "script", "style" -> element.data();
      case "meta" -> element.attr("content");
      default -> element.text();
    };
  }

  /// A number as it is written: times since 1970 come as 1741079411.0, too.
  private static String text(JsonNode value) {
    return value.isFloatingPointNumber() ? value.decimalValue().toPlainString() : value.asText();
  }

  private static String plain(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  /// The values in the data; none for a source in elements.
  Stream<JsonNode> nodes(Scope scope) {
    return switch (where) {
      case Where.Elements _ -> Stream.empty();
      case Where.Data data ->
          data.path().data().equals("post")
              ? data.path().find(scope.item(), scope.captured())
              : data.path().find(scope.data().get(data.path().data(), scope), scope.captured());
    };
  }

  /// The elements; none for a source in data.
  List<Element> elements(Scope scope) {
    return switch (where) {
      case Where.Elements elements -> elements.selection().in(scope.root(), scope.captured());
      case Where.Data _ -> List.of();
    };
  }
}
