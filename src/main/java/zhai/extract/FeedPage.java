package zhai.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Lays an RSS or Atom feed out as a page: its title as the heading, its entries one below the
/// other, as a browser or a feed reader would show it.
final class FeedPage {
  private FeedPage() {}

  /// A page no larger than any other: of too many entries the first.
  static HtmlTree read(String xml, String address) {
    HtmlTree feed = HtmlTree.parseXml(xml, address);
    Document page = Document.createShell(address);
    String title = child(feed.document(), "channel > title, feed > title");
    page.title(title == null ? "" : title);
    Element article = page.body().appendElement("article");
    int elements = 0;
    for (Element entry : feed.document().select("item, entry")) {
      if (elements > HtmlTree.MAX_ELEMENTS) {
        return new HtmlTree(page, false);
      }
      if (entry.closest(":is(item, entry) *") == null) {
        elements += entry(entry, article);
      }
    }
    return new HtmlTree(page, feed.whole());
  }

  /// @return how many elements were added
  private static int entry(Element entry, Element article) {
    String title = child(entry, "> title");
    if (title != null) {
      Element link = article.appendElement("h2").appendElement("a").text(title);
      String href = entry.select("> link").attr("href");
      link.attr("href", href.isEmpty() ? entry.select("> link").text() : href);
    }
    Element body = entry.selectFirst("> content, > content|encoded, > description, > summary");
    if (body == null) {
      return 1;
    }
    String html = body.childrenSize() > 0 ? body.html() : body.wholeText();
    Element content = HtmlTree.parse(html, article.baseUri()).document().body();
    article.appendElement("div").appendChildren(content.childNodesCopy());
    return content.stream().mapToInt(_ -> 1).sum();
  }

  private static @Nullable String child(Element parent, String selector) {
    Element found = parent.selectFirst(selector);
    return found == null || found.text().isBlank() ? null : found.text();
  }
}
