package zhai.exchange.writer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import zhai.exchange.MarkdownHtml;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Entry;
import zhai.model.Mark;

/// What both kinds of feed say of a bookmark.
///
/// @param id the same in every feed of every library, since it is made of the address
/// @param html the marks that are wanted and, if wanted, the article; nothing in it runs or is
///   loaded from elsewhere
record FeedItem(String id, PageFacts page, String html) {

  static FeedItem of(ReadingList list, Entry entry) {
    Set<With> with = list.layout().with(With.WORDS);
    StringBuilder html = new StringBuilder();
    Remarks.wanted(entry.marks(), with).forEach(mark -> append(html, mark));
    if (with.contains(With.ARTICLE)) {
      list.article(entry)
          .ifPresent(it -> html.append(MarkdownHtml.render(it.content().markdown())));
    }
    return new FeedItem(
        StableId.urn(entry.bookmark().url().canonical()), PageFacts.of(entry), html.toString());
  }

  /// To the second: some readers take nine digits behind it for milliseconds.
  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void append(StringBuilder html, Mark mark) {
    switch (mark) {
      case Mark.Excerpt excerpt -> {
        html.append("<blockquote>\n").append(MarkdownHtml.render(excerpt.quote()));
        html.append("</blockquote>\n");
        if (excerpt.comment() != null) {
          html.append(MarkdownHtml.render(excerpt.comment()));
        }
      }
      case Mark.Note note -> html.append(MarkdownHtml.render(note.text()));
    }
  }
}
