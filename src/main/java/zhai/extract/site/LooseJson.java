package zhai.extract.site;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the data that pages carry in their scripts: JSON, JSON in a string (percent-encoded, too),
/// and literals of JavaScript that are almost JSON (`undefined`, keys without quotes, `!0`, a
/// function that is called with the values, as Nuxt 2 writes them).
final class LooseJson {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(5_000_000)
                          .build())
                  .build())
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  /// What may stand before the string or the literal: `JSON.parse(decodeURIComponent(`.
  private static final Pattern CALLS = Pattern.compile("\\s*(?:[\\w.$]{1,40}\\(\\s*){0,3}");

  private LooseJson() {}

  /// The value that begins there; what follows it is not looked at. A missing node if it can't be
  /// read.
  static JsonNode read(String source) {
    String bare = source.strip();
    if (bare.startsWith("%")) {
      return read(percentDecoded(bare));
    }
    Matcher calls = CALLS.matcher(bare);
    if (calls.lookingAt() && isQuote(bare, calls.end())) {
      JsonNode text = value(bare.substring(calls.end()));
      return text.isTextual() ? read(text.asText()) : MissingNode.getInstance();
    }
    int begin = firstBracket(bare);
    if (begin < 0) {
      return MissingNode.getInstance();
    }
    JsonNode strict = begin == 0 ? value(bare) : MissingNode.getInstance();
    return strict.isMissingNode() ? value(ScriptLiteral.toJson(bare)) : strict;
  }

  private static boolean isQuote(String text, int at) {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
  }

  private static int firstBracket(String text) {
    int object = text.indexOf('{');
    int array = text.indexOf('[');
    return object < 0 || array < 0 ? Math.max(object, array) : Math.min(object, array);
  }

  private static String percentDecoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      // Cut within an escape: nothing in it can be trusted to be whole.
      return "";
    }
  }

  private static JsonNode value(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonNode value = JSON.readTree(parser);
      return value == null ? MissingNode.getInstance() : value;
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }
}
