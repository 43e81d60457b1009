package zhai.extract.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A place where a site states a fact; how it is written is described at {@link RuleReader}.
///
/// @param attribute null to read an element's text or a script's source
/// @param part which part of it is the fact; null for all of it
/// @param replacement what is made of the part, as {@link Matcher#replaceAll(String)} has it
record FactPlace(
    String selector, @Nullable String attribute, @Nullable Pattern part, String replacement) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<selector>.+?)(?:\\s+@\\s+(?<attribute>[\\w-]+))?"
              + "(?:\\s+=>\\s+(?<part>.+?)(?:\\s+==>\\s+(?<replacement>.+))?)?");

  /// @throws IllegalArgumentException if it is not written as a place is
  static FactPlace parse(String text) {
    Matcher place = WRITTEN.matcher(text);
    if (!place.matches()) {
      throw new IllegalArgumentException("not a place for a fact: " + text);
    }
    String part = place.group("part");
    String replacement = place.group("replacement");
    return new FactPlace(
        place.group("selector"),
        place.group("attribute"),
        part == null ? null : Pattern.compile(part),
        replacement == null ? "$1" : replacement);
  }

  /// What stands there, in the order of the page; nothing blank.
  Stream<String> read(Document document) {
    return document.select(selector).stream()
        .map(this::value)
        .flatMap(value -> Stream.ofNullable(pick(value)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private String value(Element element) {
    if (attribute != null) {
      return element.attr(attribute);
    }
    return element.normalName().equals("script") ? element.data() : element.text();
  }

  private @Nullable String pick(String value) {
    if (part == null) {
      return value;
    }
    Matcher matcher = part.matcher(value);
    if (!matcher.find()) {
      return null;
    }
    var picked = new StringBuilder();
    matcher.appendReplacement(picked, replacement);
    return picked.substring(matcher.start());
  }
}
