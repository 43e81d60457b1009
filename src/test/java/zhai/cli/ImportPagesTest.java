package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import zhai.cli.Zhai.Ran;

/// Imports that bring their pages, or that have none: nothing of them is fetched, excerpts stand
/// where they were marked.
class ImportPagesTest extends CommandTest {
  private static final Path FILES = Path.of("src/test/resources/zhai/exchange/reader");

  private Ran take(String file) {
    return zhai.run("import", "--no-fetch", FILES.resolve(file).toString());
  }

  @Test
  void findsOmnivoresHighlightsInThePagesItBrings() {
    assertEquals(
        "5 read: 3 added · 0 merged · 0 updated"
            + " · 2 skipped (1 not on the web, 1 in the trash there) · 0 failed\n",
        take("omnivore/export.zip").out());
    String shown = zhai.run("show", "1").out();
    assertTrue(shown.contains("The Hedge and the Index"), shown);
    assertTrue(shown.contains("Ada Walker · 2020-01-02 · read by you"), shown);
    assertTrue(shown.contains("excerpt 2, exact"), shown);
    assertTrue(zhai.run("search", "早上浇水").out().contains("漫长的果园"));
  }

  @Test
  void doublesNothingWhenAnArchiveIsTakenInAgain() {
    take("omnivore/export.zip");
    take("warc/plain.warc");
    String before = zhai.run("export", "--format", "jsonl").out();
    assertTrue(take("omnivore/export.zip").out().startsWith("5 read: 0 added · 0 merged"));
    assertTrue(take("warc/plain.warc").out().startsWith("2 read: 0 added · 0 merged"));
    assertEquals(before, zhai.run("export", "--format", "jsonl").out());
  }

  @Test
  void readsBackTheWebArchiveThatItWrote() {
    zhai.run("add", POST);
    Path archive = folder.resolve("all.warc");
    zhai.run("export", "--format", "warc", "-o", archive.toString());
    Zhai another = new Zhai(folder.resolve("another"), web);
    Ran read = another.run("import", "--no-fetch", archive.toString());
    assertTrue(read.out().startsWith("1 read: 1 added"), read::out);
    assertTrue(another.run("search", "知识冲突").out().contains("What small models"));
  }

  @Test
  void takesTheTimeOfThisImportWhereASavedPageSaysNone() {
    take("saved-page/browser.html");
    String shown = zhai.run("show", "1", "--json").out();
    assertTrue(shown.contains("\"title\":\"果园\""), shown);
    assertTrue(shown.contains("\"added\":\"" + Zhai.NOW + "\""), shown);
    String history = zhai.run("show", "1", "--history", "--json").out();
    assertTrue(history.contains("\"read\":\"" + Zhai.NOW + "\""), history);
  }

  @Test
  void takesTheSavedPagesInAFolderAndLeavesTheRest() throws IOException {
    Path saved = Files.createDirectories(folder.resolve("saved/2024"));
    Path hidden = Files.createDirectories(folder.resolve("saved/.trash"));
    Path page = FILES.resolve("saved-page/singlefile.html");
    Files.copy(page, saved.resolve("The Hedge.html"));
    Files.copy(page, hidden.resolve("thrown-away.html"));
    Files.copy(FILES.resolve("warc/plain.warc"), saved.resolve("crawl.warc"));
    Files.writeString(saved.resolve("list.html"), "<!DOCTYPE NETSCAPE-Bookmark-file-1>");
    Files.writeString(saved.resolve("own.html"), "<p>no page of anybody");
    Ran ran = zhai.run("import", "--no-fetch", folder.resolve("saved").toString());
    assertEquals(
        "3 read: 3 added · 0 merged · 0 updated · 0 skipped · 0 failed\n", ran.out(), ran::err);
  }

  @Test
  void neverFetchesABook() {
    Ran ran = zhai.run("import", FILES.resolve("kindle/chinese.txt").toString());
    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.out().startsWith("3 read: 3 added"), ran::out);
    assertEquals("Nothing to fetch.\n", zhai.run("fetch").err());
    assertEquals("Nothing to fetch.\n", zhai.run("fetch", "has:excerpt").err());
    assertTrue(zhai.run("search", "篱笆").out().contains("漫长的果园"));
  }
}
