package zhai.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// As much of JSON Schema as `openapi.json` uses: says what about a value is not as the schema
/// says. A keyword that it does not know is a mistake of the schema's.
record JsonSchema(JsonNode document) {
  private static final Set<String> SAYS_NOTHING =
      Set.of("description", "default", "contentMediaType", "minimum", "maximum");

  /// @return a line for each fault; empty if there is none
  List<String> faults(JsonNode schema, JsonNode value) {
    Look look = new Look(this, new ArrayList<>());
    look.check(schema, value, "");
    return look.faults;
  }

  /// One look at one value.
  private record Look(JsonSchema schemas, List<String> faults) {
    void check(JsonNode schema, JsonNode value, String at) {
      List<String> keywords = new ArrayList<>();
      schema.fieldNames().forEachRemaining(keywords::add);
      for (String keyword : keywords) {
        if (!holds(schema, keyword, value, at)) {
          faults.add("%s: %s is not %s %s".formatted(at, value, keyword, schema.get(keyword)));
        }
      }
    }

    private boolean holds(JsonNode schema, String keyword, JsonNode value, String at) {
      JsonNode wanted = schema.get(keyword);
      switch (keyword) {
        case "$ref" -> check(schemas.document.at(wanted.textValue().substring(1)), value, at);
        case "items" -> value.forEach(it -> check(wanted, it, at + "/*"));
        case "properties" ->
            wanted
                .fieldNames()
                .forEachRemaining(name -> {
                  if (value.has(name)) {
                    check(wanted.get(name), value.get(name), at + "/" + name);
                  }
                });
        default -> {
          return SAYS_NOTHING.contains(keyword) || schemas.is(schema, keyword, value);
        }
      }
      return true;
    }
  }

  private boolean is(JsonNode schema, String keyword, JsonNode value) {
    JsonNode wanted = schema.get(keyword);
    return switch (keyword) {
      case "type" ->
          wanted.isArray() ? has(wanted, type(value)) : type(value).equals(wanted.textValue());
      case "enum" -> has(wanted, value.isNull() ? null : value.textValue());
      case "required" -> all(wanted).stream().allMatch(it -> value.has(it.textValue()));
      case "additionalProperties" -> {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        yield wanted.booleanValue() || names.stream().allMatch(schema.path("properties")::has);
      }
      case "anyOf" -> all(wanted).stream().anyMatch(one -> faults(one, value).isEmpty());
      case "minItems" -> value.size() >= wanted.intValue();
      case "maxItems" -> value.size() <= wanted.intValue();
      default -> throw new IllegalArgumentException("the test does not know " + keyword);
    };
  }

  private static boolean has(JsonNode list, String text) {
    return all(list).stream()
        .anyMatch(it -> text == null ? it.isNull() : text.equals(it.textValue()));
  }

  private static List<JsonNode> all(JsonNode list) {
    List<JsonNode> all = new ArrayList<>();
    list.forEach(all::add);
    return all;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case ARRAY -> "array";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> "object";
    };
  }
}
