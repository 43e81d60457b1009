package zhai.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import zhai.model.Tag;

/// What could not be taken in, as lines of JSON that can be imported again once they are mended:
/// the keys of a supplied line as far as they were read, `reason` and `from`. What could not be
/// read at all stands there as `raw`.
public final class RetryLines {
  private RetryLines() {}

  /// One line, without a line end.
  public static String write(Place place, ImportLine.Rejected line) {
    ObjectNode object = object(line);
    object.put("reason", line.reason());
    object.put("from", place.toString());
    return JsonText.write(object);
  }

  private static ObjectNode object(ImportLine.Rejected line) {
    if (line.known() != null) {
      return supplied(line.known());
    }
    try {
      if (JsonText.parse(line.raw()) instanceof ObjectNode json) {
        return json;
      }
    } catch (JsonProcessingException _) {
      // It is no JSON: that is why it was rejected.
    }
    return JsonText.object().put("raw", line.raw());
  }

  private static ObjectNode supplied(ImportLine.Supplied known) {
    ObjectNode object = JsonText.object().put("url", known.url());
    if (known.title() != null) {
      object.put("title", known.title());
    }
    if (known.page() instanceof ImportLine.PageGiven.Text(String text)) {
      object.put("text", text);
    }
    ArrayNode tags = object.putArray("tags");
    known.tags().stream().map(Tag::label).forEach(tags::add);
    ArrayNode notes = object.putArray("notes");
    known.notes().forEach(note -> notes.add(note.text()));
    ArrayNode excerpts = object.putArray("excerpts");
    known.excerpts().forEach(quote -> excerpts.add(excerpt(quote)));
    ImportLine.Standing standing = known.standing();
    if (standing.addedAt() != null) {
      object.put("added", standing.addedAt().toString());
    }
    if (standing.readAt() != null) {
      object.put("read", standing.readAt().toString());
    }
    if (standing.state() != null) {
      object.put("state", standing.state().label());
    }
    return standing.starred() ? object.put("starred", true) : object;
  }

  private static JsonNode excerpt(ImportLine.Quote quote) {
    ObjectNode object = JsonText.object().put("quote", quote.quote());
    return quote.comment() == null ? object : object.put("comment", quote.comment());
  }
}
