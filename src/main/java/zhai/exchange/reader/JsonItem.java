package zhai.exchange.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Times;

/// One object in another program's JSON. A key that is missing, null, blank or of another kind than
/// expected is the same: absent. Numbers are read as their text.
///
/// @param node an object, or anything else: then all is absent
record JsonItem(JsonNode node) {
  // What a label can be called where it is an object.
  private static final List<String> LABELS = List.of("name", "label", "title");

  /// The words under the first of these keys that has some, without white space around them.
  @Nullable String words(String... keys) {
    for (String key : keys) {
      JsonNode value = node.path(key);
      if (value.isTextual() && !value.textValue().isBlank()) {
        return value.textValue().strip();
      }
    }
    return null;
  }

  /// Whether it says `true`, `1` or `"yes"`.
  boolean says(String key) {
    JsonNode value = node.path(key);
    String text = value.isTextual() ? value.textValue() : "";
    return value.booleanValue()
        || text.equals("1")
        || text.equalsIgnoreCase("true")
        || text.equalsIgnoreCase("yes");
  }

  @Nullable Instant time(String... keys) {
    return Stream.of(keys)
        .map(key -> Times.parse(words(key)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  JsonItem item(String key) {
    return new JsonItem(node.path(key));
  }

  /// The objects of a list; none if there is no list.
  List<JsonItem> items(String key) {
    List<JsonItem> items = new ArrayList<>();
    if (node.path(key).isArray()) {
      node.path(key).forEach(element -> items.add(new JsonItem(element)));
    }
    return items;
  }

  /// The labels of a list of strings or of objects with a name.
  Stream<String> labels(String key) {
    return items(key).stream()
        .map(it ->
            it.node.isTextual() ? it.node.textValue() : it.words(LABELS.toArray(String[]::new)))
        .filter(Objects::nonNull);
  }
}
