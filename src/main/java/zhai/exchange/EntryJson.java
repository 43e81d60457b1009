package zhai.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.Tag;

/// One bookmark as one flat JSON object on a line: what `--json` prints, for scripts and agents.
///
/// The keys are stable; new ones may be added at the end of an object. Every key is always there;
/// what isn't known is null, and a list may be empty.
///
/// | key | value |
/// |---|---|
/// | `id` | number |
/// | `url` | the canonical address |
/// | `title` | the user's, else the page's, else the address |
/// | `state`, `starred` | `unread` or `read`; true or false |
/// | `verdict`, `detail` | what came back from the page, and a sentence about it or null |
/// | `tags` | labels, sorted |
/// | `added`, `changed`, `read` | times in UTC, ISO 8601; `read` may be null |
/// | `published` | as exact as the page says it: `2019-09-19`, `2019-09-19T21:50:05+08:00`; or null |
/// | `site`, `byline`, `lang` | from the page, or null |
/// | `excerpts` | `{"id","quote","comment","anchor","added","origin"}`; `anchor` is exact, near, ambiguous, missing or unchecked |
/// | `notes` | `{"id","text","added","origin"}` |
/// | `aliases` | other canonical addresses that led here |
/// | `sources` | `{"file","line","day","kind","gone"}`: where it stands in the user's own notes; `kind` is record or mention, `gone` says that it no longer stands there |
///
/// A mark's `origin` is `{"file","line"}`: the record in the user's notes that it was read from;
/// null for what was given by hand.
public final class EntryJson {
  private EntryJson() {}

  /// The entry on one line, without a line end; control and bidi characters are escaped.
  public static String write(Entry entry) {
    return JsonText.write(of(entry));
  }

  /// The entry as an object that more can be added to.
  public static ObjectNode of(Entry entry) {
    ObjectNode json = JsonText.object();
    Bookmark bookmark = entry.bookmark();
    json.put("id", bookmark.id());
    json.put("url", bookmark.url().canonical());
    json.put("title", entry.title());
    json.put("state", bookmark.state().label());
    json.put("starred", bookmark.starred());
    json.put("verdict", bookmark.attempt().verdict().label());
    json.put("detail", bookmark.attempt().detail());
    ArrayNode tags = json.putArray("tags");
    bookmark.tags().stream().map(Tag::label).forEach(tags::add);
    json.put("added", bookmark.addedAt().toString());
    json.put("changed", bookmark.changedAt().toString());
    putText(json, "read", bookmark.readAt());
    putPageFacts(json, entry.article());
    putMarks(json, entry);
    ArrayNode aliases = json.putArray("aliases");
    bookmark.aliases().forEach(aliases::add);
    ArrayNode sources = json.putArray("sources");
    entry.sources().forEach(source -> writeSource(sources.addObject(), source));
    return json;
  }

  private static void putPageFacts(ObjectNode json, @Nullable ArticleVersion version) {
    Article article = version == null ? null : version.article();
    putText(json, "published", article == null ? null : article.published());
    putText(json, "site", article == null ? null : article.site());
    putText(json, "byline", article == null ? null : article.byline());
    putText(json, "lang", article == null ? null : article.language());
  }

  private static void putMarks(ObjectNode json, Entry entry) {
    ArrayNode excerpts = json.putArray("excerpts");
    for (Mark.Excerpt excerpt : entry.excerpts()) {
      ObjectNode object =
          excerpts
              .addObject()
              .put("id", excerpt.id())
              .put("quote", excerpt.quote())
              .put("comment", excerpt.comment())
              .put("anchor", excerpt.anchor().label())
              .put("added", excerpt.addedAt().toString());
      putOrigin(object, excerpt.origin());
    }
    ArrayNode notes = json.putArray("notes");
    for (Mark.Note note : entry.notes()) {
      ObjectNode object =
          notes
              .addObject()
              .put("id", note.id())
              .put("text", note.text())
              .put("added", note.addedAt().toString());
      putOrigin(object, note.origin());
    }
  }

  private static void putOrigin(ObjectNode json, @Nullable Origin origin) {
    if (origin == null) {
      json.putNull("origin");
    } else {
      json.putObject("origin").put("file", origin.file()).put("line", origin.line());
    }
  }

  private static void writeSource(ObjectNode json, NoteSource source) {
    json.put("file", source.file()).put("line", source.line());
    putText(json, "day", source.day());
    json.put("kind", source.kind().label()).put("gone", source.gone());
  }

  private static void putText(ObjectNode json, String key, @Nullable Object value) {
    json.put(key, value == null ? null : value.toString());
  }
}
