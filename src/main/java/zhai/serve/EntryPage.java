package zhai.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhai.exchange.MarkdownHtml;
import zhai.exchange.writer.ReaderMarkup;
import zhai.exchange.writer.ReaderMarkup.Highlight;
import zhai.library.Library;
import zhai.model.Anchor;
import zhai.model.ArticleVersion;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Span;
import zhai.model.StoredImage;
import zhai.model.Tag;

/// `/entry/ID`: an article to read, with the user's excerpts highlighted and their words beside it.
final class EntryPage {
  private final Library library;
  private final Templates templates;
  private final String key;
  private final int sourcePort;

  /// @param sourcePort where the bytes of pages are shown as they came
  EntryPage(Library library, Templates templates, String key, int sourcePort) {
    this.library = library;
    this.templates = templates;
    this.key = key;
    this.sourcePort = sourcePort;
  }

  /// A mark beside the text.
  ///
  /// @param quote markup; empty for a note
  /// @param words of the user, markup; empty if there are none
  /// @param state the anchor's label; empty for a note
  /// @param sentence what is to be said about the anchor; empty if nothing is
  /// @param placed whether it is highlighted in the text
  /// @param origin the file of notes that it stands in; empty if it was given by hand
  record MarkView(
      long id,
      String quote,
      String words,
      String state,
      String sentence,
      boolean placed,
      String origin) {}

  /// All that is on the page.
  record View(
      Shell shell,
      Row row,
      String language,
      String ownTitle,
      String tagWords,
      String article,
      List<MarkView> marks,
      String version,
      String source) {}

  Reply answer(Asked asked) {
    Entry entry = library.entry(asked.number("id"));
    Row row = Row.of(entry, library.zone());
    ArticleVersion current = entry.article();
    boolean kept = current != null && current.snapshotSha256() != null;
    String ownTitle = entry.bookmark().title();
    View view =
        new View(
            new Shell(row.plainTitle(), key, ""),
            row,
            ReaderMarkup.language(entry),
            ownTitle == null ? "" : ownTitle,
            entry.bookmark().tags().stream().map(Tag::label).collect(Collectors.joining(" ")),
            article(entry),
            marks(entry),
            current == null ? "" : Integer.toString(current.number()),
            kept ? source(asked, row.id()) : "");
    return Reply.html(200, templates.fill("entry", view));
  }

  /// On the other port of the same name, so that the browser shows its cookie there too.
  private String source(Asked asked, long id) {
    String name = asked.host().replaceFirst(":\\d+$", "");
    return "http://%s:%d/page/%d/source".formatted(name, sourcePort, id);
  }

  private String article(Entry entry) {
    ArticleVersion current = entry.article();
    if (current == null) {
      return "";
    }
    List<Highlight> highlights = new ArrayList<>();
    for (Mark.Excerpt excerpt : entry.excerpts()) {
      for (Span place : places(excerpt.anchor())) {
        highlights.add(new Highlight(excerpt.id(), excerpt.anchor().label(), place));
      }
    }
    Map<String, String> pictures =
        library.images(entry).kept().stream()
            .collect(Collectors.toMap(StoredImage::address, it -> "/image/" + it.sha256()));
    return ReaderMarkup.article(current.article().content(), pictures, highlights);
  }

  static List<Span> places(Anchor anchor) {
    return switch (anchor) {
      case Anchor.Exact exact -> List.of(exact.place());
      case Anchor.Near near -> List.of(near.place());
      case Anchor.Ambiguous many -> many.places();
      case Anchor.Missing _, Anchor.Unchecked _ -> List.of();
    };
  }

  /// Notes first, since they are about the whole; then excerpts as they follow in the text; then
  /// those that are not in it.
  private static List<MarkView> marks(Entry entry) {
    Stream<Mark.Excerpt> byPlace =
        entry.excerpts().stream().sorted(Comparator.comparingInt(EntryPage::start));
    return Stream.concat(entry.notes().stream(), byPlace).map(EntryPage::view).toList();
  }

  private static int start(Mark.Excerpt excerpt) {
    return places(excerpt.anchor()).stream().mapToInt(Span::start).min().orElse(Integer.MAX_VALUE);
  }

  private static MarkView view(Mark mark) {
    String origin = mark.origin() == null ? "" : mark.origin().file() + ":" + mark.origin().line();
    return switch (mark) {
      case Mark.Note note ->
          new MarkView(note.id(), "", MarkdownHtml.render(note.text()), "", "", false, origin);
      case Mark.Excerpt excerpt ->
          new MarkView(
              excerpt.id(),
              MarkdownHtml.render(excerpt.quote()),
              excerpt.comment() == null ? "" : MarkdownHtml.render(excerpt.comment()),
              excerpt.anchor().label(),
              excerpt.anchor() instanceof Anchor.Exact
                  ? ""
                  : ReaderMarkup.sentence(excerpt.anchor()),
              !places(excerpt.anchor()).isEmpty(),
              origin);
    };
  }
}
