package zhai.exchange.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import zhai.exchange.Beginning;

/// By what one tells whose JSON a file is: the keys of the outermost object, and those of the first
/// item of the first list of objects below it.
///
/// @param keys of the outermost object, and of those directly in it; empty if the file is a list or
///   no JSON
/// @param itemKeys as far as the beginning shows them
/// @param isOneValue whether nothing but white space follows it, as far as one sees: lines of JSON
///   are several
record JsonShape(Set<String> keys, Set<String> itemKeys, boolean isOneValue) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DEPTH = 3;

  static JsonShape of(Beginning beginning) {
    String text = beginning.text().stripLeading();
    JsonShape shape = new JsonShape(new HashSet<>(), new HashSet<>(), true);
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return shape;
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      shape.look(parser, 0);
      return new JsonShape(shape.keys, shape.itemKeys, parser.nextToken() == null);
    } catch (JsonProcessingException _) {
      return shape;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String... wanted) {
    return isOneValue && keys.containsAll(List.of(wanted));
  }

  boolean itemHas(String... wanted) {
    return isOneValue && itemKeys.containsAll(List.of(wanted));
  }

  private void look(JsonParser parser, int depth) throws IOException {
    if (depth > DEPTH) {
      parser.skipChildren();
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        keys.add(Objects.requireNonNull(parser.currentName()));
        parser.nextToken();
        look(parser, depth + 1);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      lookAtItems(parser);
    }
  }

  private void lookAtItems(JsonParser parser) throws IOException {
    boolean first = itemKeys.isEmpty();
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      if (!first || parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      first = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        itemKeys.add(Objects.requireNonNull(parser.currentName()));
        parser.nextToken();
        parser.skipChildren();
      }
    }
  }
}
