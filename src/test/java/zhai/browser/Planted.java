package zhai.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import zhai.cli.Zhai;
import zhai.exchange.JsonLines;
import zhai.exchange.Tags;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Content;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.ReadingState;
import zhai.model.Tag;
import zhai.model.Verdict;
import zhai.url.WebUrl;

/// A payload in every place where a bookmark has a text.
final class Planted {
  private static final Instant THEN = Instant.parse("2026-01-04T08:30:00Z");

  private Planted() {}

  /// Imports a bookmark for each payload from a file in the folder, asking for no page.
  static void importAll(List<Payload> payloads, Path folder, Zhai zhai) throws IOException {
    List<String> lines = payloads.stream().map(Planted::dossier).map(JsonLines::write).toList();
    Path file = Files.write(folder.resolve("hostile.jsonl"), lines, StandardCharsets.UTF_8);
    Zhai.Ran imported = zhai.run("import", file.toString(), "--no-fetch");
    assertEquals(0, imported.code(), imported.err());
  }

  /// As somebody may write it into a file for us to import: even the article's HTML is the payload.
  static Dossier dossier(Payload payload) {
    String text = payload.text();
    List<ArticleVersion> versions =
        List.of(new ArticleVersion(1, Verdict.READ, article(text), null, THEN, true));
    List<Mark> marks = new ArrayList<>();
    if (!text.isBlank()) {
      marks.add(Mark.Excerpt.of(text, text, THEN));
      marks.add(Mark.Note.of(text, THEN));
    }
    List<NoteSource> sources = List.of(new NoteSource(text, 1, null, text));
    Entry entry = new Entry(bookmark(payload), versions.getFirst(), marks, sources);
    return new Dossier(entry, versions, List.of());
  }

  private static Article article(String text) {
    return new Article(
        text, text, text, text, null, null, text, text, text, new Content(text, text, text));
  }

  private static Bookmark bookmark(Payload payload) {
    String address = "https://h.example/" + payload.number() + "?" + payload.text();
    List<Tag> tags = Tags.parse(payload.text()).stream().toList();
    return new Bookmark(
        payload.number(),
        WebUrl.stored(payload.text(), address, address),
        List.of("https://alias.example/" + payload.text()),
        payload.text(),
        tags,
        ReadingState.UNREAD,
        true,
        new Attempt(Verdict.READ, payload.text(), THEN),
        THEN,
        THEN,
        null);
  }

  /// A page of the web that says it in its text, in its head and about its author.
  static String page(Payload payload) {
    String said = payload.text();
    String quoted = said.replace("&", "&amp;").replace("\"", "&quot;");
    StringBuilder page = new StringBuilder("<!doctype html><html><head><meta charset=utf-8>");
    Map.of("author", quoted, "description", quoted)
        .forEach(
            (name, value) -> page.append("<meta name=%s content=\"%s\">".formatted(name, value)));
    page.append(
        "<meta property=og:site_name content=\"%s\"><title>t</title></head>".formatted(quoted));
    page.append("<body><article><h1>An ordinary heading</h1>");
    String around = "<p>Enough words stand before and after it to make an article of the page.</p>";
    return page.append(around.repeat(3)).append(said).append(around.repeat(3)).toString();
  }
}
