package zhai.exchange;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.exchange.reader.NetscapeReader;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.ReadingState;

/// Bookmark files as we write them.
class NetscapeTest {

  @Test
  void readsBackWhatItWrote() throws IOException {
    String written = GoldenTest.written(ExportFormat.NETSCAPE, Samples.LIST);
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
    Document page = Jsoup.parse(GoldenTest.written(ExportFormat.NETSCAPE, list));
    assertEquals(2, page.select("dl > dt > a[href^=http]").size(), page::html);
    for (Element element : page.body().getAllElements()) {
      assertTrue(List.of("body", "h1", "dl", "dt", "dd", "a", "p").contains(element.normalName()));
    }
  }

  @Test
  void leavesOutWhatABrowserWouldRun() throws IOException {
    Entry entry =
        new Entry(Samples.bookmark(1, "javascript:alert(1)", "t"), null, List.of(), List.of());
    String written =
        GoldenTest.written(ExportFormat.NETSCAPE, new ReadingList("t", null, List.of(entry)));
    assertTrue(Jsoup.parse(written).select("a").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "list.md, MARKDOWN",
    "LIST.HTML, HTML",
    "all.jsonl, JSONL",
    "x.tar.gz, ",
    "md, MARKDOWN",
  })
  void tellsTheFormatByTheFilesEnding(String name, ExportFormat format) {
    assertEquals(format, ExportFormat.ofFileName(name).orElse(null));
  }

  @Test
  void tellsFormatsByLabel() {
    assertEquals(ExportFormat.NETSCAPE, ExportFormat.ofLabel("Netscape").orElseThrow());
    assertTrue(ExportFormat.JSONL.writer().isEmpty());
  }

  private static long seconds(ImportLine.Supplied line) {
    return line.standing().addedAt() == null ? 0 : line.standing().addedAt().getEpochSecond();
  }
}
