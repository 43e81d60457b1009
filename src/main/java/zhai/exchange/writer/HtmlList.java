package zhai.exchange.writer;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.HtmlText;
import zhai.exchange.MarkdownHtml;
import zhai.exchange.ReadingList;
import zhai.exchange.Resources;
import zhai.exchange.WebLinks;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.PageDate;
import zhai.model.ReadingState;

/// A reading list as one self-contained page: to read on a screen by day and by night, to print, to
/// send. Nothing in it runs and nothing is loaded from elsewhere; its content security policy says
/// so to the browser, and only http and https addresses are links. How it looks is in
/// `reading-list.css`.
public final class HtmlList implements ListWriter {
  /// A list longer than this begins with a table of contents.
  static final int LONG = 8;

  private final String style = Resources.read("writer/reading-list.css");

  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    String title = HtmlText.escapeLine(list.title());
    HtmlWords words = HtmlWords.of(list);
    out.append(head(words.language(), title));
    out.append("<header>\n<h1>").append(title).append("</h1>\n");
    writeSummary(list, words, out);
    out.append("</header>\n");
    if (list.entries().size() > LONG) {
      writeContents(list, words, out);
    }
    out.append("<main>\n");
    for (int i = 0; i < list.entries().size(); i++) {
      writeEntry(list, i, words, out);
    }
    out.append("</main>\n</body>\n</html>\n");
  }

  private String head(String language, String title) {
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    """
        .formatted(language, title, style);
  }

  private static void writeSummary(ReadingList list, HtmlWords words, Appendable out)
      throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(words.count(list.entries().size()));
    if (list.latestDay() != null) {
      parts.add(time(list.latestDay()));
    }
    if (list.query() != null && !list.query().isBlank()) {
      parts.add("<code>" + HtmlText.escapeLine(list.query()) + "</code>");
    }
    out.append("<p class=\"facts\">").append(joined(parts)).append("</p>\n");
  }

  private static void writeContents(ReadingList list, HtmlWords words, Appendable out)
      throws IOException {
    out.append("<nav aria-label=\"").append(words.contents()).append("\">\n");
    out.append("<h2>").append(words.contents()).append("</h2>\n<ol>\n");
    for (int i = 0; i < list.entries().size(); i++) {
      out.append("<li><a href=\"#").append(anchor(i)).append("\">");
      out.append(title(list.entries().get(i))).append("</a></li>\n");
    }
    out.append("</ol>\n</nav>\n");
  }

  private static void writeEntry(ReadingList list, int index, HtmlWords words, Appendable out)
      throws IOException {
    Entry entry = list.entries().get(index);
    out.append("<article id=\"").append(anchor(index)).append("\"").append(language(entry));
    out.append(">\n<header>\n<h2>").append(link(entry)).append("</h2>\n");
    out.append("<p class=\"facts\">").append(joined(facts(list, entry, words))).append("</p>\n");
    out.append("<p class=\"address\">");
    out.append(HtmlText.escapeLine(entry.bookmark().url().canonical())).append("</p>\n</header>\n");
    for (Mark mark : entry.marks()) {
      writeMark(mark, words, out);
    }
    if (!entry.bookmark().tags().isEmpty()) {
      out.append("<p class=\"tags\">").append(tags(entry)).append("</p>\n");
    }
    out.append("</article>\n");
  }

  private static String link(Entry entry) {
    String address = entry.bookmark().url().canonical();
    return WebLinks.isWeb(address)
        ? "<a href=\"" + HtmlText.escapeLine(address) + "\">" + title(entry) + "</a>"
        : title(entry);
  }

  // Site and author stand first, as on a magazine's contents page; then the day it was published,
  // or else the day it was kept.
  private static List<String> facts(ReadingList list, Entry entry, HtmlWords words) {
    Article article = entry.article() == null ? null : entry.article().article();
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

  private static void writeMark(Mark mark, HtmlWords words, Appendable out) throws IOException {
    switch (mark) {
      case Mark.Excerpt excerpt -> {
        out.append("<blockquote>\n").append(MarkdownHtml.render(excerpt.quote()));
        out.append(state(excerpt.anchor(), words)).append("</blockquote>\n");
        if (excerpt.comment() != null && !excerpt.comment().isBlank()) {
          writeNote("comment", excerpt.comment(), out);
        }
      }
      case Mark.Note note -> writeNote("note", note.text(), out);
    }
  }

  private static void writeNote(String kind, String markdown, Appendable out) throws IOException {
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

  private static String title(Entry entry) {
    String title = HtmlText.escapeLine(entry.title());
    return title.isEmpty() ? HtmlText.escapeLine(entry.bookmark().url().canonical()) : title;
  }

  private static String tags(Entry entry) {
    return entry.bookmark().tags().stream()
        .map(tag -> "<span>#" + HtmlText.escapeLine(tag.label()) + "</span>")
        .collect(Collectors.joining(" "));
  }

  private static String language(Entry entry) {
    String language = entry.article() == null ? null : entry.article().article().language();
    return language == null || language.isBlank()
        ? ""
        : " lang=\"" + HtmlText.escapeLine(language) + "\"";
  }

  private static String time(@Nullable LocalDate day) {
    return day == null ? "" : "<time datetime=\"%1$s\">%1$s</time>".formatted(day);
  }

  private static String joined(List<String> facts) {
    return String.join(" <span class=\"dot\">·</span> ", facts);
  }

  private static String anchor(int index) {
    return "e" + (index + 1);
  }
}
