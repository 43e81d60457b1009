package zhai.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Lays an RSS or Atom feed out as a page: its title as the heading, its entries one below the
/// other, as a browser or a feed reader would show it.
final class FeedPage {
  private FeedPage() {}

  static Document read(String xml, String address) {
    Document feed = Parser.xmlParser().setMaxDepth(64).parseInput(xml, address);
    Document page = Document.createShell(address);
    String title = child(feed, "channel > title, feed > title");
    page.title(title == null ? "" : title);
    Element article = page.body().appendElement("article");
    for (Element entry : feed.select("item, entry")) {
      entry(entry, article);
    }
    return page;
  }

  private static void entry(Element entry, Element article) {
    String title = child(entry, "> title");
    if (title != null) {
      Element link = article.appendElement("h2").appendElement("a").text(title);
      String href = entry.select("> link").attr("href");
      link.attr("href", href.isEmpty() ? entry.select("> link").text() : href);
    }
    Element body = entry.selectFirst("> content, > content|encoded, > description, > summary");
    if (body != null) {
      boolean markup = body.childrenSize() > 0;
      article.appendElement("div").html(markup ? body.html() : body.wholeText());
    }
  }

  private static @Nullable String child(Element parent, String selector) {
    Element found = parent.selectFirst(selector);
    return found == null || found.text().isBlank() ? null : found.text();
  }
}
