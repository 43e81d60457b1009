package zhai.cli;

import static zhai.cli.EntryPrinter.INDENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import zhai.extract.PdfPages;
import zhai.fetch.LocalFile;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.Bookmark;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.Span;

/// What `zhai show` says below a bookmark's heading: its addresses, where it stands in the user's
/// notes, and its excerpts and notes, each with where it comes from.
final class DetailLines {
  private final List<Line> lines = new ArrayList<>();

  private DetailLines() {}

  static List<Line> of(Entry entry) {
    DetailLines details = new DetailLines();
    details.addPlaces(entry);
    Article article = entry.currentArticle();
    Content content = article == null ? Content.EMPTY : article.content();
    entry.marks().forEach(mark -> details.add(mark, content));
    return details.lines;
  }

  private void addPlaces(Entry entry) {
    Bookmark bookmark = entry.bookmark();
    lines.add(Line.of(INDENT + bookmark.url().canonical()));
    bookmark.aliases().stream()
        .filter(alias -> !LocalFile.isContent(alias))
        .forEach(alias -> lines.add(Line.of(INDENT).faint("also " + alias)));
    entry.sources().forEach(source -> lines.add(standing(source)));
    if (bookmark.attempt().detail() != null) {
      lines.add(Line.of(INDENT).warning(bookmark.attempt().detail()));
    }
  }

  /// Where in the user's notes it stands, or stood.
  private static Line standing(NoteSource source) {
    String place = source.file() + ":" + source.line();
    if (source.gone()) {
      return Line.of(INDENT).faint("was in " + place).warning(", no longer there");
    }
    String how = source.kind() == NoteKind.MENTION ? "mentioned in " : "in ";
    return Line.of(INDENT).faint(how + place);
  }

  private void add(Mark mark, Content content) {
    switch (mark) {
      case Mark.Excerpt excerpt -> add(excerpt, content);
      case Mark.Note note -> {
        String head = "note " + note.id() + whose(note, content) + origin(note);
        lines.add(new Line().faint(INDENT + head));
        addText("  ", note.text());
      }
    }
  }

  private void add(Mark.Excerpt excerpt, Content content) {
    Line head = Line.of("").faint(INDENT + "excerpt " + excerpt.id() + ", ");
    String state = excerpt.anchor().label();
    Line said = state.equals("exact") ? head.good(state) : head.warning(state);
    lines.add(said.plain(page(excerpt, content)).faint(origin(excerpt)));
    addText("  > ", excerpt.quote());
    if (excerpt.comment() != null) {
      addText("  ", excerpt.comment());
    }
  }

  private void addText(String sign, String text) {
    text.lines().forEach(line -> lines.add(Line.of(INDENT + sign + line)));
  }

  /// Where the page's text has pages of its own, as a PDF has: `, p. 7`.
  private static String page(Mark.Excerpt excerpt, Content content) {
    Optional<Span> place =
        switch (excerpt.anchor()) {
          case Anchor.Exact exact -> Optional.of(exact.place());
          case Anchor.Near near -> Optional.of(near.place());
          case Anchor.Ambiguous _, Anchor.Missing _, Anchor.Unchecked _ -> Optional.empty();
        };
    OptionalInt page =
        place.isEmpty() ? OptionalInt.empty() : PdfPages.at(content, place.get().start());
    return page.isPresent() ? ", p. " + page.getAsInt() : "";
  }

  /// What was read from the user's notes and is not in the page is theirs, once there is a page.
  private static String whose(Mark.Note note, Content content) {
    if (note.origin() == null) {
      return "";
    }
    return content.text().isEmpty() ? ", unchecked" : ", own words";
  }

  /// The place in the user's notes that it was read from; nothing for what was given by hand.
  private static String origin(Mark mark) {
    Origin origin = mark.origin();
    return origin == null ? "" : ", " + origin.file() + ":" + origin.line();
  }
}
