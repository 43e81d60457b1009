package zhai.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.Attempt;
import zhai.model.Bytes;
import zhai.model.Content;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Snapshot;
import zhai.model.Span;
import zhai.model.Surroundings;
import zhai.model.Tag;
import zhai.model.Verdict;
import zhai.url.WebUrl;

/// Pages, marks and times that the tests of the store speak of.
final class Samples {
  static final Instant NOON = Instant.parse("2026-01-04T12:00:00.000000001Z");

  private Samples() {}

  /// A library of two bookmarks with all that can hang on them.
  ///
  /// @return its file
  static Path library(Path folder) {
    Path database = folder.resolve("library.db");
    try (Store store = Store.create(database)) {
      store.write(tx -> addFull(tx, "a"));
      store.write(tx -> addFull(tx, "b"));
    }
    return database;
  }

  /// Changes a library as no program of ours would: past its rules and its seals.
  static void breakWith(Path database, String sql) {
    try (Sql writer = LibraryFile.at(database, "").writer()) {
      writer.script("PRAGMA foreign_keys = OFF");
      writer.script("PRAGMA ignore_check_constraints = ON");
      writer.script(sql);
    }
  }

  static Instant after(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  static WebUrl url(String path) {
    String canonical = "https://example.org/" + path;
    return WebUrl.stored(canonical + "?utm_source=x", canonical + "?token=1", canonical);
  }

  static Snapshot page(String html, Instant at) {
    return new Snapshot(
        "https://example.org/page",
        Snapshot.Origin.FETCHED,
        200,
        List.of(
            new Snapshot.Header("Content-Type", "text/html; charset=utf-8"),
            new Snapshot.Header("odd: name\\", "two\r\nlines \\n")),
        Bytes.ofUtf8(html),
        at);
  }

  static Article article(String title, String text) {
    return new Article(
        title,
        "林默",
        "Example",
        "zh",
        PageDate.parse("2019-09-19T21:50:05+08:00").orElseThrow(),
        PageDate.of(LocalDate.of(2020, 2, 29)),
        "https://example.org/page",
        "何为检索",
        "https://example.org/a.png",
        new Content("<p>" + text + "</p>", text, text));
  }

  static NewReading reading(String text, Instant at) {
    return new NewReading(
        PackedSnapshot.of(page("<html>" + text, at)),
        Verdict.READ,
        article("题目 " + text, text),
        true,
        at);
  }

  /// A bookmark that has something of everything.
  static long addFull(Transaction tx, String path) {
    long id = tx.addBookmark(url(path), NOON).id();
    tx.addAlias(id, "https://example.org/short/" + path);
    tx.addTag(id, new Tag("RAG"), after(1));
    tx.addTag(id, new Tag("知识蒸馏"), after(1));
    tx.addMark(id, Mark.Note.of("先看第三节 of " + path, after(2)));
    tx.addMark(
        id,
        Mark.Excerpt.of("冲突信息", "记住", after(3))
            .anchored(
                new Anchor.Ambiguous(List.of(new Span(0, 4), new Span(9, 13))),
                new Surroundings("前", "后")));
    tx.addMark(
        id,
        Mark.Excerpt.of("nearly", null, after(3))
            .anchored(new Anchor.Near(new Span(3, 9), 0.93), Surroundings.NONE));
    tx.addSource(id, new NoteSource("daily/2026-01-04.md", 7, LocalDate.of(2026, 1, 4), "> a\r\n"));
    tx.setTitle(id, "my own title", after(4));
    tx.setState(id, ReadingState.READ, after(5));
    tx.setStarred(id, true, after(5));
    tx.addArticle(id, reading("first " + path, after(6)));
    tx.addArticle(id, reading("second " + path, after(7)));
    tx.recordAttempt(id, new Attempt(Verdict.READ, null, after(7)));
    return id;
  }
}
