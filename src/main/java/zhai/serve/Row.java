package zhai.serve;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.WebLinks;
import zhai.model.Article;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Span;
import zhai.model.Tag;
import zhai.query.Field;
import zhai.query.Query;

/// A bookmark as a list shows it.
///
/// @param title in pieces, so that what was looked for stands out
/// @param web its address where it can be gone to; empty for a file
/// @param facts site, author, day: what a contents page of a magazine says
/// @param state what is to be known about its page, if that was not read; empty otherwise
/// @param marks how many excerpts and notes it has; empty if none
record Row(
    long id,
    List<Piece> title,
    String plainTitle,
    String web,
    String address,
    List<String> facts,
    String state,
    String detail,
    boolean starred,
    boolean read,
    List<Link> tags,
    String marks) {

  static Row of(Entry entry, ZoneId zone) {
    return of(entry, List.of(), zone);
  }

  /// @param hits places in the title
  static Row of(Entry entry, List<Span> hits, ZoneId zone) {
    Bookmark bookmark = entry.bookmark();
    String address = bookmark.url().canonical();
    boolean wasRead = entry.article() != null;
    String detail = bookmark.attempt().detail();
    return new Row(
        bookmark.id(),
        Piece.of(entry.title(), hits),
        Characters.oneLine(entry.title()),
        WebLinks.isWeb(address) ? WebLinks.encoded(address) : "",
        Characters.oneLine(address),
        facts(entry, zone),
        wasRead ? "" : bookmark.attempt().verdict().label(),
        detail == null ? "" : Characters.oneLine(detail),
        bookmark.starred(),
        bookmark.state() == ReadingState.READ,
        tags(bookmark),
        marks(entry));
  }

  /// @param zone whose days are meant
  private static List<String> facts(Entry entry, ZoneId zone) {
    List<String> facts = new ArrayList<>();
    String host = entry.bookmark().url().host();
    facts.add(host.isEmpty() ? "file" : host);
    Article article = entry.currentArticle();
    add(facts, article == null ? null : article.byline());
    PageDate published = article == null ? null : article.published();
    if (published != null) {
      facts.add(published.day().toString());
    } else {
      facts.add("kept " + entry.bookmark().addedAt().atZone(zone).toLocalDate());
    }
    return facts;
  }

  private static void add(List<String> facts, @Nullable String said) {
    if (said != null && !said.isBlank()) {
      facts.add(Characters.oneLine(said));
    }
  }

  private static List<Link> tags(Bookmark bookmark) {
    return bookmark.tags().stream().map(Row::link).toList();
  }

  private static Link link(Tag tag) {
    String query = new Query.In(Field.TAG, new Query.Phrase(tag.label())).toString();
    return Link.to(Characters.oneLine(tag.label()), Link.asking("/", query));
  }

  private static String marks(Entry entry) {
    List<String> parts = new ArrayList<>();
    count(parts, entry.excerpts().size(), "excerpt");
    count(parts, entry.notes().size(), "note");
    return String.join(", ", parts);
  }

  private static void count(List<String> parts, int many, String noun) {
    if (many > 0) {
      parts.add(many + " " + noun + (many == 1 ? "" : "s"));
    }
  }
}
