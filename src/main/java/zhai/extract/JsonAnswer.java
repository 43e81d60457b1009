package zhai.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Verdict;

/// Reads a JSON document that no site reader knows: mostly a site's refusal in its own words.
final class JsonAnswer {
  private static final List<String> CODES =
      List.of("code", "errcode", "error_code", "errno", "status");
  private static final List<String> MESSAGES =
      List.of("message", "msg", "errmsg", "error_description", "detail", "error_msg", "error");
  private static final int MAX_MESSAGE = 200;

  private JsonAnswer() {}

  static Extraction read(Page.Json page) {
    JsonNode root = page.root();
    JsonNode error = root.path("error").isObject() ? root.path("error") : root;
    String message = field(error, MESSAGES);
    boolean isError =
        root.has("error") || (message != null && root.size() <= 6 && root.path("data").isEmpty());
    if (!isError) {
      return new Extraction(Verdict.UNSUPPORTED, null, "The page is data (JSON), not an article.");
    }
    String code = field(error, CODES);
    return new Extraction(
        Verdict.REFUSED,
        null,
        "The site answered with an error"
            + (code == null ? "" : " " + code)
            + (message == null ? "." : ": " + message));
  }

  private static @Nullable String field(JsonNode object, List<String> names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        String text = value.asText();
        return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) + "…" : text;
      }
    }
    return null;
  }
}
