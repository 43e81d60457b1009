package zhai.exchange.reader;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.HtmlText;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Facts;
import zhai.exchange.ImportLine.PageGiven;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportReader;
import zhai.exchange.Remark;
import zhai.model.Bytes;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Snapshot;

/// wallabag's export, and what its programming interface answers: entries with the text of their
/// page as HTML, and annotations (a quote with the user's words about it).
public final class WallabagJson implements ImportReader {
  // What wallabag keeps in place of a page that it could not read.
  private static final String NOTHING_READ = "wallabag can't retrieve contents for this article";

  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return shape.itemHas("is_archived", "is_starred") && !shape.itemHas("tag_names");
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    JsonTree.read(in, sink, Set.of("_embedded", "items"), WallabagJson::item);
  }

  private static ImportLine item(JsonItem entry) {
    return Links.read(
        entry.words("url", "given_url"),
        it ->
            Remark.on(it, entry.items("annotations").stream().map(WallabagJson::remark))
                .titled(entry.words("title"))
                .paged(page(entry, it))
                .stating(facts(entry))
                .tagged(Links.tags(entry.labels("tags")))
                .standing(standing(entry)));
  }

  private static Standing standing(JsonItem entry) {
    boolean archived = entry.says("is_archived");
    return new Standing(
        entry.time("created_at"),
        archived ? entry.time("archived_at") : null,
        archived ? ReadingState.READ : ReadingState.UNREAD,
        entry.says("is_starred"));
  }

  private static Facts facts(JsonItem entry) {
    Instant published = entry.time("published_at");
    String by = entry.labels("published_by").collect(Collectors.joining(", "));
    return new Facts(
        Links.words(by),
        null,
        entry.words("language"),
        published == null ? null : PageDate.of(published.atOffset(ZoneOffset.UTC)));
  }

  private static @Nullable PageGiven page(JsonItem entry, Supplied link) {
    String content = entry.words("content");
    Instant takenAt = entry.time("updated_at", "created_at");
    if (content == null || takenAt == null || content.contains(NOTHING_READ)) {
      return null;
    }
    String page =
        html(content, Objects.requireNonNullElse(entry.words("title"), link.url()), facts(entry));
    return new PageGiven.Saved(
        new Snapshot(
            link.url(),
            Snapshot.Origin.HANDED_OVER,
            0,
            List.of(new Snapshot.Header("Content-Type", "text/html; charset=utf-8")),
            Bytes.ofUtf8(page),
            takenAt));
  }

  private static String html(String content, String title, Facts facts) {
    StringBuilder head = new StringBuilder();
    if (facts.byline() != null) {
      head.append("<meta name=\"author\" content=\"%s\">".formatted(escaped(facts.byline())));
    }
    if (facts.published() != null) {
      head.append(
          "<meta property=\"article:published_time\" content=\"%s\">".formatted(facts.published()));
    }
    return """
    <!DOCTYPE html><html%s><head><meta charset="utf-8"><title>%s</title>%s</head>
    <body><article><h1>%s</h1>
    %s
    </article></body></html>
    """
        .formatted(
            facts.language() == null ? "" : " lang=\"%s\"".formatted(escaped(facts.language())),
            escaped(title),
            head,
            escaped(title),
            content);
  }

  private static String escaped(String words) {
    return HtmlText.escapeLine(words);
  }

  private static Remark remark(JsonItem it) {
    return new Remark(it.words("quote"), it.words("text"), it.time("created_at"));
  }
}
