package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.writer.Chromium.Shown;
import zhai.model.Entry;
import zhai.model.Mark;

/// The page of a list and the pages of a site in a real browser, opened from a disk: the search
/// works there, nothing is asked of anybody, and the browser has nothing to complain of.
class PagesInChromiumTest {
  private static final String TYPED =
      """

      (() => {
        const field = document.querySelector("#search input");
        field.value = "%s";
        field.dispatchEvent(new Event("input"));
      })();
      """;

  private static final String MEASURED =
      """
      <script>
      const root = document.documentElement;
      document.title = root.scrollWidth + " in " + root.clientWidth;
      </script>
      """;

  private static final String WIDE_TABLE =
      """
      | one | two | three | four | five | six | seven | eight | nine | ten |
      |---|---|---|---|---|---|---|---|---|---|
      | first | 第二格 | https://example.org/%s | 4 | 5 | 6 | 7 | 8 | 9 | 10 |
      """
          .formatted("long".repeat(60));

  @TempDir Path folder;

  @Test
  void findsAChinesePhraseInASiteOnADisk() throws Exception {
    Chromium browser = Chromium.installed();
    write(FolderInMemory.by(new HtmlSite(), Samples.LIST));
    Path script = folder.resolve("search.js");
    Files.writeString(script, Files.readString(script) + TYPED.formatted("顺序比内容"));
    Shown shown = browser.open(folder.resolve("index.html"));
    assertQuiet(shown);
    Document page = Jsoup.parse(shown.dom());
    assertEquals(List.of("pages/7.html"), page.select("#found a").eachAttr("href"));
    assertEquals("顺序比内容", page.expectFirst("#found mark").text());
  }

  @Test
  void showsAPassageAsItWasWrittenHoweverItWasTyped() throws Exception {
    Chromium browser = Chromium.installed();
    Mark note = Mark.Note.of("先看ＡＢＣ（缩写），再看全文。", Samples.MORNING);
    Entry entry = Samples.entry("t", List.of(), List.of(note));
    write(FolderInMemory.by(new HtmlSite(), new ReadingList("t", null, List.of(entry))));
    Path script = folder.resolve("search.js");
    Files.writeString(script, Files.readString(script) + TYPED.formatted("abc(缩写)"));
    Document page = Jsoup.parse(browser.open(folder.resolve("index.html")).dom());
    assertEquals("先看ＡＢＣ（缩写），再看全文。", page.expectFirst("#found p").text());
    assertEquals("ＡＢＣ（缩写）", page.expectFirst("#found mark").text());
  }

  @Test
  void isQuietWhateverTitlesSay() throws Exception {
    Chromium browser = Chromium.installed();
    ReadingList list =
        new ReadingList(
            "<script>alert(1)</script>",
            null,
            HostileTexts.all().stream().map(EpubBookTest::read).toList());
    write(FolderInMemory.by(new HtmlSite(), list));
    write(Map.of("list.html", Written.as(ExportFormat.HTML, list)));
    for (String page : List.of("index.html", "list.html")) {
      assertQuiet(browser.open(folder.resolve(page)));
    }
  }

  @Test
  void isNoWiderThanTheWindowWithAWideTableInIt() throws Exception {
    Chromium browser = Chromium.installed();
    Mark note = Mark.Note.of(WIDE_TABLE, Samples.MORNING);
    Entry entry = Samples.entry("t".repeat(300), List.of(), List.of(note));
    String page = Written.as(ExportFormat.HTML, new ReadingList("t", null, List.of(entry)));
    String measured = page.replaceFirst("<meta http-equiv[^>]*>", "") + MEASURED;
    write(Map.of("list.html", measured));
    Document shown = Jsoup.parse(browser.open(folder.resolve("list.html")).dom());
    String[] widths = shown.title().split(" in ");
    assertEquals(widths[1], widths[0]);
  }

  private static void assertQuiet(Shown shown) {
    assertEquals(List.of(), shown.console());
    List<String> ours = Stream.of("example", "evil").flatMap(host -> asked(shown, host)).toList();
    assertEquals(List.of(), ours);
    assertTrue(shown.dom().contains("<main>"), shown::dom);
  }

  /// The browser asks its maker for things, too; those addresses are not in the page.
  private static Stream<String> asked(Shown shown, String host) {
    return shown.requests().stream().filter(it -> it.contains(host));
  }

  private void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
