package zhai.exchange.writer;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.ReadingList;
import zhai.exchange.WebLinks;
import zhai.exchange.With;
import zhai.model.Entry;
import zhai.model.PageDate;

/// A reading list as BibTeX entries of biblatex's type `@online` (`@misc` for what is not on the
/// web), read by Zotero, JabRef and LaTeX. Titles and names stand in two pairs of braces: no style
/// changes their case, and nothing is taken for a first name that may be a newspaper's.
public final class BibtexList implements ListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    String separator = "";
    for (Entry entry : list.entries()) {
      out.append(separator);
      writeEntry(list, entry, out);
      separator = "\n";
    }
  }

  private static void writeEntry(ReadingList list, Entry entry, Appendable out) throws IOException {
    String type = WebLinks.isWeb(entry.bookmark().url().canonical()) ? "@online{" : "@misc{";
    out.append(type).append(CitationKey.of(entry));
    for (Map.Entry<String, String> field : fields(list, entry).entrySet()) {
      out.append(",\n  ").append(field.getKey());
      out.append(" = {").append(field.getValue()).append('}');
    }
    out.append("\n}\n");
  }

  private static Map<String, String> fields(ReadingList list, Entry entry) {
    PageFacts page = PageFacts.of(entry);
    Set<With> with = list.layout().with(With.WORDS);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", braced(page.title()));
    putIfSaid(fields, "author", page.byline() == null ? null : braced(page.byline()));
    putIfSaid(fields, "organization", page.site() == null ? null : braced(page.site()));
    putIfSaid(fields, "date", day(page.published()));
    if (page.address() != null) {
      fields.put("url", WebLinks.encoded(page.address(), "{}\\"));
      LocalDate added = LocalDate.ofInstant(entry.bookmark().addedAt(), list.zone());
      fields.put("urldate", added.toString());
    }
    putIfSaid(fields, "langid", page.language() == null ? null : TexText.escape(page.language()));
    putIfSaid(fields, "keywords", keywords(entry));
    putIfSaid(fields, "annotation", text(String.join("\n\n", Remarks.of(entry, with))));
    if (with.contains(With.ARTICLE)) {
      putIfSaid(
          fields, "abstract", text(list.article(entry).map(it -> it.content().text()).orElse("")));
    }
    return fields;
  }

  private static void putIfSaid(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.put(name, value);
    }
  }

  private static String braced(String line) {
    return "{" + TexText.escape(line) + "}";
  }

  private static String text(String lines) {
    return TexText.escape(Characters.printable(lines));
  }

  private static @Nullable String day(@Nullable PageDate date) {
    return date == null ? null : date.day().toString();
  }

  private static String keywords(Entry entry) {
    List<String> labels =
        entry.bookmark().tags().stream()
            .map(tag -> Characters.oneLine(tag.label()).replace(',', '，'))
            .toList();
    return labels.stream().map(TexText::escape).collect(Collectors.joining(", "));
  }
}
