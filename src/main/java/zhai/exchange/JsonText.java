package zhai.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;

/// JSON as zhai writes and reads it: one value is one line, whatever looks at the line.
///
/// Beyond what JSON itself asks for, everything is escaped that would split a line, move the cursor
/// or turn the direction of a terminal, or not survive UTF-8: C1 controls, U+2028 and U+2029, bidi
/// controls, the byte order mark, noncharacters and lone surrogates. Chinese and emoji stay
/// legible.
public final class JsonText {
  private static final int MAX_DEPTH = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private JsonText() {}

  /// An object without keys.
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// Reads one value.
  ///
  /// @throws JsonProcessingException if the line is not one JSON value
  public static JsonNode parse(String line) throws JsonProcessingException {
    return MAPPER.readTree(line);
  }

  /// The value on one line, without a line end.
  public static String write(JsonNode value) {
    try {
      return escape(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  /// A JSON string with its quotation marks; also a YAML double-quoted scalar.
  public static String quote(String text) {
    return write(JsonNodeFactory.instance.textNode(text));
  }

  // Outside of strings Jackson writes ASCII only, so what is found here stands inside one.
  private static String escape(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      int codePoint = json.codePointAt(i);
      if (Character.isSupplementaryCodePoint(codePoint)) {
        out.appendCodePoint(codePoint);
        i++;
      } else if (Characters.isUnsafe(codePoint)) {
        out.append("\\u").append(HexFormat.of().toHexDigits((char) codePoint));
      } else {
        out.append((char) codePoint);
      }
    }
    return out.toString();
  }
}
