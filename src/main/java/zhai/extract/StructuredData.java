package zhai.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
          "BackgroundNewsArticle",
          "AdvertiserContentArticle",
          "APIReference",
          "CreativeWork",
          "Review",
          "QAPage",
          "DiscussionForumPosting",
          "Question",
          "Recipe",
          "VideoObject",
          "MedicalWebPage",
          "WebPage");

  /// Who may stand as an author without being a person.
  private static final List<String> NO_PERSONS =
      List.of("NewsMediaOrganization", "Corporation", "WebSite", "Brand");

  /// What is read of a script that is no JSON in spite of all.
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(headline|datePublished|dateModified)\"\\s{0,9}:\\s{0,9}\"([^\"\\\\]{1,500})\"");

  private final List<JsonNode> objects = new ArrayList<>();

  /// Those that may describe the article of the page, most telling first.
  private final List<JsonNode> articles = new ArrayList<>();

  private final Map<String, JsonNode> named = new HashMap<>();

  private StructuredData() {}

  static StructuredData of(PageIndex page) {
    var data = new StructuredData();
    for (Element script : page.tagged("script")) {
      boolean isData = script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
      JsonNode root = isData ? parse(script.data()) : null;
      if (root != null) {
        data.collect(root);
      }
    }
    data.rank();
    return data;
  }

  private static @Nullable JsonNode parse(String text) {
    String bare = text.strip().replaceFirst("^(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)", "");
    try {
      return JSON.readTree(bare);
    } catch (JacksonException _) {
      return bare.contains("Article\"") || bare.contains("BlogPosting\"") ? salvage(bare) : null;
    }
  }

  /// The plain fields of an article whose object is broken, by an unescaped quote in another field
  /// as a rule.
  private static JsonNode salvage(String text) {
    ObjectNode article = JSON.createObjectNode().put("@type", "Article");
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      if (!article.has(field.group(1))) {
        article.put(field.group(1), field.group(2));
      }
    }
    return article;
  }

  private void rank() {
    for (String type : ARTICLES) {
      objects.stream().filter(object -> isA(object, type)).forEach(articles::add);
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
        if (node.path("@id").isTextual() && node.has("name")) {
          named.putIfAbsent(node.path("@id").asText(), node);
        }
      }
      node.forEach(waiting::add);
    }
  }

  /// The object that describes the article of the page, or null.
  @Nullable JsonNode article() {
    return articles.isEmpty() ? null : articles.getFirst();
  }

  /// The first text that an object about the article has under one of these names, most telling
  /// objects first.
  @Nullable String ofArticle(String... fields) {
    for (JsonNode object : articles) {
      String text = firstText(object, fields);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /// The names of who wrote the article, as they stand there; an organisation only if it isn't the
  /// one that publishes the page.
  List<String> authors() {
    for (JsonNode object : articles) {
      List<String> names = authors(object);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private List<String> authors(JsonNode object) {
    JsonNode authors = object.path(object.has("author") ? "author" : "creator");
    List<String> names = new ArrayList<>();
    for (JsonNode author : authors.isArray() ? authors : List.of(authors)) {
      if (author.isTextual()) {
        names.add(Parser.unescapeEntities(author.asText(), false));
      } else {
        JsonNode person = named.getOrDefault(author.path("@id").asText(), author);
        person = author.has("name") ? author : person;
        if (mayWrite(person, object)) {
          addNames(person.path("name"), names);
        }
      }
    }
    return names;
  }

  private boolean mayWrite(JsonNode author, JsonNode article) {
    if (!type(author).equals("Organization")) {
      return NO_PERSONS.stream().noneMatch(type(author)::equals);
    }
    JsonNode publisher = article.path("publisher");
    publisher =
        publisher.has("name")
            ? publisher
            : named.getOrDefault(publisher.path("@id").asText(), publisher);
    return publisher.has("name") && !publisher.path("name").equals(author.path("name"));
  }

  private static void addNames(JsonNode name, List<String> names) {
    for (JsonNode one : name.isArray() ? name : List.of(name)) {
      if (one.isTextual() && !one.asText().isBlank()) {
        names.add(Parser.unescapeEntities(one.asText(), false));
      }
    }
  }

  private static String type(JsonNode object) {
    return object.path("@type").asText().replaceFirst("^https?://schema.org/", "");
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
      return types.asText().equals(type) || types.asText().endsWith("schema.org/" + type);
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
