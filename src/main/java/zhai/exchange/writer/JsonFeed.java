package zhai.exchange.writer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import zhai.exchange.JsonText;
import zhai.exchange.ReadingList;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.Tag;

/// A reading list as a feed in JSON (JSON Feed 1.1), with the same items as {@link AtomFeed}.
public final class JsonFeed implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    out.append("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":");
    out.append(JsonText.quote(list.title())).append(",\"items\":[");
    String separator = "\n";
    for (Entry entry : list.entries()) {
      out.append(separator).append(JsonText.write(item(list, entry)));
      separator = ",\n";
    }
    out.append("\n]}\n");
  }

  private static ObjectNode item(ReadingList list, Entry entry) {
    FeedItem item = FeedItem.of(list, entry);
    PageFacts page = item.page();
    Bookmark bookmark = entry.bookmark();
    ObjectNode json = JsonText.object();
    json.put("id", item.id());
    if (page.address() != null) {
      json.put("url", page.address());
    }
    json.put("title", page.title());
    json.put("content_html", item.html());
    json.put("date_published", FeedItem.time(bookmark.addedAt()));
    json.put("date_modified", FeedItem.time(bookmark.changedAt()));
    String author = page.byline() != null ? page.byline() : page.site();
    if (author != null) {
      json.putArray("authors").addObject().put("name", author);
    }
    ArrayNode tags = json.putArray("tags");
    bookmark.tags().stream().map(Tag::label).forEach(tags::add);
    if (page.language() != null) {
      json.put("language", page.language());
    }
    return json;
  }
}
