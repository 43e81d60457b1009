package zhai.exchange.note;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `key: value`, `key = value` and `key:: value`, a line each, for what no parser accepts. A value
/// may be quoted, a list in brackets, or a list of the lines below (`- one`).
final class LineValues {
  private static final Pattern PAIR =
      Pattern.compile("([\\w\\p{IsHan}.-]{1,80}+)[ \\t]*+(?:::?|=)(?:[ \\t]++(.*+))?");
  private static final Pattern ITEM = Pattern.compile("[ \\t]*+- ++(.++)");
  private static final Pattern LIST = Pattern.compile("\\[(.*)]");

  private LineValues() {}

  static ObjectNode read(String text) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    String key = "";
    for (String line : text.lines().toList()) {
      Matcher pair = PAIR.matcher(line);
      Matcher item = ITEM.matcher(line);
      if (pair.matches()) {
        key = pair.group(1).toLowerCase(Locale.ROOT);
        set(values, key, pair.group(2) == null ? "" : pair.group(2).strip());
      } else if (item.matches() && values.path(key) instanceof ArrayNode list) {
        list.add(unquoted(item.group(1)));
      }
    }
    return values;
  }

  private static void set(ObjectNode values, String key, String value) {
    Matcher list = LIST.matcher(value);
    if (value.isEmpty()) {
      values.putArray(key);
    } else if (list.matches() && !value.startsWith("[[")) {
      ArrayNode items = values.putArray(key);
      for (String item : list.group(1).split("[,，]")) {
        items.add(unquoted(item));
      }
    } else {
      values.put(key, unquoted(value));
    }
  }

  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted =
        text.length() > 1
            && "\"'".indexOf(text.charAt(0)) >= 0
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
