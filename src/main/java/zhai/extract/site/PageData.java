package zhai.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The JSON that a page carries, each piece parsed when a rule first asks for it. One for each
/// reading of a page; not for several threads.
final class PageData {
  /// Names that mean something without a `data` line.
  static final List<String> BUILT_IN = List.of("ld", "page", "post");

  private static final int MAX_OBJECTS = 2_000;

  private final Document document;
  private final Map<String, Definition> definitions;
  private final Map<String, JsonNode> parsed = new HashMap<>();

  /// Where a piece of data stands.
  sealed interface Definition {
    /// What a script assigns to a variable of that name.
    record Variable(Pattern assignment, String name) implements Definition {
      /// @throws IllegalArgumentException if it is no name
      static Variable parse(String name) {
        if (!name.matches("[\\w$]++(?:\\.[\\w$]++)*+")) {
          throw new IllegalArgumentException("'%s' is no name of a variable".formatted(name));
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return new Variable(
            Pattern.compile("(?<![\\w$])" + Pattern.quote(last) + "[\"']?\\]?\\s*=(?!=)\\s*"),
            last);
      }
    }

    /// The text of an element or an attribute.
    record Text(FactSource source) implements Definition {}
  }

  /// @param page the JSON document that is the whole page, or a missing node
  PageData(Document document, JsonNode page, Map<String, Definition> definitions) {
    this.document = document;
    this.definitions = definitions;
    parsed.put("page", page);
  }

  /// A missing node if the page has no such data.
  JsonNode get(String name, Scope scope) {
    JsonNode known = parsed.get(name);
    if (known == null) {
      known = name.equals("ld") ? linkedData() : read(definitions.get(name), scope);
      parsed.put(name, known);
    }
    return known;
  }

  private JsonNode read(@Nullable Definition definition, Scope scope) {
    return switch (definition) {
      case null -> missing();
      case Definition.Variable variable -> assigned(variable);
      case Definition.Text text ->
          text.source().values(scope).findFirst().map(LooseJson::read).orElse(missing());
    };
  }

  private static JsonNode missing() {
    return MissingNode.getInstance();
  }

  /// The first assignment of something that can be read: scripts also reset and test variables.
  private JsonNode assigned(Definition.Variable variable) {
    for (Element script : document.select("script:not([src])")) {
      String source = script.data();
      if (source.contains(variable.name())) {
        Matcher assignment = variable.assignment().matcher(source);
        while (assignment.find()) {
          JsonNode value = LooseJson.read(source.substring(assignment.end()));
          if (value.isContainerNode() && !value.isEmpty()) {
            return value;
          }
        }
      }
    }
    return missing();
  }

  /// All objects of the page's JSON-LD that have a type, outer ones first.
  private JsonNode linkedData() {
    ArrayNode objects = JsonNodeFactory.instance.arrayNode();
    Deque<JsonNode> waiting = new ArrayDeque<>();
    for (Element script : document.select("script[type*=ld+json]")) {
      waiting.add(LooseJson.read(script.data()));
    }
    while (!waiting.isEmpty() && objects.size() < MAX_OBJECTS) {
      JsonNode node = waiting.removeFirst();
      if (node.isObject()) {
        objects.add(node);
      }
      node.forEach(waiting::add);
    }
    return objects;
  }
}
