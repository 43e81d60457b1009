package zhai.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;

/// An answer, article, question or pin as Zhihu's JSON has it. Pages name their members in camel
/// case, the interface in snake case; both are read by the camel-case name.
record ZhihuEntity(JsonNode node) {
  /// Zhihu's clock.
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  JsonNode get(String name) {
    JsonNode value = node.path(name);
    String snake = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return value.isMissingNode() ? node.path(snake) : value;
  }

  /// Empty if there is no such member, or none that is text or a number.
  String text(String name) {
    return get(name).asText("").strip();
  }

  ZhihuEntity child(String name) {
    return new ZhihuEntity(get(name));
  }

  String id() {
    return text("id");
  }

  /// Whether what came is less than what there is: not bought, or cut for those without a login.
  boolean isCut() {
    JsonNode bought = child("paidInfo").get("hasPurchased");
    return (bought.isBoolean() && !bought.asBoolean())
        || get("contentNeedTruncated").asBoolean()
        || get("forceLoginWhenClickReadMore").asBoolean();
  }

  /// The body; for what has to be paid for, the part that is shown.
  String contentHtml() {
    String content = get("content").isTextual() ? text("content") : text("contentHtml");
    String paid = child("paidInfo").text("content");
    return paid.length() > content.length() ? paid : content;
  }

  @Nullable String author() {
    String name = child("author").text("name");
    return name.isEmpty() ? null : name;
  }

  /// The summary as plain text; null if there is none.
  @Nullable String excerpt() {
    String plain = Jsoup.parseBodyFragment(text("excerpt")).text();
    String words = plain.replaceAll("\\[(?:图片|视频|公式)]", "").strip();
    return words.isEmpty() ? null : words;
  }

  @Nullable PageDate created() {
    return date("createdTime").or(() -> date("created")).or(() -> date("publishedAt")).orElse(null);
  }

  @Nullable PageDate updated() {
    return date("updatedTime").or(() -> date("updated")).or(() -> date("updatedAt")).orElse(null);
  }

  /// Seconds since 1970, or a time as archives of Zhihu write it, of which the zone is not known.
  private Optional<PageDate> date(String name) {
    String value = text(name);
    if (value.matches("[1-9]\\d{8,9}")) {
      Instant at = Instant.ofEpochSecond(Long.parseLong(value));
      return Optional.of(PageDate.of(at.atOffset(ZONE)));
    }
    if (value.matches("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d")) {
      return PageDate.parse(value.replace(' ', 'T') + ":00");
    }
    return PageDate.parse(value);
  }
}
