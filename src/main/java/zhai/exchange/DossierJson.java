package zhai.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Dossier;
import zhai.model.Mark;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Snapshot;
import zhai.model.Span;
import zhai.model.Tag;

/// A dossier as a tree of JSON, layout 1; {@link DossierReading} is the way back. Keys without a
/// value are left out, and so is what a source or a mark has in common with most; lists are always
/// there.
final class DossierJson {
  private DossierJson() {}

  static ObjectNode write(Dossier dossier) {
    ObjectNode json = JsonText.object().put(JsonLines.VERSION_KEY, JsonLines.VERSION);
    writeBookmark(json.putObject("bookmark"), dossier.entry().bookmark());
    putAll(json, "sources", dossier.entry().sources(), DossierJson::writeSource);
    putAll(json, "marks", dossier.entry().marks(), DossierJson::writeMark);
    putAll(json, "versions", dossier.versions(), DossierJson::writeVersion);
    putAll(json, "snapshots", dossier.snapshots(), DossierJson::writeSnapshot);
    return json;
  }

  private static void writeBookmark(ObjectNode json, Bookmark bookmark) {
    json.put("id", bookmark.id());
    json.putObject("url")
        .put("canonical", bookmark.url().canonical())
        .put("given", bookmark.url().given())
        .put("fetch", bookmark.url().fetchAddress());
    ArrayNode aliases = json.putArray("aliases");
    bookmark.aliases().forEach(aliases::add);
    put(json, "title", bookmark.title());
    ArrayNode tags = json.putArray("tags");
    bookmark.tags().stream().map(Tag::label).forEach(tags::add);
    json.put("state", bookmark.state().label()).put("starred", bookmark.starred());
    writeAttempt(json.putObject("attempt"), bookmark.attempt());
    json.put("added", bookmark.addedAt().toString());
    json.put("changed", bookmark.changedAt().toString());
    put(json, "read", bookmark.readAt());
  }

  private static void writeAttempt(ObjectNode json, Attempt attempt) {
    json.put("verdict", attempt.verdict().label());
    put(json, "detail", attempt.detail());
    put(json, "at", attempt.at());
  }

  private static void writeSource(ObjectNode json, NoteSource source) {
    json.put("file", source.file()).put("line", source.line());
    put(json, "day", source.day());
    json.put("body", source.body());
    if (source.kind() != NoteKind.RECORD) {
      json.put("kind", source.kind().label());
    }
    if (!source.label().isEmpty()) {
      json.put("label", source.label());
    }
    if (!source.tags().isEmpty()) {
      ArrayNode tags = json.putArray("tags");
      source.tags().forEach(tag -> tags.add(tag.label()));
    }
    if (source.gone()) {
      json.put("gone", true);
    }
  }

  private static void writeMark(ObjectNode json, Mark mark) {
    switch (mark) {
      case Mark.Excerpt excerpt -> writeExcerpt(json, excerpt);
      case Mark.Note note -> json.put("kind", "note").put("id", note.id()).put("text", note.text());
    }
    json.put("added", mark.addedAt().toString());
    if (mark.origin() != null) {
      json.putObject("origin").put("file", mark.origin().file()).put("line", mark.origin().line());
    }
  }

  private static void writeExcerpt(ObjectNode json, Mark.Excerpt excerpt) {
    json.put("kind", "excerpt").put("id", excerpt.id()).put("quote", excerpt.quote());
    put(json, "comment", excerpt.comment());
    json.put("prefix", excerpt.surroundings().prefix());
    json.put("suffix", excerpt.surroundings().suffix());
    writeAnchor(json.putObject("anchor"), excerpt.anchor());
  }

  private static void writeAnchor(ObjectNode json, Anchor anchor) {
    json.put("found", anchor.label());
    switch (anchor) {
      case Anchor.Exact exact ->
          putAll(json, "places", List.of(exact.place()), DossierJson::writeSpan);
      case Anchor.Near near -> {
        putAll(json, "places", List.of(near.place()), DossierJson::writeSpan);
        json.put("similarity", near.similarity());
      }
      case Anchor.Ambiguous many -> putAll(json, "places", many.places(), DossierJson::writeSpan);
      case Anchor.Missing _, Anchor.Unchecked _ -> {}
    }
  }

  private static void writeSpan(ObjectNode json, Span span) {
    json.put("start", span.start()).put("end", span.end());
  }

  private static void writeVersion(ObjectNode json, ArticleVersion version) {
    json.put("number", version.number()).put("verdict", version.verdict().label());
    put(json, "snapshot", version.snapshotSha256());
    json.put("read", version.readAt().toString()).put("current", version.current());
    writeArticle(json.putObject("article"), version.article());
  }

  private static void writeArticle(ObjectNode json, Article article) {
    put(json, "title", article.title());
    put(json, "byline", article.byline());
    put(json, "site", article.site());
    put(json, "lang", article.language());
    put(json, "published", article.published());
    put(json, "updated", article.updated());
    put(json, "canonical", article.canonical());
    put(json, "description", article.description());
    put(json, "image", article.leadImage());
    json.put("html", article.content().html())
        .put("markdown", article.content().markdown())
        .put("text", article.content().text());
  }

  private static void writeSnapshot(ObjectNode json, Snapshot snapshot) {
    json.put("address", snapshot.address()).put("origin", snapshot.origin().label());
    json.put("status", snapshot.status());
    ArrayNode headers = json.putArray("headers");
    snapshot.headers().forEach(it -> headers.addArray().add(it.name()).add(it.value()));
    json.put("taken", snapshot.takenAt().toString());
    json.put("sha256", snapshot.body().sha256()).put("bytes", snapshot.body().size());
    json.put("zlib", Compression.compress(snapshot.body()));
  }

  private static <T> void putAll(
      ObjectNode json, String key, List<T> values, BiConsumer<ObjectNode, T> writer) {
    ArrayNode array = json.putArray(key);
    values.forEach(value -> writer.accept(array.addObject(), value));
  }

  private static void put(ObjectNode json, String key, @Nullable Object value) {
    if (value != null) {
      json.put(key, value.toString());
    }
  }
}
