package zhai.extract.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import zhai.extract.PageFacts;
import zhai.model.PageDate;

/// What a WeChat page says about its article. Where the head, the visible page and the scripts all
/// have it, what is shown comes first; the date is shown as «昨天», so it is the scripts'.
record WeixinFacts(Document document, WeixinScript script) {
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  PageFacts read() {
    return new PageFacts(
        first(
            List.of(
                shown("#activity-name"), meta("property=og:title"), script.variable("msg_title"))),
        first(
            List.of(
                meta("name=author"),
                shown("#js_author_name"),
                shown("#js_name"),
                script.variable("nickname"))),
        first(List.of(shown("#js_name"), script.variable("nickname"))),
        null,
        published(),
        null,
        first(List.of(ownAddress(), web(meta("property=og:url")))),
        meta("property=og:description").map(WeixinScript::decode).orElse(null),
        web(meta("property=og:image")).orElse(null));
  }

  /// The value of a `<meta>` with that attribute; empty if it is blank.
  Optional<String> meta(String attribute) {
    return document.select("meta[" + attribute + "]").stream()
        .limit(1)
        .map(element -> element.attr("content").strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private Optional<String> shown(String selector) {
    return document.select(selector).stream()
        .limit(1)
        .map(element -> element.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static @Nullable String first(List<Optional<String>> places) {
    return places.stream().flatMap(Optional::stream).findFirst().orElse(null);
  }

  private static Optional<String> web(Optional<String> address) {
    return address.filter(found -> found.startsWith("http"));
  }

  private @Nullable PageDate published() {
    return Stream.of("ct", "create_time", "oriCreateTime")
        .flatMap(name -> script.variable(name).stream())
        .filter(value -> value.matches("[1-9]\\d{8,9}"))
        .findFirst()
        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
        .map(at -> PageDate.of(at.atOffset(ZONE)))
        .orElse(null);
  }

  /// The long form of the address, of nothing but what names the article.
  private Optional<String> ownAddress() {
    List<String> parts =
        Stream.of("biz", "mid", "idx", "sn")
            .flatMap(name -> script.variable(name).stream())
            .toList();
    return parts.size() == 4
        ? Optional.of(
            "https://mp.weixin.qq.com/s?__biz=%s&mid=%s&idx=%s&sn=%s".formatted(parts.toArray()))
        : Optional.empty();
  }
}
