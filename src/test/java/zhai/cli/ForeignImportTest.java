package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai.Ran;
import zhai.loopback.TestWeb;

/// What other programs' files become in a library.
class ForeignImportTest {
  private static final Path FILES = Path.of("src/test/resources/zhai/exchange/reader");

  @TempDir Path folder;
  private TestWeb web;
  private Zhai zhai;

  @BeforeEach
  void openWeb() throws Exception {
    web = new TestWeb();
    zhai = new Zhai(folder, web);
  }

  @AfterEach
  void closeWeb() throws Exception {
    web.close();
  }

  private Ran take(String file) {
    return zhai.run("import", "--no-fetch", FILES.resolve(file).toString());
  }

  @Test
  void takesInTheRowsOfADatabase() {
    assertEquals(
        "3 read: 2 added · 0 merged · 0 updated · 1 skipped (1 not on the web) · 0 failed\n",
        take("buku/bookmarks.db").out());
    String shown = zhai.run("show", "1").out();
    assertTrue(shown.contains("检索增强生成"), shown);
    assertTrue(shown.contains("为什么留下"), shown);
    assertTrue(zhai.run("list", "tag:deep-learning").out().contains("检索增强生成"));
  }

  @Test
  void countsWhatComesBackFromTheTrashAsMerged() {
    take("buku/bookmarks.db");
    zhai.run("remove", "1");
    Ran again = take("buku/bookmarks.db");
    assertTrue(
        again.out().startsWith("3 read: 0 added · 1 merged · 0 updated · 2 skipped"), again.out());
    assertTrue(zhai.run("list").out().contains("检索增强生成"));
  }

  @Test
  void givesATitleToABookmarkWithoutOne() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("lines.jsonl"),
            """
            {"url":"https://blog.example.org/1"}
            {"url":"https://blog.example.org/1","title":"小模型"}
            {"url":"https://blog.example.org/1","title":"另一个标题"}
            """);
    assertEquals(
        "3 read: 1 added · 1 merged · 0 updated · 1 skipped (1 known already) · 0 failed\n",
        zhai.run("import", "--no-fetch", lines.toString()).out());
    assertTrue(zhai.run("list").out().contains("小模型"));
  }

  @Test
  void countsABookAsNeitherFailedNorPending() {
    take("kindle/english.txt");
    assertEquals("", zhai.run("list", "is:failed OR is:pending", "--json").out());
    String status = zhai.run("status", "--json").out();
    assertTrue(status.contains("\"pending\":0,\"failed\":0"), status);
    assertTrue(zhai.run("list").out().contains("book"));
  }

  @Test
  void saysWhyADatabaseCantBeRead() {
    Path damaged = FILES.resolve("firefox/firefox.json");
    Ran ran = zhai.run("import", "--no-fetch", "--format", "buku", damaged.toString());
    assertEquals(ExitCode.SOME_FAILED, ran.code());
    assertTrue(ran.err().contains("The database can't be read"), ran.err());
  }

  @Test
  void findsTheQuotesInPagesThatCameAlong() {
    take("wallabag/export.json");
    String shown = zhai.run("show", "1").out();
    assertTrue(shown.contains("exact"), shown);
    assertTrue(zhai.run("search", "第一段").out().contains("长文"));
  }
}
