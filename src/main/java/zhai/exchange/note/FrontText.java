package zhai.exchange.note;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The front matter of a note: where it ends, and its values under their keys in lower case.
///
/// It stands at the very beginning: YAML between `---` lines, TOML between `+++` lines, an object
/// of JSON (Hugo), or lines of `key:: value` (Logseq). If YAML or TOML can't be read as such
/// (`title: a: b`, a template's `{{date}}`), it is read line by line: a note's day should not be
/// lost for a missing quote. What doesn't look like any of these is the note's text.
///
/// @param end 0 if there is none
record FrontText(ObjectNode values, int end) {
  /// Nobody writes more by hand, and what is longer need not be looked through.
  static final int MAX_CHARS = 64 * 1024;

  /// Deeper brackets are no front matter; the parsers are spared them.
  private static final int MAX_BRACKETS = 2_000;

  private static final FrontText NONE = new FrontText(JsonNodeFactory.instance.objectNode(), 0);

  private static final Pattern YAML =
      Pattern.compile("\\A\uFEFF?---[ \\t]*+\\R(.*?)^(?:---|\\.\\.\\.)[ \\t]*+(?:\\R|\\z)", mode());

  private static final Pattern TOML =
      Pattern.compile("\\A\uFEFF?\\+\\+\\+[ \\t]*+\\R(.*?)^\\+\\+\\+[ \\t]*+(?:\\R|\\z)", mode());

  private static final Pattern PROPERTIES =
      Pattern.compile("\\A\uFEFF?((?:[\\w\\p{IsHan}-]{1,40}+:: [^\\r\\n]*+(?:\\R|\\z))++)");

  private static final Pattern KEY =
      Pattern.compile("\\A(?:\\s|#[^\\r\\n]*+\\R)*+[\\w\\p{IsHan}\"'. -]{1,80}+[:=](?:\\s|\\z)");

  private static final Pattern BLANK_LINE = Pattern.compile("\\A[ \\t]*+(?:\\R|\\z)");

  private static int mode() {
    return Pattern.DOTALL | Pattern.MULTILINE;
  }

  static FrontText of(String text) {
    String head = text.substring(0, Math.min(text.length(), MAX_CHARS));
    int first = head.startsWith("\uFEFF") ? 1 : 0;
    if (head.startsWith("---", first)) {
      return fenced(YAML, new YAMLMapper(), head);
    }
    if (head.startsWith("+++", first)) {
      return fenced(TOML, new TomlMapper(), head);
    }
    return head.startsWith("{", first) ? json(head, first) : properties(head);
  }

  private static FrontText fenced(Pattern fence, ObjectMapper mapper, String head) {
    Matcher front = fence.matcher(head);
    if (!front.find()) {
      return NONE;
    }
    String inside = front.group(1);
    return object(mapper, inside)
        .or(() ->
            KEY.matcher(inside).find() ? Optional.of(LineValues.read(inside)) : Optional.empty())
        .or(() -> inside.isBlank() ? Optional.of(NONE.values) : Optional.empty())
        .map(values -> new FrontText(values, front.end()))
        .orElse(NONE);
  }

  private static Optional<ObjectNode> object(ObjectMapper mapper, String text) {
    if (text.chars().filter(it -> it == '[' || it == '{').count() > MAX_BRACKETS) {
      return Optional.empty();
    }
    try {
      return mapper.readTree(text) instanceof ObjectNode object
          ? Optional.of(lowerCase(object))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static FrontText json(String head, int first) {
    try (JsonParser parser = new JsonMapper().createParser(head.substring(first))) {
      if (!(parser.readValueAsTree() instanceof ObjectNode object)) {
        return NONE;
      }
      int end = first + (int) parser.currentLocation().getCharOffset();
      Matcher rest = BLANK_LINE.matcher(head.substring(end));
      return rest.find() ? new FrontText(lowerCase(object), end + rest.end()) : NONE;
    } catch (IOException _) {
      return NONE;
    }
  }

  private static FrontText properties(String head) {
    Matcher front = PROPERTIES.matcher(head);
    return front.find() ? new FrontText(LineValues.read(front.group(1)), front.end()) : NONE;
  }

  private static ObjectNode lowerCase(ObjectNode object) {
    ObjectNode lower = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      lower.set(field.getKey().toLowerCase(Locale.ROOT), field.getValue());
    }
    return lower;
  }
}
