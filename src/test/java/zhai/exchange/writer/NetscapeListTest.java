package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import zhai.exchange.Dossiers;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.reader.NetscapeReader;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.ReadingState;

/// Every bookmark file is read again with jsoup.
class NetscapeListTest {

  @Test
  void readsBackWhatItWrote() throws IOException {
    String written = Written.as(ExportFormat.NETSCAPE, Samples.LIST);
    List<ImportLine> read = new ArrayList<>();
    new NetscapeReader()
        .read(
            new ImportFile(
                "bookmarks.html",
                () -> new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8))),
            (_, item) -> read.add(item));
    assertEquals(Samples.LIST.entries().size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      Entry entry = Samples.LIST.entries().get(i);
      var line = assertInstanceOf(ImportLine.Supplied.class, read.get(i));
      assertEquals(entry.bookmark().url().canonical(), line.url());
      assertEquals(entry.title(), line.title());
      assertEquals(entry.bookmark().tags(), line.tags());
      assertEquals(entry.bookmark().addedAt().getEpochSecond(), seconds(line));
      assertEquals(
          entry.bookmark().state() == ReadingState.UNREAD, line.standing().state() != null);
      assertEquals(entry.marks().isEmpty(), line.notes().isEmpty());
    }
  }

  @Domain(Dossiers.class)
  @Property(seed = "20260104", tries = 200)
  void writesOneBookmarkWhateverIsInTheEntry(@ForAll Dossier dossier) throws IOException {
    ReadingList list = new ReadingList("t", null, List.of(dossier.entry(), Samples.POST));
    Document page = Jsoup.parse(Written.as(ExportFormat.NETSCAPE, list));
    assertEquals(2, page.select("dl > dt > a[href^=http]").size(), page::html);
    for (Element element : page.body().getAllElements()) {
      assertTrue(List.of("body", "h1", "dl", "dt", "dd", "a", "p").contains(element.normalName()));
    }
  }

  @Test
  void leavesOutWhatABrowserWouldRun() throws IOException {
    Entry entry =
        new Entry(Samples.bookmark(1, "javascript:alert(1)", "t"), null, List.of(), List.of());
    String written = Written.as(ExportFormat.NETSCAPE, new ReadingList("t", null, List.of(entry)));
    assertTrue(Jsoup.parse(written).select("a").isEmpty());
  }

  private static long seconds(ImportLine.Supplied line) {
    return line.standing().addedAt() == null ? 0 : line.standing().addedAt().getEpochSecond();
  }
}
