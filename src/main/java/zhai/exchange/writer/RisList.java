package zhai.exchange.writer;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Entry;
import zhai.model.Tag;

/// A reading list in the format of reference managers that began as RIS: a line for each value,
/// `TY` first, `ER` last, CRLF. A value that has several lines becomes one, since a second line
/// could be read as another field.
public final class RisList implements ListWriter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    for (Entry entry : list.entries()) {
      writeEntry(list, entry, out);
    }
  }

  private static void writeEntry(ReadingList list, Entry entry, Appendable out) throws IOException {
    PageFacts page = PageFacts.of(entry);
    Set<With> with = list.layout().with(With.WORDS);
    writeField("TY", page.address() == null ? "GEN" : "ELEC", out);
    writeField("ID", CitationKey.of(entry), out);
    writeField("TI", page.title(), out);
    writeField("AU", page.byline(), out);
    writeField("T2", page.site(), out);
    if (page.published() != null) {
      LocalDate day = page.published().day();
      writeField("PY", Integer.toString(day.getYear()), out);
      writeField("DA", DAY.format(day), out);
    }
    writeField("UR", page.address(), out);
    writeField("Y2", DAY.format(LocalDate.ofInstant(entry.bookmark().addedAt(), list.zone())), out);
    writeField("LA", page.language(), out);
    writeFields("KW", entry.bookmark().tags().stream().map(Tag::label).toList(), out);
    writeFields("N1", Remarks.of(entry, with), out);
    if (with.contains(With.ARTICLE)) {
      writeField("N2", list.article(entry).map(it -> it.content().text()).orElse(null), out);
    }
    out.append("ER  - \r\n\r\n");
  }

  private static void writeFields(String tag, List<String> values, Appendable out)
      throws IOException {
    for (String value : values) {
      writeField(tag, value, out);
    }
  }

  private static void writeField(String tag, @Nullable String value, Appendable out)
      throws IOException {
    String line = value == null ? "" : Characters.oneLine(value);
    if (!line.isEmpty()) {
      out.append(tag).append("  - ").append(line).append("\r\n");
    }
  }
}
