package zhai.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The keys of one JSON object, read with the type that is expected; whatever is wrong is told with
/// the key's whole path (`entry.marks[3].quote`). A key that is missing and a key that is null are
/// the same; keys that nobody asks for are left alone.
record JsonFields(JsonNode object, String path) {

  /// What a key holds is not what it should hold.
  static final class WrongKey extends Exception {
    private static final long serialVersionUID = 1;

    WrongKey(String path, String complaint) {
      super("\"" + path + "\" " + complaint);
    }
  }

  /// Reads one element of a list.
  @FunctionalInterface
  interface Reading<T> {
    T read(JsonFields fields) throws WrongKey;
  }

  static JsonFields of(JsonNode node, String path) throws WrongKey {
    if (!node.isObject()) {
      throw new WrongKey(path, "should be an object");
    }
    return new JsonFields(node, path);
  }

  boolean has(String key) {
    return object.hasNonNull(key);
  }

  /// The value, or null.
  @Nullable JsonNode value(String key) {
    return has(key) ? object.get(key) : null;
  }

  WrongKey wrong(String key, String complaint) {
    return new WrongKey(pathOf(key), complaint);
  }

  @Nullable String textOrNull(String key) throws WrongKey {
    JsonNode value = value(key);
    if (value != null && !value.isTextual()) {
      throw wrong(key, "should be a string");
    }
    return value == null ? null : value.textValue();
  }

  /// The string, or null where it is blank, too.
  @Nullable String wordsOrNull(String key) throws WrongKey {
    String text = textOrNull(key);
    return text == null || text.isBlank() ? null : text.strip();
  }

  String text(String key) throws WrongKey {
    return required(key, textOrNull(key));
  }

  long number(String key) throws WrongKey {
    JsonNode value = required(key, value(key));
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(key, "should be a whole number");
    }
    return value.longValue();
  }

  int integer(String key) throws WrongKey {
    long number = number(key);
    if (number != (int) number) {
      throw wrong(key, "is too large");
    }
    return (int) number;
  }

  double share(String key) throws WrongKey {
    JsonNode value = required(key, value(key));
    if (!value.isNumber()) {
      throw wrong(key, "should be a number");
    }
    return value.doubleValue();
  }

  /// The value, or false when there is none.
  boolean flag(String key) throws WrongKey {
    JsonNode value = value(key);
    if (value != null && !value.isBoolean()) {
      throw wrong(key, "should be true or false");
    }
    return value != null && value.booleanValue();
  }

  Instant instant(String key) throws WrongKey {
    return required(key, instantOrNull(key));
  }

  @Nullable Instant instantOrNull(String key) throws WrongKey {
    return parsedOrNull(key, Instant::parse, "a time such as 2026-01-04T08:30:00Z");
  }

  <T> T parsed(String key, Function<String, T> parse, String shape) throws WrongKey {
    return required(key, parsedOrNull(key, parse, shape));
  }

  /// Reads a string with a parser that throws when it can't.
  <T> @Nullable T parsedOrNull(String key, Function<String, T> parse, String shape)
      throws WrongKey {
    String text = textOrNull(key);
    try {
      return text == null ? null : parse.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw wrong(key, "should be " + shape);
    }
  }

  JsonFields fields(String key) throws WrongKey {
    return of(required(key, value(key)), pathOf(key));
  }

  /// The elements of a list of objects; none when there is no list.
  <T> List<T> list(String key, Reading<T> reading) throws WrongKey {
    List<T> read = new ArrayList<>();
    List<JsonNode> elements = elements(key);
    for (int i = 0; i < elements.size(); i++) {
      read.add(reading.read(of(elements.get(i), pathOf(key) + "[" + i + "]")));
    }
    return read;
  }

  List<String> texts(String key) throws WrongKey {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      if (!element.isTextual()) {
        throw wrong(key, "should be a list of strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /// The elements of a list; none when there is no list.
  List<JsonNode> elements(String key) throws WrongKey {
    JsonNode value = value(key);
    if (value != null && !value.isArray()) {
      throw wrong(key, "should be a list");
    }
    List<JsonNode> elements = new ArrayList<>();
    if (value != null) {
      value.forEach(elements::add);
    }
    return elements;
  }

  private <T> T required(String key, @Nullable T value) throws WrongKey {
    if (value == null) {
      throw wrong(key, "is missing");
    }
    return value;
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
