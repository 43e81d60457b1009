package zhai.exchange.writer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhai.exchange.Group;
import zhai.exchange.Grouping;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.exchange.Resources;
import zhai.exchange.With;
import zhai.model.Article;
import zhai.model.Dossier;
import zhai.model.Entry;

/// A reading list as one self-contained page: to read on a screen by day and by night, to print, to
/// send. Nothing in it runs and nothing is loaded from elsewhere; its content security policy says
/// so to the browser, and only http and https addresses are links. How it looks is in
/// `reading-list.css`.
public final class HtmlList implements ListWriter {
  /// A list longer than this begins with a table of contents.
  static final int LONG = 8;

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final String style = Resources.read("writer/reading-list.css");

  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    String title = HtmlText.escapeLine(list.title());
    HtmlWords words = HtmlWords.of(list);
    String look = "<style>\n" + style + "</style>";
    out.append(HtmlHead.of(words.language(), list.title(), POLICY, look));
    out.append("<header>\n<h1>").append(title).append("</h1>\n");
    writeSummary(list, words, out);
    out.append("</header>\n");
    List<Group> groups = list.groups(Grouping.NONE);
    if (list.entries().size() > LONG) {
      writeContents(groups, words, out);
    }
    out.append("<main>\n");
    Set<With> with = list.layout().with(With.WORDS);
    int number = 1;
    for (Group group : groups) {
      if (group.heading() != null) {
        String heading = HtmlText.escapeLine(group.heading());
        out.append("<h2 class=\"group\">").append(heading).append("</h2>\n");
      }
      for (Entry entry : group.entries()) {
        String anchor = anchor(number++);
        out.append("<article id=\"").append(anchor).append("\"");
        writeEntry(list, entry, words, out);
        if (with.contains(With.ARTICLE)) {
          writeArticle(list, entry, anchor, out);
        }
        out.append("</article>\n");
      }
    }
    out.append("</main>\n</body>\n</html>\n");
  }

  private static void writeSummary(ReadingList list, HtmlWords words, Appendable out)
      throws IOException {
    List<String> parts = EntryMarkup.summary(list, words);
    out.append("<p class=\"facts\">").append(EntryMarkup.joined(parts)).append("</p>\n");
  }

  private static void writeContents(List<Group> groups, HtmlWords words, Appendable out)
      throws IOException {
    out.append("<nav aria-label=\"").append(words.contents()).append("\">\n");
    out.append("<h2>").append(words.contents()).append("</h2>\n<ol>\n");
    int number = 1;
    for (Group group : groups) {
      for (Entry entry : group.entries()) {
        out.append("<li><a href=\"#").append(anchor(number++)).append("\">");
        out.append(EntryMarkup.title(entry)).append("</a></li>\n");
      }
    }
    out.append("</ol>\n</nav>\n");
  }

  private static void writeEntry(ReadingList list, Entry entry, HtmlWords words, Appendable out)
      throws IOException {
    out.append(language(entry));
    out.append(">\n<header>\n<h2>").append(EntryMarkup.link(entry)).append("</h2>\n");
    String facts = EntryMarkup.joined(EntryMarkup.facts(list, entry, words));
    out.append("<p class=\"facts\">").append(facts).append("</p>\n");
    out.append("<p class=\"address\">");
    out.append(HtmlText.escapeLine(entry.bookmark().url().canonical())).append("</p>\n</header>\n");
    out.append(EntryMarkup.marks(list.layout().with(With.WORDS), entry, words));
    if (!entry.bookmark().tags().isEmpty()) {
      out.append("<p class=\"tags\">").append(EntryMarkup.tags(entry)).append("</p>\n");
    }
  }

  private static void writeArticle(ReadingList list, Entry entry, String anchor, Appendable out)
      throws IOException {
    Optional<Dossier> dossier = list.whole().of(entry);
    Article article = dossier.map(it -> it.entry().currentArticle()).orElse(null);
    if (dossier.isPresent() && article != null) {
      KeptImages images = KeptImages.of(list, dossier.get(), it -> Optional.of(it.dataAddress()));
      out.append("<div class=\"text\">\n");
      out.append(text(article, anchor, images)).append("\n</div>\n");
    }
  }

  /// Headings stand below the page's own, and ids are the entry's own, since many articles stand on
  /// one page.
  private static String text(Article article, String anchor, KeptImages images) {
    return ArticleMarkup.xhtml(
        article.content().html(),
        body -> {
          images.illustrate(body);
          body.select("h1, h2, h3, h4, h5, h6").tagName("p").addClass("heading");
          body.select("[id]").forEach(it -> it.id(anchor + "-" + it.id()));
          body.select("a[href^=#]")
              .forEach(it -> it.attr("href", "#" + anchor + "-" + it.attr("href").substring(1)));
        });
  }

  private static String language(Entry entry) {
    Article article = entry.currentArticle();
    String language = article == null ? null : article.language();
    return language == null || language.isBlank()
        ? ""
        : " lang=\"" + HtmlText.escapeLine(language) + "\"";
  }

  private static String anchor(int number) {
    return "e" + number;
  }
}
