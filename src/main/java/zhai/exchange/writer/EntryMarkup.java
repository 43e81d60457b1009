package zhai.exchange.writer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.HtmlText;
import zhai.exchange.MarkdownHtml;
import zhai.exchange.ReadingList;
import zhai.exchange.WebLinks;
import zhai.exchange.With;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.PageDate;
import zhai.model.ReadingState;

/// The parts of an entry as HTML: the same on the page of a list, of a site and of a book. Only
/// http and https addresses are links, everything that is not ours is escaped.
final class EntryMarkup {
  private EntryMarkup() {}

  /// How many pages, until which day, by which query.
  static List<String> summary(ReadingList list, HtmlWords words) {
    List<String> parts = new ArrayList<>();
    parts.add(words.count(list.entries().size()));
    if (list.latestDay() != null) {
      parts.add(time(list.latestDay()));
    }
    if (list.query() != null && !list.query().isBlank()) {
      parts.add("<code>" + HtmlText.escapeLine(list.query()) + "</code>");
    }
    return parts;
  }

  static String title(Entry entry) {
    String title = HtmlText.escapeLine(entry.title());
    return title.isEmpty() ? HtmlText.escapeLine(entry.bookmark().url().canonical()) : title;
  }

  /// The title, a link to the page where its address can be one.
  static String link(Entry entry) {
    String address = entry.bookmark().url().canonical();
    return WebLinks.isWeb(address)
        ? "<a href=\"" + HtmlText.escapeLine(address) + "\">" + title(entry) + "</a>"
        : title(entry);
  }

  /// Site and author stand first, as on a magazine's contents page; then the day it was published,
  /// or else the day it was kept.
  static List<String> facts(ReadingList list, Entry entry, HtmlWords words) {
    Article article = entry.currentArticle();
    List<String> facts = new ArrayList<>();
    if (article != null) {
      Stream.of(article.site(), article.byline())
          .filter(Objects::nonNull)
          .filter(it -> !it.isBlank())
          .map(HtmlText::escapeLine)
          .distinct()
          .forEach(facts::add);
    }
    PageDate published = article == null ? null : article.published();
    facts.add(published == null ? words.added(time(list.day(entry))) : time(published.day()));
    if (entry.bookmark().starred()) {
      facts.add("<span class=\"star\">★</span>");
    }
    if (entry.bookmark().state() == ReadingState.READ) {
      facts.add(words.read());
    }
    if (entry.bookmark().attempt().verdict().isFailure() && article == null) {
      facts.add("<span class=\"state\">" + words.notFetched() + "</span>");
    }
    return facts;
  }

  /// The user's excerpts and notes, as far as they are wanted.
  static String marks(Set<With> with, Entry entry, HtmlWords words) {
    StringBuilder out = new StringBuilder();
    for (Mark mark : entry.marks()) {
      switch (mark) {
        case Mark.Excerpt excerpt when with.contains(With.EXCERPTS) ->
            appendExcerpt(excerpt, words, out);
        case Mark.Note note when with.contains(With.NOTES) -> appendNote("note", note.text(), out);
        case Mark.Excerpt _, Mark.Note _ -> {}
      }
    }
    return out.toString();
  }

  private static void appendExcerpt(Mark.Excerpt excerpt, HtmlWords words, StringBuilder out) {
    out.append("<blockquote>\n").append(MarkdownHtml.render(excerpt.quote()));
    out.append(state(excerpt.anchor(), words)).append("</blockquote>\n");
    if (excerpt.comment() != null && !excerpt.comment().isBlank()) {
      appendNote("comment", excerpt.comment(), out);
    }
  }

  private static void appendNote(String kind, String markdown, StringBuilder out) {
    out.append("<div class=\"").append(kind).append("\">\n");
    out.append(MarkdownHtml.render(markdown)).append("</div>\n");
  }

  private static String state(Anchor anchor, HtmlWords words) {
    return switch (anchor) {
      case Anchor.Exact _, Anchor.Unchecked _ -> "";
      case Anchor.Near _, Anchor.Ambiguous _, Anchor.Missing _ ->
          "<p class=\"state\" data-anchor=\""
              + anchor.label()
              + "\">"
              + words.anchor(anchor)
              + "</p>\n";
    };
  }

  /// `#a #b`
  static String tags(Entry entry) {
    return entry.bookmark().tags().stream()
        .map(tag -> "<span>#" + HtmlText.escapeLine(tag.label()) + "</span>")
        .collect(Collectors.joining(" "));
  }

  /// The language of the page as a tag that can be relied on; else that of the words around it.
  static String language(Entry entry, HtmlWords words) {
    Article article = entry.currentArticle();
    String given = article == null ? null : article.language();
    try {
      return given == null || given.isBlank()
          ? words.language()
          : new Locale.Builder().setLanguageTag(given).build().toLanguageTag();
    } catch (IllformedLocaleException _) {
      return words.language();
    }
  }

  static String time(@Nullable LocalDate day) {
    return day == null ? "" : "<time datetime=\"%1$s\">%1$s</time>".formatted(day);
  }

  static String joined(List<String> facts) {
    return String.join(" <span class=\"dot\">·</span> ", facts);
  }
}
