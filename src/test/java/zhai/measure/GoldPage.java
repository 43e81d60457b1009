package zhai.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people say that a page says.
///
/// @param set the collection it belongs to
/// @param type article, forum, product, …; null if nobody said
/// @param encoding the true charset of its bytes
/// @param text its main text; empty if there are only snippets
/// @param snippets in the place of the text: what has to be in it and what must not; else null
/// @param title null if nobody looked
/// @param author null if nobody looked, empty if the page names none; the same holds for the date
/// @param date `2024-05-31`
public record GoldPage(
    String id,
    String url,
    String set,
    String lang,
    @Nullable String type,
    String encoding,
    String text,
    @Nullable Snippets snippets,
    @Nullable String title,
    @Nullable String author,
    @Nullable String date) {

  static GoldPage of(JsonNode line) {
    boolean onlySnippets = line.path("gold").asText().equals("snippets");
    return new GoldPage(
        line.path("id").asText(),
        line.path("url").asText(),
        line.path("set").asText(),
        line.path("lang").asText("und"),
        text(line, "type"),
        line.path("encoding").asText("utf-8"),
        line.path("text").asText(),
        onlySnippets ? new Snippets(strings(line, "with"), strings(line, "without")) : null,
        text(line, "title"),
        text(line, "author"),
        text(line, "date"));
  }

  boolean isForum() {
    return "forum".equals(type);
  }

  private static @Nullable String text(JsonNode line, String key) {
    return line.hasNonNull(key) ? line.path(key).asText() : null;
  }

  private static List<String> strings(JsonNode line, String key) {
    List<String> strings = new ArrayList<>();
    line.path(key).forEach(string -> strings.add(string.asText()));
    return strings;
  }
}
