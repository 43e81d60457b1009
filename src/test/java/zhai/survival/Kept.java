package zhai.survival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/// A bookmark as `--json` prints it, reduced to what a person gave.
record Kept(String url, List<String> excerpts, List<String> notes, List<String> tags) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Kept> parse(String lines) {
    return lines.lines().map(Kept::of).toList();
  }

  /// Whether this is the same page, with all the words of the other.
  boolean holds(Kept other) {
    return url.equals(other.url)
        && excerpts.containsAll(other.excerpts)
        && notes.containsAll(other.notes)
        && tags.containsAll(other.tags);
  }

  private static Kept of(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return new Kept(
          json.get("url").asText(),
          texts(json.get("excerpts"), "quote"),
          texts(json.get("notes"), "text"),
          texts(json.get("tags"), ""));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  private static List<String> texts(JsonNode array, String key) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(item -> (item.isObject() ? item.get(key) : item).asText())
        .toList();
  }
}
