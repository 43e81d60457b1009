package zhai.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The page's JSON-LD: the objects that a page describes itself with, for machines. Written by hand
/// and by plugins, so it comes with comments, raw line breaks, trailing commas and HTML entities;
/// what still isn't JSON then is left out.
final class StructuredData {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .build())
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private static final int MAX_OBJECTS = 2_000;

  /// What an article calls itself, most telling first.
  private static final List<String> ARTICLES =
      List.of(
          "NewsArticle",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BlogPosting",
          "ScholarlyArticle",
          "TechArticle",
          "SocialMediaPosting",
          "LiveBlogPosting",
          "Report",
          "Article",
          "QAPage",
          "DiscussionForumPosting",
          "Question",
          "Recipe",
          "VideoObject",
          "MedicalWebPage",
          "WebPage");

  private final List<JsonNode> objects = new ArrayList<>();

  private StructuredData() {}

  static StructuredData of(Document document) {
    var data = new StructuredData();
    for (Element script : document.select("script[type*=ld+json]")) {
      JsonNode root = parse(script.data());
      if (root != null) {
        data.collect(root);
      }
    }
    return data;
  }

  private static @Nullable JsonNode parse(String text) {
    String bare = text.strip().replaceFirst("^(?:<!--|//<!\\[CDATA\\[|<!\\[CDATA\\[)", "");
    try {
      return JSON.readTree(bare);
    } catch (JacksonException _) {
      return null;
    }
  }

  /// All objects with a type, however deep, outer ones first.
  private void collect(JsonNode root) {
    Deque<JsonNode> waiting = new ArrayDeque<>();
    waiting.add(root);
    while (!waiting.isEmpty() && objects.size() < MAX_OBJECTS) {
      JsonNode node = waiting.removeFirst();
      if (node.isObject() && !node.path("@type").isMissingNode()) {
        objects.add(node);
      }
      node.forEach(waiting::add);
    }
  }

  /// The object that describes the article of the page, or null.
  @Nullable JsonNode article() {
    for (String type : ARTICLES) {
      for (JsonNode object : objects) {
        if (isA(object, type)) {
          return object;
        }
      }
    }
    return null;
  }

  boolean hasType(Collection<String> types) {
    return objects.stream().anyMatch(object -> types.stream().anyMatch(type -> isA(object, type)));
  }

  /// The text of the article as the data has it, or null.
  @Nullable String articleBody() {
    for (JsonNode object : objects) {
      String body = text(object, "articleBody");
      if (body != null) {
        return body;
      }
    }
    return null;
  }

  private static boolean isA(JsonNode object, String type) {
    JsonNode types = object.path("@type");
    if (types.isTextual()) {
      return types.asText().replaceFirst("^https?://schema.org/", "").equals(type);
    }
    for (JsonNode one : types) {
      if (one.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /// A text field, with entities resolved; null if it is not there, empty or not a text.
  static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    if (!value.isTextual()) {
      return null;
    }
    String text = Parser.unescapeEntities(value.asText(), false).strip();
    return text.isEmpty() ? null : text;
  }

  /// The first of several fields that has a text.
  static @Nullable String firstText(JsonNode object, String... fields) {
    for (String field : fields) {
      String text = text(object, field);
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
