package zhai.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.JsonText;

/// The JSON object that asks for a change, read strictly: what is misspelt or of another kind is
/// said to be so, and changes nothing.
record Body(JsonNode json) {

  /// @param keys that it may have
  static Body of(Asked asked, Set<String> keys) {
    JsonNode json;
    try {
      json = JsonText.parse(new String(asked.body().toArray(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException _) {
      throw new HttpFailure(400, "the body is no JSON");
    }
    return of(json, keys);
  }

  private static Body of(@Nullable JsonNode json, Set<String> keys) {
    if (json == null || !json.isObject()) {
      throw new HttpFailure(400, "a JSON object is expected");
    }
    json.fieldNames()
        .forEachRemaining(name -> {
          if (!keys.contains(name)) {
            throw new HttpFailure(400, "there is no “%s” here".formatted(name));
          }
        });
    return new Body(json);
  }

  /// A text; null if it is absent or null.
  @Nullable String text(String key) {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new HttpFailure(400, "“%s” is a text".formatted(key));
    }
    return value.textValue();
  }

  /// A text that has to be there.
  String needed(String key) {
    String text = text(key);
    if (text == null || text.isBlank()) {
      throw new HttpFailure(400, "“%s” is missing".formatted(key));
    }
    return text;
  }

  /// True or false; null if it is absent or null.
  @Nullable Boolean flag(String key) {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isBoolean()) {
      throw new HttpFailure(400, "“%s” is true or false".formatted(key));
    }
    return value.booleanValue();
  }

  /// Texts; none if the key is absent or null.
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(key)) {
      if (!value.isTextual()) {
        throw new HttpFailure(400, "“%s” holds texts".formatted(key));
      }
      texts.add(value.textValue());
    }
    return texts;
  }

  /// Objects; none if the key is absent or null.
  ///
  /// @param keys that each may have
  List<Body> objects(String key, Set<String> keys) {
    List<Body> objects = new ArrayList<>();
    for (JsonNode value : array(key)) {
      objects.add(of(value, keys));
    }
    return objects;
  }

  private JsonNode array(String key) {
    JsonNode value = json.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      throw new HttpFailure(400, "“%s” is a list".formatted(key));
    }
    return value;
  }
}
