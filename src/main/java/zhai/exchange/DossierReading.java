package zhai.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhai.exchange.JsonFields.WrongKey;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Bytes;
import zhai.model.Content;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Snapshot;
import zhai.model.Span;
import zhai.model.Surroundings;
import zhai.model.Tag;
import zhai.model.Verdict;
import zhai.url.WebUrl;

/// The dossier in a tree that {@link DossierJson} wrote, or that somebody edited since: every value
/// is checked, and the first wrong one is named.
final class DossierReading {
  private DossierReading() {}

  static Dossier read(JsonFields line) throws WrongKey {
    List<ArticleVersion> versions = line.list("versions", DossierReading::readVersion);
    List<ArticleVersion> current = versions.stream().filter(ArticleVersion::current).toList();
    if (current.size() > 1) {
      throw line.wrong("versions", "should have one current version at most");
    }
    Entry entry =
        new Entry(
            readBookmark(line.fields("bookmark")),
            current.isEmpty() ? null : current.getFirst(),
            line.list("marks", DossierReading::readMark),
            line.list("sources", DossierReading::readSource));
    return new Dossier(entry, versions, line.list("snapshots", DossierReading::readSnapshot));
  }

  private static Bookmark readBookmark(JsonFields json) throws WrongKey {
    return new Bookmark(
        json.number("id"),
        readUrl(json.fields("url")),
        json.texts("aliases"),
        json.textOrNull("title"),
        readTags(json),
        json.parsed("state", ReadingState::ofLabel, "\"unread\" or \"read\""),
        json.flag("starred"),
        readAttempt(json.fields("attempt")),
        json.instant("added"),
        json.instant("changed"),
        json.instantOrNull("read"));
  }

  // A line from outside must not plant an address that a click would run.
  private static WebUrl readUrl(JsonFields json) throws WrongKey {
    for (String key : List.of("fetch", "canonical")) {
      if (!WebLinks.isWeb(json.text(key)) && !json.text(key).startsWith("file:///")) {
        throw json.wrong(key, "should be an http or https address, or that of a file");
      }
    }
    return WebUrl.stored(json.text("given"), json.text("fetch"), json.text("canonical"));
  }

  private static List<Tag> readTags(JsonFields json) throws WrongKey {
    List<Tag> tags = new ArrayList<>();
    for (String label : json.texts("tags")) {
      try {
        tags.add(new Tag(label));
      } catch (IllegalArgumentException e) {
        throw json.wrong("tags", "should not have an empty tag");
      }
    }
    return tags;
  }

  private static Attempt readAttempt(JsonFields json) throws WrongKey {
    return new Attempt(readVerdict(json), json.textOrNull("detail"), json.instantOrNull("at"));
  }

  private static Verdict readVerdict(JsonFields json) throws WrongKey {
    return json.parsed("verdict", Verdict::ofLabel, "a verdict such as \"read\" or \"gone\"");
  }

  private static NoteSource readSource(JsonFields json) throws WrongKey {
    LocalDate day = json.parsedOrNull("day", LocalDate::parse, "a day such as 2026-01-04");
    NoteKind kind = json.parsedOrNull("kind", NoteKind::ofLabel, "\"record\" or \"mention\"");
    String label = json.textOrNull("label");
    return new NoteSource(
        json.text("file"),
        json.integer("line"),
        day,
        json.text("body"),
        kind == null ? NoteKind.RECORD : kind,
        label == null ? "" : label,
        readTags(json),
        json.flag("gone"));
  }

  private static Mark readMark(JsonFields json) throws WrongKey {
    return switch (json.text("kind")) {
      case "excerpt" -> readExcerpt(json);
      case "note" ->
          new Mark.Note(
              json.number("id"), words(json, "text"), json.instant("added"), readOrigin(json));
      default -> throw json.wrong("kind", "should be \"excerpt\" or \"note\"");
    };
  }

  private static Mark readExcerpt(JsonFields json) throws WrongKey {
    return new Mark.Excerpt(
        json.number("id"),
        words(json, "quote"),
        json.textOrNull("comment"),
        new Surroundings(json.text("prefix"), json.text("suffix")),
        readAnchor(json.fields("anchor")),
        json.instant("added"),
        readOrigin(json));
  }

