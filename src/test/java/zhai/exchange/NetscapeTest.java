package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.ReadingState;
import zhai.model.Tag;

/// Bookmark files of several writers, each beside what is to be read from it: `line address | title
/// | tags | added | state and notes`, or `line ! reason`.
class NetscapeTest {

  @ParameterizedTest
  @ValueSource(strings = {"chrome", "firefox", "pinboard", "linkding", "raindrop", "safari"})
  void readsTheFileAsExpected(String writer) throws IOException {
    String file = GoldenTest.golden("netscape/" + writer + ".html");
    StringBuilder read = new StringBuilder();
    new NetscapeReader()
        .read(
            new StringReader(file),
            (line, item) -> read.append((line + " " + told(item)).strip()).append('\n'));
    assertEquals(GoldenTest.golden("netscape/" + writer + ".expected"), read.toString());
    assertEquals(ImportFormat.NETSCAPE, ImportFormat.detect(file).orElseThrow());
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    String written = GoldenTest.written(ExportFormat.NETSCAPE, Samples.LIST);
    List<ImportLine> read = NetscapeReader.read(written);
    assertEquals(Samples.LIST.entries().size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      Entry entry = Samples.LIST.entries().get(i);
      var line = assertInstanceOf(ImportLine.Supplied.class, read.get(i));
      assertEquals(entry.bookmark().url().canonical(), line.url());
      assertEquals(entry.title(), line.title());
      assertEquals(entry.bookmark().tags(), line.tags());
      assertEquals(entry.bookmark().addedAt().getEpochSecond(), seconds(line));
      assertEquals(entry.bookmark().state() == ReadingState.UNREAD, line.state() != null);
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
  @ValueSource(strings = {"", "<", "<DL><p><DT><A HREF", "no bookmarks", "<A HREF=''>x</A>"})
  void readsBrokenFilesWithoutThrowing(String text) {
    assertTrue(NetscapeReader.read(text).stream().allMatch(ImportLine.Rejected.class::isInstance));
  }

  @Test
  void readsFoldersInFoldersWithoutEnd() {
    String deep =
        "<DL><p><DT><H3>f</H3>".repeat(2_000) + "<DL><p><DT><A HREF=\"http://a.example\">a</A>";
    assertEquals(1, NetscapeReader.read(deep).size());
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
  void tellsFormatsByLabelAndContent() {
    assertEquals(ExportFormat.NETSCAPE, ExportFormat.ofLabel("Netscape").orElseThrow());
    assertEquals(ImportFormat.JSONL, ImportFormat.ofLabel("jsonl").orElseThrow());
    assertEquals(ImportFormat.JSONL, ImportFormat.detect("\uFEFF {\"url\":").orElseThrow());
    assertTrue(ImportFormat.detect("# A note").isEmpty());
    assertTrue(ExportFormat.JSONL.writer().isEmpty());
  }

  private static long seconds(ImportLine.Supplied line) {
    return line.addedAt() == null ? 0 : line.addedAt().getEpochSecond();
  }

  private static String told(ImportLine item) {
    return switch (item) {
      case ImportLine.Supplied line -> told(line);
      case ImportLine.Rejected rejected -> "! " + rejected.reason();
      case ImportLine.Full _, ImportLine.Blank _ -> "unexpected";
    };
  }

  private static String told(ImportLine.Supplied line) {
    String tags = line.tags().stream().map(Tag::label).collect(Collectors.joining(" "));
    return "%s | %s |%s | %s | %s%s%s"
        .formatted(
            line.url(),
            line.title() == null ? "-" : line.title(),
            tags.isEmpty() ? "" : " " + tags,
            line.addedAt() == null ? "-" : line.addedAt(),
            line.state() == null ? "" : line.state().label() + " ",
            line.starred() ? "starred " : "",
            String.join(" / ", line.notes()).replace("\n", "⏎"));
  }
}
