package zhai.exchange.writer;

import java.io.IOException;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.Tag;

/// A reading list as a feed that newsreaders follow: Atom (RFC 4287). An entry is published when it
/// was added and updated when anything about it changed, a note on it included.
public final class AtomFeed implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <title>%s</title>
        <id>%s</id>
        <updated>%s</updated>
        <author><name>zhai</name></author>
        <generator>zhai</generator>
        """
            .formatted(
                HtmlText.escapeLine(list.title()), id(list), FeedItem.time(list.latestChange())));
    for (Entry entry : list.entries()) {
      writeEntry(entry.bookmark(), FeedItem.of(list, entry), out);
    }
    out.append("</feed>\n");
  }

  /// The list is the same one as long as it is asked for by the same query.
  static String id(ReadingList list) {
    return StableId.urn("zhai " + list.title() + " " + list.query());
  }

  private static void writeEntry(Bookmark bookmark, FeedItem item, Appendable out)
      throws IOException {
    PageFacts page = item.page();
    out.append("<entry>\n");
    out.append("<title>").append(HtmlText.escapeLine(page.title())).append("</title>\n");
    if (page.address() != null) {
      out.append("<link rel=\"alternate\" href=\"");
      out.append(HtmlText.escapeLine(page.address())).append("\"/>\n");
    }
    out.append("<id>").append(item.id()).append("</id>\n");
    out.append("<published>").append(FeedItem.time(bookmark.addedAt())).append("</published>\n");
    out.append("<updated>").append(FeedItem.time(bookmark.changedAt())).append("</updated>\n");
    String author = page.byline() != null ? page.byline() : page.site();
    if (author != null) {
      out.append("<author><name>").append(HtmlText.escapeLine(author)).append("</name></author>\n");
    }
    for (Tag tag : bookmark.tags()) {
      out.append("<category term=\"").append(HtmlText.escapeLine(tag.label())).append("\"/>\n");
    }
    out.append("<content type=\"html\">").append(HtmlText.escape(item.html()));
    out.append("</content>\n</entry>\n");
  }
}
