package zhai.exchange.note;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.Tags;
import zhai.exchange.WebLinks;
import zhai.model.Tag;

/// What of a note's front matter zhai wants to know. The keys are those of Docusaurus, Hugo,
/// Jekyll, Hexo, Obsidian (and its Web Clipper) and Logseq, and what Chinese templates call them.
final class FrontMatterReader {
  private static final List<String> TITLE = List.of("title", "标题");

  private static final List<String> DAY =
      List.of(
          "date",
          "day",
          "日期",
          "created",
          "created_at",
          "createdat",
          "创建时间",
          "publishdate",
          "pubdate",
          "published");

  private static final List<String> TAGS = List.of("tags", "tag", "标签");

  private static final List<String> SOURCE =
      List.of(
          "source",
          "url",
          "link",
          "source_url",
          "source-url",
          "sourceurl",
          "来源",
          "链接",
          "原文",
          "原文链接");

  private static final int MAX_TAGS = 1_000;

  private FrontMatterReader() {}

  static FrontMatter read(String text) {
    FrontText front = FrontText.of(text);
    JsonNode values = front.values();
    boolean ofZhai = "zhai".equals(first(values, List.of("generator")).orElse(null));
    return new FrontMatter(
        first(values, TITLE).map(Characters::oneLine).filter(it -> !it.isEmpty()).orElse(null),
        day(values),
        ofZhai ? List.of() : tags(values),
        ofZhai,
        first(values, SOURCE).map(String::strip).filter(WebLinks::isWeb).orElse(null),
        front.end());
  }

  private static Optional<String> first(JsonNode values, List<String> keys) {
    return keys.stream()
        .map(values::path)
        .filter(it -> it.isValueNode() && !it.isNull())
        .map(JsonNode::asText)
        .findFirst();
  }

  private static @Nullable LocalDate day(JsonNode values) {
    return DAY.stream()
        .map(values::path)
        .filter(JsonNode::isValueNode)
        .flatMap(it -> NoteDay.in(it.asText()).stream())
        .findFirst()
        .orElse(null);
  }

  private static List<Tag> tags(JsonNode values) {
    Set<Tag> tags = new LinkedHashSet<>();
    for (String key : TAGS) {
      labels(values.path(key)).stream().flatMap(it -> Tags.parse(it).stream()).forEach(tags::add);
    }
    // Zola keeps them one floor down.
    labels(values.path("taxonomies").path("tags")).stream()
        .flatMap(it -> Tags.parse(it).stream())
        .forEach(tags::add);
    return tags.stream().limit(MAX_TAGS).toList();
  }

  private static List<String> labels(JsonNode value) {
    List<String> labels = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(it -> labels.add(it.isObject() ? it.path("label").asText() : it.asText()));
    } else if (value.isValueNode() && !value.isNull()) {
      String text = value.asText().replace("[[", "").replace("]]", "");
      labels.addAll(List.of(text.split(text.matches("(?s).*[,，、].*") ? "[,，、]" : "\\s+")));
    }
    return labels;
  }
}
