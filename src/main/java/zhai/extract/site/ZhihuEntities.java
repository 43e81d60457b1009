package zhai.extract.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import zhai.extract.site.ZhihuAddress.Kind;

/// Everything that a page's JSON or an answer of Zhihu's interface holds, found by kind and id. A
/// page holds more than what was asked for, in no order: the first entry is often another one.
///
/// Of the page's JSON only these entities are looked at. It holds the viewer's own account too.
record ZhihuEntities(Map<Kind, Map<String, ZhihuEntity>> byKind) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// From `script#js-initialData`; empty if the page has none.
  static ZhihuEntities of(Document document) {
    JsonNode all = initialData(document).path("initialState").path("entities");
    Map<Kind, Map<String, ZhihuEntity>> byKind = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      Map<String, ZhihuEntity> ofKind = new LinkedHashMap<>();
      all.path(kind.plural)
          .properties()
          .forEach(e -> ofKind.put(e.getKey(), new ZhihuEntity(e.getValue())));
      byKind.put(kind, ofKind);
    }
    return new ZhihuEntities(byKind);
  }

  static JsonNode initialData(Document document) {
    Element script = document.getElementById("js-initialData");
    if (script == null) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(script.data());
    } catch (JsonProcessingException _) {
      // Cut or edited by whatever saved the page: what it shows is still there to be read.
      return MissingNode.getInstance();
    }
  }

  /// From an answer of the interface, wherever in it the things stand.
  ///
  /// @param asked what a thing without a `type` of its own is taken for, if it has the id
  static ZhihuEntities of(JsonNode root, ZhihuAddress asked) {
    Map<Kind, Map<String, ZhihuEntity>> byKind = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      byKind.put(kind, new LinkedHashMap<>());
    }
    ZhihuEntities entities = new ZhihuEntities(byKind);
    entities.collect(root, asked);
    return entities;
  }

  private void collect(JsonNode node, ZhihuAddress asked) {
    ZhihuEntity entity = new ZhihuEntity(node);
    if (node.isObject() && !entity.id().isEmpty()) {
      for (Kind kind : Kind.values()) {
        boolean untyped =
            !node.has("type") && kind == asked.kind() && entity.id().equals(asked.id());
        if (untyped || (node.path("type").asText().equals(kind.type) && kind != Kind.LISTING)) {
          ofKind(kind).merge(entity.id(), entity, ZhihuEntities::fuller);
        }
      }
    }
    node.forEach(child -> collect(child, asked));
  }

  private static ZhihuEntity fuller(ZhihuEntity one, ZhihuEntity other) {
    return other.node().size() > one.node().size() ? other : one;
  }

  Map<String, ZhihuEntity> ofKind(Kind kind) {
    return byKind.getOrDefault(kind, Map.of());
  }

  Optional<ZhihuEntity> find(ZhihuAddress asked) {
    return Optional.ofNullable(ofKind(asked.kind()).get(asked.id()));
  }

  /// The answers to one question, in the order in which they came.
  List<ZhihuEntity> answersTo(String question) {
    return ofKind(Kind.ANSWER).values().stream()
        .filter(answer -> belongsTo(answer, question))
        .filter(answer -> !answer.contentHtml().isEmpty())
        .toList();
  }

  private static boolean belongsTo(ZhihuEntity answer, String question) {
    String own = answer.child("question").id();
    return own.isEmpty() ? answer.text("questionId").equals(question) : own.equals(question);
  }

  boolean isEmpty() {
    return byKind.values().stream().allMatch(Map::isEmpty);
  }
}
