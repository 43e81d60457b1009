package zhai.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The way to a value in JSON: `$state.notes.{id}.images.*.url`. A step is a key (in double quotes
/// if it has a dot), the number of an array's item, `*` for all of them, or `[key=value]` for those
/// with that value.
///
/// @param data which of the page's data, see {@link PageData}
record DataPath(String data, List<Step> steps) {
  private static final Pattern HEAD = Pattern.compile("\\$([a-z][a-z0-9]*)");
  private static final Pattern STEP =
      Pattern.compile(
          "\\.\"([^\"]+)\"|\\.\\*()|\\.?\\[([\\w@:-]+)=([^\\]]*)\\]|\\.([^.\\[\\]\"]+)");

  /// More values than this are not looked at.
  private static final int MAX_VALUES = 5_000;

  /// One step of the way.
  sealed interface Step {
    Stream<JsonNode> from(JsonNode node, Map<String, String> captured);

    record Key(String name) implements Step {
      @Override
      public Stream<JsonNode> from(JsonNode node, Map<String, String> captured) {
        String key = Captures.fill(name, captured);
        return Stream.of(
            node.isArray() && key.matches("\\d{1,6}")
                ? node.path(Integer.parseInt(key))
                : node.path(key));
      }
    }

    record Every() implements Step {
      @Override
      public Stream<JsonNode> from(JsonNode node, Map<String, String> captured) {
        return StreamSupport.stream(node.spliterator(), false);
      }
    }

    record Where(String key, String value) implements Step {
      @Override
      public Stream<JsonNode> from(JsonNode node, Map<String, String> captured) {
        String wanted = Captures.fill(value, captured);
        return StreamSupport.stream(node.spliterator(), false)
            .filter(item -> is(item.path(key), wanted));
      }

      private static boolean is(JsonNode value, String wanted) {
        return value.isArray()
            ? StreamSupport.stream(value.spliterator(), false).anyMatch(one -> is(one, wanted))
            : value.asText().equals(wanted);
      }
    }
  }

  /// @throws IllegalArgumentException if it is not written as a path is
  static DataPath parse(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      throw new IllegalArgumentException("'%s' is no path like $name.key.0.*".formatted(text));
    }
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text).region(head.end(), text.length());
    int end = head.end();
    while (end < text.length() && step.lookingAt()) {
      steps.add(step(step));
      end = step.end();
      step.region(end, text.length());
    }
    if (end < text.length()) {
      throw new IllegalArgumentException(
          "'%s' can't be read as steps of the path %s".formatted(text.substring(end), text));
    }
    return new DataPath(head.group(1), List.copyOf(steps));
  }

  private static Step step(Matcher step) {
    if (step.group(2) != null) {
      return new Step.Every();
    }
    if (step.group(3) != null) {
      return new Step.Where(step.group(3), step.group(4));
    }
    return new Step.Key(step.group(1) != null ? step.group(1) : step.group(5));
  }

  /// The values at the end of the way; none if it leads nowhere.
  Stream<JsonNode> find(@Nullable JsonNode root, Map<String, String> captured) {
    Stream<JsonNode> found = Stream.ofNullable(root);
    for (Step step : steps) {
      found = found.flatMap(node -> step.from(opened(node), captured)).limit(MAX_VALUES);
    }
    return found.filter(node -> !node.isMissingNode() && !node.isNull());
  }

  /// Data within data: a text that is JSON.
  private static JsonNode opened(JsonNode node) {
    return node.isTextual() && (node.asText().startsWith("{") || node.asText().startsWith("["))
        ? LooseJson.read(node.asText())
        : node;
  }
}
