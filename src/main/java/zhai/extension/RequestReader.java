package zhai.extension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.exchange.JsonText;
import zhai.url.CanonicalRules;

/// Reads a message as a request. A key of another type than expected is refused, never guessed at;
/// keys that are not known are passed over, so that a newer extension can talk with an older zhai.
final class RequestReader {
  private static final int MAX_TAGS = 100;

  private RequestReader() {}

  /// A message as JSON.
  ///
  /// @throws BadRequestException if it is not one object
  static JsonNode parse(String message) {
    try {
      JsonNode root = JsonText.parse(message);
      if (!root.isObject()) {
        throw new BadRequestException("the message is not a JSON object");
      }
      return root;
    } catch (JsonProcessingException _) {
      throw new BadRequestException("the message is not JSON");
    }
  }

  /// @throws BadRequestException if it is no request
  /// @throws zhai.url.InvalidUrlException if it is about something else than a page of the web
  static Request read(JsonNode message) {
    String type = needed(message, "type");
    return switch (type) {
      case "hello" -> new Request.Hello();
      case "known" -> new Request.Known(address(message));
      case "tags" -> new Request.Tags();
      case "page" -> new Request.Page(number(message, "part"), needed(message, "text"));
      case "save" -> save(message);
      case "images" -> new Request.Images(address(message));
      default -> throw new BadRequestException("there is no request of the type " + shown(type));
    };
  }

  private static Request save(JsonNode message) {
    String html = text(message, "html");
    if ((html == null) == message.path("parts").isMissingNode()) {
      throw new BadRequestException("a page is saved with either html or parts");
    }
    int parts = html == null ? number(message, "parts") : 0;
    Request.Words words =
        new Request.Words(
            words(message, "title"),
            words(message, "excerpt"),
            words(message, "comment"),
            words(message, "note"),
            tags(message));
    return new Request.Save(address(message), html, parts, words);
  }

  /// Looked at before a library is: none is made for what no library keeps.
  private static String address(JsonNode message) {
    String url = needed(message, "url");
    CanonicalRules.bundled().identify(url);
    return url;
  }

  private static List<String> tags(JsonNode message) {
    JsonNode tags = message.path("tags");
    if (tags.isMissingNode() || tags.isNull()) {
      return List.of();
    }
    if (!tags.isArray() || tags.size() > MAX_TAGS) {
      throw new BadRequestException("tags are a list of at most %d".formatted(MAX_TAGS));
    }
    List<String> labels = new ArrayList<>();
    for (JsonNode tag : tags) {
      if (!tag.isTextual()) {
        throw new BadRequestException("a tag is a text");
      }
      labels.add(tag.textValue());
    }
    return labels;
  }

  private static int number(JsonNode message, String key) {
    JsonNode value = message.path(key);
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
      throw new BadRequestException(key + " is a number from 0 up");
    }
    return value.intValue();
  }

  private static String needed(JsonNode message, String key) {
    String value = text(message, key);
    if (value == null) {
      throw new BadRequestException("the request has no " + key);
    }
    return value;
  }

  /// What a person left empty they did not write.
  private static @Nullable String words(JsonNode message, String key) {
    String value = text(message, key);
    return value == null || value.isBlank() ? null : value;
  }

  private static @Nullable String text(JsonNode message, String key) {
    JsonNode value = message.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new BadRequestException(key + " is a text");
    }
    return value.textValue();
  }

  private static String shown(String type) {
    return type.length() > 40 ? type.substring(0, 40) + "…" : type;
  }
}
