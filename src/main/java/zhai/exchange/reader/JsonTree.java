package zhai.exchange.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader.Sink;
import zhai.exchange.Place;

/// JSON of other programs, whose objects know on which line they begin; read whole, or the items of
/// a list one at a time, so that a large file is never one tree.
///
/// What breaks off in the middle is read up to there: {@link #complain} says where.
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final IdentityHashMap<JsonNode, Integer> lines = new IdentityHashMap<>();
  private @Nullable Complaint complaint;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /// Why a file could not be read to its end.
  private record Complaint(int line, String sentence) {}

  static JsonTree of(Reader text) throws IOException {
    return new JsonTree(FACTORY.createParser(text));
  }

  /// Reads the objects of such lists as one item each.
  static void read(ImportFile in, Sink sink, Set<String> keys, Function<JsonItem, ImportLine> item)
      throws IOException {
    try (Reader text = in.text()) {
      JsonTree tree = of(text);
      tree.eachItem(
          keys,
          node ->
              sink.accept(new Place(in.name(), tree.lineOf(node)), item.apply(new JsonItem(node))));
      tree.complain(in, sink);
    }
  }

  /// Rejects what could not be read, if something couldn't.
  void complain(ImportFile in, Sink sink) {
    if (complaint != null) {
      sink.accept(
          new Place(in.name(), complaint.line()), ImportLine.Rejected.of(complaint.sentence()));
    }
  }

  /// The line on which an object begins that was read last, or stands in what was read last.
  int lineOf(JsonNode object) {
    return lines.getOrDefault(object, 0);
  }

  /// The whole document, as far as it can be read; an object without keys if it is none.
  JsonNode whole() throws IOException {
    ArrayNode document = NODES.arrayNode();
    untilBroken(() -> {
      parser.nextToken();
      readValue(document);
    });
    return document.path(0);
  }

  /// Hands over the objects of a list one after the other: the list that the document is, or every
  /// list under one of these keys, on the way there through objects under one of them.
  void eachItem(Set<String> keys, Consumer<JsonNode> sink) throws IOException {
    untilBroken(() -> {
      parser.nextToken();
      readItems(keys, sink);
    });
  }

  private void readItems(Set<String> keys, Consumer<JsonNode> sink) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
        readItem(sink);
      }
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = keys.contains(parser.currentName());
        parser.nextToken();
        if (wanted) {
          readItems(keys, sink);
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private void readItem(Consumer<JsonNode> sink) throws IOException {
    ArrayNode item = NODES.arrayNode();
    readValue(item);
    sink.accept(item.path(0));
    lines.clear();
  }

  @FunctionalInterface
  private interface Reading {
    void read() throws IOException;
  }

  private void untilBroken(Reading reading) throws IOException {
    try {
      reading.read();
    } catch (JsonProcessingException e) {
      String why = e.getOriginalMessage().lines().findFirst().orElse("no JSON");
      complaint = new Complaint(Math.max(1, line()), "This is not JSON from here on: " + why + ".");
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /// Reads the current token with all that belongs to it into `parent`, which has it from the
  /// beginning: what breaks off is there as far as it was read.
  private void readValue(ArrayNode parent) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      readObject(parent.addObject());
    } else if (token == JsonToken.START_ARRAY) {
      readArray(parent.addArray());
    } else {
      parent.add(plain());
    }
  }

  private void readArray(ArrayNode array) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      readValue(array);
    }
  }

  private void readObject(ObjectNode object) throws IOException {
    lines.put(object, line());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = Objects.requireNonNull(parser.currentName());
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        readObject(object.putObject(key));
      } else if (token == JsonToken.START_ARRAY) {
        readArray(object.putArray(key));
      } else {
        object.set(key, plain());
      }
    }
  }

  private JsonNode plain() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return NODES.nullNode();
    }
    return switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.textNode(parser.getText());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }
}
