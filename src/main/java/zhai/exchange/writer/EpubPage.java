package zhai.exchange.writer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import zhai.exchange.Characters;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.ArticleVersion;
import zhai.model.Dossier;
import zhai.model.Entry;

/// The pages of a book, each a document of its own.
///
/// @param pictures where those of the articles go
record EpubPage(ReadingList list, HtmlWords words, PictureFiles pictures) {
  static final String END = "</body>\n</html>\n";

  EpubPage(ReadingList list, PictureFiles pictures) {
    this(list, HtmlWords.of(list), pictures);
  }

  /// What the list is called; a book can't be without a title.
  static String title(ReadingList list) {
    String title = Characters.oneLine(list.title());
    return title.isEmpty() ? "zhai" : title;
  }

  /// @param title plain text, not empty
  static String head(String language, String title) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"\
     lang="%1$s" xml:lang="%1$s">
    <head>
    <title>%2$s</title>
    <link rel="stylesheet" type="text/css" href="book.css"/>
    </head>
    <body>
    """
        .formatted(language, HtmlText.escapeLine(title));
  }

  /// The page that stands first.
  String title() {
    StringBuilder out = new StringBuilder(head(words.language(), title(list)));
    out.append("<section class=\"title\" epub:type=\"titlepage\">\n<h1>");
    out.append(HtmlText.escapeLine(title(list))).append("</h1>\n<p class=\"facts\">");
    out.append(EntryMarkup.joined(EntryMarkup.summary(list, words))).append("</p>\n</section>\n");
    return out.append(END).toString();
  }

  String page(Entry entry) {
    Set<With> with = list.layout().with(EnumSet.allOf(With.class));
    String language = EntryMarkup.language(entry, words);
    String title = Characters.oneLine(entry.title());
    StringBuilder out = new StringBuilder(head(language, title.isEmpty() ? "…" : title));
    out.append("<header>\n<h1>")
        .append(EntryMarkup.title(entry))
        .append("</h1>\n<p class=\"facts\">");
    out.append(EntryMarkup.joined(EntryMarkup.facts(list, entry, words))).append("</p>\n");
    out.append("<p class=\"address\">").append(address(entry)).append("</p>\n");
    if (!entry.bookmark().tags().isEmpty()) {
      out.append("<p class=\"tags\">").append(EntryMarkup.tags(entry)).append("</p>\n");
    }
    out.append("</header>\n");
    append("marks", ArticleMarkup.xhtml(EntryMarkup.marks(with, entry, words)), out);
    append("article", with.contains(With.ARTICLE) ? article(entry) : "", out);
    return out.append(END).toString();
  }

  private String article(Entry entry) {
    Optional<Dossier> dossier = list.whole().of(entry);
    ArticleVersion version = dossier.map(it -> it.entry().article()).orElse(null);
    return dossier.isEmpty() || version == null
        ? ""
        : ArticleMarkup.xhtml(
            version.article().content().html(),
            KeptImages.of(list, dossier.get(), pictures::add)::illustrate);
  }

  private static void append(String kind, String markup, StringBuilder out) {
    if (!markup.isBlank()) {
      out.append("<section class=\"").append(kind).append("\">\n");
      out.append(markup).append("\n</section>\n");
    }
  }

  private static String address(Entry entry) {
    String address = entry.bookmark().url().canonical();
    String shown = HtmlText.escapeLine(address);
    return StrictAddress.of(address)
        .map(it -> "<a href=\"" + HtmlText.escapeLine(it) + "\">" + shown + "</a>")
        .orElse(shown);
  }
}
