package zhai.exchange.writer;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.exchange.Resources;
import zhai.exchange.With;
import zhai.model.Entry;

/// A reading list as one self-contained page: to read on a screen by day and by night, to print, to
/// send. Nothing in it runs and nothing is loaded from elsewhere; its content security policy says
/// so to the browser, and only http and https addresses are links. How it looks is in
/// `reading-list.css`.
public final class HtmlList implements ListWriter {
  /// A list longer than this begins with a table of contents.
  static final int LONG = 8;

  private static final Set<With> USUAL = Set.of(With.EXCERPTS, With.NOTES);

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
    List<String> parts = EntryMarkup.summary(list, words);
    out.append("<p class=\"facts\">").append(EntryMarkup.joined(parts)).append("</p>\n");
  }

  private static void writeContents(ReadingList list, HtmlWords words, Appendable out)
      throws IOException {
    out.append("<nav aria-label=\"").append(words.contents()).append("\">\n");
    out.append("<h2>").append(words.contents()).append("</h2>\n<ol>\n");
    for (int i = 0; i < list.entries().size(); i++) {
      out.append("<li><a href=\"#").append(anchor(i)).append("\">");
      out.append(EntryMarkup.title(list.entries().get(i))).append("</a></li>\n");
    }
    out.append("</ol>\n</nav>\n");
  }

  private static void writeEntry(ReadingList list, int index, HtmlWords words, Appendable out)
      throws IOException {
    Entry entry = list.entries().get(index);
    out.append("<article id=\"").append(anchor(index)).append("\"").append(language(entry));
    out.append(">\n<header>\n<h2>").append(EntryMarkup.link(entry)).append("</h2>\n");
    String facts = EntryMarkup.joined(EntryMarkup.facts(list, entry, words));
    out.append("<p class=\"facts\">").append(facts).append("</p>\n");
    out.append("<p class=\"address\">");
    out.append(HtmlText.escapeLine(entry.bookmark().url().canonical())).append("</p>\n</header>\n");
    out.append(EntryMarkup.marks(list.layout().with(USUAL), entry, words));
    if (!entry.bookmark().tags().isEmpty()) {
      out.append("<p class=\"tags\">").append(EntryMarkup.tags(entry)).append("</p>\n");
    }
    out.append("</article>\n");
  }

  private static String language(Entry entry) {
    String language = entry.article() == null ? null : entry.article().article().language();
    return language == null || language.isBlank()
        ? ""
        : " lang=\"" + HtmlText.escapeLine(language) + "\"";
  }

  private static String anchor(int index) {
    return "e" + (index + 1);
  }
}