  private static @Nullable Origin readOrigin(JsonFields json) throws WrongKey {
    if (!json.has("origin")) {
      return null;
    }
    JsonFields origin = json.fields("origin");
    return new Origin(origin.text("file"), origin.integer("line"));
  }

  private static String words(JsonFields json, String key) throws WrongKey {
    String words = json.text(key);
    if (words.isBlank()) {
      throw json.wrong(key, "should not be blank");
    }
    return words;
  }

  private static Anchor readAnchor(JsonFields json) throws WrongKey {
    return switch (json.text("found")) {
      case "exact" -> new Anchor.Exact(onePlace(json));
      case "near" -> new Anchor.Near(onePlace(json), readSimilarity(json));
      case "ambiguous" -> readAmbiguous(json);
      case "missing" -> new Anchor.Missing();
      case "unchecked" -> new Anchor.Unchecked();
      default ->
          throw json.wrong(
              "found", "should be one of exact, near, ambiguous, missing and unchecked");
    };
  }

  private static double readSimilarity(JsonFields json) throws WrongKey {
    double similarity = json.share("similarity");
    if (similarity < 0 || similarity > 1) {
      throw json.wrong("similarity", "should be a share between 0 and 1");
    }
    return similarity;
  }

  private static Anchor readAmbiguous(JsonFields json) throws WrongKey {
    List<Span> places = json.list("places", DossierReading::readSpan);
    if (places.size() < 2) {
      throw json.wrong("places", "should be two at least");
    }
    return new Anchor.Ambiguous(places);
  }

  private static Span onePlace(JsonFields json) throws WrongKey {
    List<Span> places = json.list("places", DossierReading::readSpan);
    if (places.size() != 1) {
      throw json.wrong("places", "should be one");
    }
    return places.getFirst();
  }

  private static Span readSpan(JsonFields json) throws WrongKey {
    int start = json.integer("start");
    int end = json.integer("end");
    if (start < 0 || end <= start) {
      throw json.wrong("end", "should come after a start that is 0 at least");
    }
    return new Span(start, end);
  }

  private static ArticleVersion readVersion(JsonFields json) throws WrongKey {
    Verdict verdict = readVerdict(json);
    if (!verdict.carriesArticle()) {
      throw json.wrong("verdict", "should be \"read\" or \"preview\"");
    }
    return new ArticleVersion(
        json.integer("number"),
        verdict,
        readArticle(json.fields("article")),
        json.textOrNull("snapshot"),
        json.instant("read"),
        json.flag("current"));
  }

  private static Article readArticle(JsonFields json) throws WrongKey {
    return new Article(
        json.textOrNull("title"),
        json.textOrNull("byline"),
        json.textOrNull("site"),
        json.textOrNull("lang"),
        readPageDate(json, "published"),
        readPageDate(json, "updated"),
        json.textOrNull("canonical"),
        json.textOrNull("description"),
        json.textOrNull("image"),
        new Content(json.text("html"), json.text("markdown"), json.text("text")));
  }

  private static @Nullable PageDate readPageDate(JsonFields json, String key) throws WrongKey {
    String text = json.textOrNull(key);
    if (text == null) {
      return null;
    }
    return PageDate.parse(text)
        .orElseThrow(() -> json.wrong(key, "should be a date such as 2019-09-19T21:50:05+08:00"));
  }

  private static Snapshot readSnapshot(JsonFields json) throws WrongKey {
    List<Snapshot.Header> headers = new ArrayList<>();
    for (JsonNode header : json.elements("headers")) {
      if (header.size() != 2 || !header.path(0).isTextual() || !header.path(1).isTextual()) {
        throw json.wrong("headers", "should be pairs of a name and a value");
      }
      headers.add(new Snapshot.Header(header.get(0).textValue(), header.get(1).textValue()));
    }
    return new Snapshot(
        json.text("address"),
        json.parsed("origin", Snapshot.Origin::ofLabel, "an origin such as \"fetched\""),
        json.integer("status"),
        headers,
        readBody(json),
        json.instant("taken"));
  }

  private static Bytes readBody(JsonFields json) throws WrongKey {
    Optional<Bytes> body = Compression.expand(json.text("zlib"), json.integer("bytes"));
    String expected = json.text("sha256");
    return body.filter(bytes -> bytes.sha256().equals(expected))
        .orElseThrow(() -> json.wrong("zlib", "is damaged: it does not give the bytes it should"));
  }
}
