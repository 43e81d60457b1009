package zhai.exchange.writer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import zhai.exchange.EntryJson;
import zhai.exchange.JsonText;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Entry;

/// A reading list as one JSON array of the objects that `zhai list --json` prints, one a line. With
/// the article each has `text` at its end, null where nothing was read.
public final class JsonList implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    String separator = "\n";
    out.append("[");
    for (Entry entry : list.entries()) {
      out.append(separator).append(JsonText.write(json(list, entry)));
      separator = ",\n";
    }
    out.append("\n]\n");
  }

  private static ObjectNode json(ReadingList list, Entry entry) {
    Set<With> with = list.layout().with(With.WORDS);
    ObjectNode json = EntryJson.of(entry);
    if (!with.contains(With.EXCERPTS)) {
      json.remove("excerpts");
    }
    if (!with.contains(With.NOTES)) {
      json.remove(List.of("notes", "sources"));
    }
    if (with.contains(With.ARTICLE)) {
      json.put("text", list.article(entry).map(it -> it.content().text()).orElse(null));
    }
    return json;
  }
}
