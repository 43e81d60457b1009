package zhai.exchange.writer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import zhai.exchange.JsonText;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Entry;
import zhai.model.Tag;

/// A reading list as items of the Citation Style Language (CSL-JSON 1.0), which Zotero and Pandoc
/// read: one array of `webpage`s (`document`s where there is no web address). A name is a
/// `literal`: what in it is the family's is not guessed.
public final class CslJsonList implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    String separator = "\n";
    out.append("[");
    for (Entry entry : list.entries()) {
      out.append(separator).append(JsonText.write(item(list, entry)));
      separator = ",\n";
    }
    out.append("\n]\n");
  }

  private static ObjectNode item(ReadingList list, Entry entry) {
    PageFacts page = PageFacts.of(entry);
    ObjectNode item = JsonText.object();
    item.put("id", CitationKey.of(entry));
    item.put("type", page.address() == null ? "document" : "webpage");
    item.put("title", page.title());
    if (page.byline() != null) {
      item.putArray("author").addObject().put("literal", page.byline());
    }
    if (page.site() != null) {
      item.put("container-title", page.site());
    }
    if (page.published() != null) {
      putDay(item.putObject("issued"), page.published().day());
    }
    putDay(
        item.putObject("accessed"), LocalDate.ofInstant(entry.bookmark().addedAt(), list.zone()));
    if (page.address() != null) {
      item.put("URL", page.address());
    }
    if (page.language() != null) {
      item.put("language", page.language());
    }
    putWords(item, list, entry);
    return item;
  }

  private static void putWords(ObjectNode item, ReadingList list, Entry entry) {
    Set<With> with = list.layout().with(With.WORDS);
    List<Tag> tags = entry.bookmark().tags();
    if (!tags.isEmpty()) {
      String labels = tags.stream().map(Tag::label).collect(Collectors.joining(", "));
      item.put("keyword", labels);
    }
    List<String> remarks = Remarks.of(entry, with);
    if (!remarks.isEmpty()) {
      item.put("note", String.join("\n\n", remarks));
    }
    if (with.contains(With.ARTICLE)) {
      list.article(entry).ifPresent(it -> item.put("abstract", it.content().text()));
    }
  }

  private static void putDay(ObjectNode date, LocalDate day) {
    ArrayNode parts = date.putArray("date-parts").addArray();
    parts.add(day.getYear()).add(day.getMonthValue()).add(day.getDayOfMonth());
  }
}
