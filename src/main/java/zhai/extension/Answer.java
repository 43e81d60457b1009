package zhai.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import zhai.exchange.EntryJson;
import zhai.exchange.JsonText;
import zhai.library.ArticleImages;
import zhai.library.Handover;
import zhai.library.Visit;

/// An answer to the extension as JSON, never longer than a browser takes: of a list that makes it
/// longer only the beginning is sent, and `shortened` is true then.
final class Answer {
  private Answer() {}

  /// An answer that is still empty.
  static ObjectNode of(String type) {
    return JsonText.object().put("type", type);
  }

  /// @param sentence what is wrong, and what to do
  static ObjectNode error(String sentence) {
    return of("error").put("sentence", sentence);
  }

  /// What became of a page that was handed over.
  static ObjectNode saved(Handover kept, ArticleImages images) {
    Visit visit = kept.visit();
    Visit.Outcome outcome = visit.outcome();
    ObjectNode answer = of("saved");
    answer.put("isNew", kept.receipt().isNew() && !visit.joinedAnother());
    answer.put("verdict", visit.attempt().verdict().label());
    answer.put("detail", visit.attempt().detail());
    answer.put("comparison", outcome == null ? null : outcome.comparison().label());
    answer.put("takesPlace", outcome != null && outcome.comparison().takesPlace());
    answer.set("images", images(images));
    return answer.set("entry", EntryJson.of(visit.entry()));
  }

  /// How many of an article's pictures are kept.
  static ObjectNode images(ArticleImages images) {
    return JsonText.object()
        .put("kept", images.kept().size())
        .put("missing", images.missing().size())
        .put("bytes", images.bytes());
  }

  /// As text that fits into one message.
  ///
  /// @param answer changed if it is too long
  static String write(ObjectNode answer) {
    String text = JsonText.write(answer);
    while (isTooLong(text)) {
      Optional<ArrayNode> longest = longestList(answer);
      if (longest.isEmpty()) {
        JsonNode id = answer.path("id");
        return JsonText.write(
            error("the answer is too long for the browser; use zhai show").set("id", id));
      }
      ArrayNode list = longest.get();
      int kept = list.size() / 2;
      while (list.size() > kept) {
        list.remove(list.size() - 1);
      }
      answer.put("shortened", true);
      text = JsonText.write(answer);
    }
    return text;
  }

  private static boolean isTooLong(String text) {
    return text.length() > MessagePipe.MAX_ANSWER_BYTES
        || text.getBytes(StandardCharsets.UTF_8).length > MessagePipe.MAX_ANSWER_BYTES;
  }

  private static Optional<ArrayNode> longestList(ObjectNode answer) {
    return Stream.concat(lists(answer), lists(answer.path("entry")))
        .filter(list -> !list.isEmpty())
        .max(Comparator.comparingInt(list -> list.toString().length()));
  }

  private static Stream<ArrayNode> lists(JsonNode object) {
    return object.properties().stream()
        .map(property -> property.getValue())
        .filter(ArrayNode.class::isInstance)
        .map(ArrayNode.class::cast);
  }
}
