package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.cli.Zhai.Ran;

/// The commands that work on what is in the library already.
class DeskCommandsTest extends CommandTest {

  @BeforeEach
  void keepTwoPages() {
    zhai.run("add", POST, "-x", "知识冲突时", "-n", "自己的话：做个小实验", "-t", "rag");
    zhai.run("add", "https://news.example.org/one", "-t", "toread");
  }

  @Test
  void listsLatestFirstWithWhatIsKnown() {
    assertEquals(
        """
           2  乡镇图书馆
              news.example.org · #toread
           1  What small models are good for
              blog.example.org · #rag
        """,
        zhai.run("list").out());
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "知识冲突|1",
        "小实验|1",
        "图书馆|2",
        "distillation|1",
        "\"书不怕旧\"|2",
        "tag:rag|1",
        "site:example.org -tag:rag|2",
        "-tag:rag|2",
        "has:excerpt|1",
        "is:unread 模型|1",
        "title:small OR title:图书馆|2 1",
        "added:2026-01-04|2 1",
        "excerpt:冲突|1",
        "note:实验|1",
      })
  void selectsByQuery(String query, String ids) {
    Ran ran = zhai.run("list", query);
    String found =
        String.join(
            " ",
            ran.out()
                .lines()
                .filter(line -> line.matches(" +\\d+  .*"))
                .map(line -> line.strip().split(" ")[0])
                .toList());
    assertEquals(ids, found, ran.out() + ran.err());
  }

  @Test
  void marksTheHitsAndNamesTheirField() {
    String out = zhai.run("search", "知识冲突").out();
    assertTrue(out.contains("excerpt: «知识冲突»时"), out);
    assertTrue(out.contains("text: ") && out.contains("«知识冲突»"), out);
  }

  @Test
  void pointsAtThePlaceWhereAQueryBreaks() {
    Ran ran = zhai.run("search", "tag:rag AND (冲突");
    assertEquals(ExitCode.USAGE, ran.code());
    assertTrue(
        ran.err().startsWith("zhai: ") && ran.err().contains("\ntag:rag AND (冲突\n"), ran.err());
    assertTrue(ran.err().contains("^"), ran.err());
  }

  @Test
  void answersABatchOfQueriesLineByLine() {
    Ran ran =
        zhai.withInput(
                "{\"id\":\"a\",\"query\":\"图书馆\"}\n{\"id\":\"b\",\"query\":\"(图书馆\"}\nnonsense\n")
            .run("search", "--batch", "--limit", "5");
    String[] lines = ran.out().split("\n");
    assertTrue(
        lines[0].startsWith(
            "{\"id\":\"a\",\"hits\":[{\"id\":2,\"url\":\"https://news.example.org/one\",\"score\":"),
        ran.out());
    assertTrue(lines[1].startsWith("{\"id\":\"b\",\"hits\":[{\"id\":2,"), ran.out());
    assertTrue(lines[2].startsWith("{\"id\":null,\"error\":\"not a JSON line"), ran.out());
    assertEquals(ExitCode.SOME_FAILED, ran.code());
  }

  @Test
  void addsAndTakesAwayMarks() {
    assertTrue(zhai.run("note", "2", "-x", "怕没人翻", "-c", "真好").out().contains("excerpt 3, exact"));
    String after = zhai.run("note", "2", "--remove", "3").out();
    assertFalse(after.contains("怕没人翻"), after);
    assertEquals(ExitCode.SOME_FAILED, zhai.run("note", "2", "--remove", "99").code());
  }

  @Test
  void editsTitleStateAndStar() {
    zhai.run("edit", "1", "--title", "小模型有什么用", "--read", "--star");
    assertEquals(
        """
           1  小模型有什么用 ★
              blog.example.org · read by you · #rag
        """,
        zhai.run("list", "is:starred is:read").out());
    zhai.run("edit", "1", "--title", "", "--no-read", "--no-star");
    assertTrue(zhai.run("list", "is:unread -is:starred").out().contains("What small models"));
  }

  @Test
  void tagsUntagsAndRenames() {
    zhai.run("tag", "2", "rag", "-d", "toread");
    assertEquals("    2  rag\n", zhai.run("tags").out());
    assertEquals("2 bookmarks changed\n", zhai.run("tags", "--rename", "rag=检索增强").out());
    assertEquals("    2  检索增强\n", zhai.run("tags").out());
  }

  @Test
  void removesAndTakesBack() {
    Ran removed = zhai.run("remove", "1", "42");
    assertEquals(ExitCode.SOME_FAILED, removed.code());
    assertTrue(removed.err().contains("42"), removed.err());
    assertEquals(1, zhai.run("list", "--json").out().lines().count());
    assertTrue(zhai.run("remove", "--trash").out().contains("What small models"));
    zhai.run("remove", "--undo");
    assertEquals(2, zhai.run("list", "--json").out().lines().count());
    assertTrue(zhai.run("search", "知识冲突").out().contains("What small models"));
  }

  @Test
  void exportsTheSameBytesAfterALosslessRoundTrip() throws IOException {
    zhai.run("edit", "1", "--read", "--star");
    Path first = folder.resolve("first.jsonl");
    Path second = folder.resolve("second.jsonl");
    zhai.run("export", "-o", first.toString());
    Zhai empty = new Zhai(folder.resolve("another"), web);
    Ran imported = empty.run("import", first.toString());
    assertEquals("2 read: 2 added · 0 merged · 0 updated · 0 skipped · 0 failed\n", imported.out());
    empty.run("export", "-o", second.toString());
    assertEquals(Files.readString(first), Files.readString(second));
    assertEquals(
        "2 read: 0 added · 0 merged · 0 updated · 2 skipped (2 known already) · 0 failed\n",
        empty.run("import", first.toString()).out());
    empty.run("export", "-o", second.toString());
    assertEquals(Files.readString(first), Files.readString(second));
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "html", "netscape"})
  void writesAReadingListInEveryFormat(String format) {
    Ran ran = zhai.run("export", "tag:rag", "--format", format);
    assertEquals(ExitCode.OK, ran.code(), ran.err());
    assertTrue(ran.out().contains("https://blog.example.org/small"), ran.out());
    assertFalse(ran.out().contains("news.example.org"), ran.out());
  }

  @Test
  void takesInLinesWithTheirOwnTextAndFetchesNothing() {
    Ran ran =
        zhai.withInput(
                "{\"url\":\"https://a.example.org/1\",\"title\":\"甲\",\"text\":\"银杏叶落了一地\"}\n"
                    + "not json\n")
            .run("import", "--format", "jsonl", "-");
    assertEquals("2 read: 1 added · 0 merged · 0 updated · 0 skipped · 1 failed\n", ran.out());
    assertTrue(ran.err().startsWith("-:2: "), ran.err());
    assertTrue(zhai.run("search", "银杏叶").out().contains("甲"));
  }

  @Test
  void saysWhatAnImportWouldDoAndChangesNothing() throws IOException {
    Path list = folder.resolve("list.jsonl");
    Files.writeString(
        list,
        """
        {"url":"https://blog.example.org/small","notes":["again"]}
        {"url":"https://a.example.org/1"}
        {"url":"https://a.example.org/1"}
        """);
    String before = zhai.run("export", "--format", "jsonl").out();
    Ran ran = zhai.run("import", "--dry-run", list.toString());
    assertEquals(
        "3 read: 1 added · 1 merged · 0 updated · 1 skipped (1 known already) · 0 failed\n",
        ran.out());
    assertEquals(before, zhai.run("export", "--format", "jsonl").out());
    Zhai none = new Zhai(folder.resolve("none"), web);
    assertTrue(
        none.run("import", "--dry-run", list.toString()).out().startsWith("3 read: 2 added"));
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void writesWhatFailedSoThatItCanBeMendedAndImportedAgain() throws IOException {
    Path failed = folder.resolve("failed.jsonl");
    Ran ran =
        zhai.withInput("{\"url\":\"ftp://x\",\"title\":\"甲\"}\n")
            .run("import", "--failed", failed.toString(), "-");
    assertEquals(ExitCode.SOME_FAILED, ran.code());
    String line = Files.readString(failed);
    assertTrue(line.contains("\"from\":\"-:1\""), line);
    Files.writeString(failed, line.replace("ftp://x", "https://x.example/"));
    assertTrue(
        zhai.run("import", "--no-fetch", failed.toString()).out().startsWith("1 read: 1 added"));
    assertTrue(zhai.run("list").out().contains("甲"));
  }

  @Test
  void takesInWhatALineSaysOfItsPage() {
    zhai.withInput(
            """
            {"url":"https://a.example.org/1","title":"甲","text":"银杏叶落了一地","byline":"林小满",\
            "site":"落叶日报","lang":"zh-Hans","published":"2024-11-02"}
            """)
        .run("import", "--format", "jsonl", "-");
    Ran ran = zhai.run("search", "author:林小满 site:落叶日报 lang:zh published:2024-11", "--json");
    assertTrue(ran.out().contains("\"published\":\"2024-11-02\""), ran.out());
  }

  @Test
  void keepsAGoodTextWhenThePageComesBackWorse() {
    web.html(
        "blog.example.org/small", 200, "<html><body><article><p>短了。</p></article></body></html>");
    zhai.run("fetch", "tag:rag");
    web.html("blog.example.org/small", 404, "<html><title>404</title><body>gone</body></html>");
    Ran ran = zhai.run("fetch", "tag:rag");
    assertEquals(ExitCode.SOME_FAILED, ran.code());
    assertTrue(ran.out().startsWith("gone      1"), ran.out());
    assertTrue(zhai.run("show", "1", "--text").out().contains("Knowledge distillation"));
    assertTrue(zhai.run("search", "知识冲突").out().contains("What small models"));
  }

  @Test
  void reportsAnExcerptThatIsNoLongerThere() {
    web.article(
        "blog.example.org/small", "What small models are good for", "一段全新的话，和从前的不一样。".repeat(3));
    Ran ran = zhai.run("fetch", "tag:rag");
    assertTrue(ran.out().contains("excerpt exact → missing: 知识冲突时"), ran.out());
    assertTrue(zhai.run("show", "1").out().contains("> 知识冲突时"));
  }

  @Test
  void backsUpAndRestores() {
    Path backup = folder.resolve("backup.db");
    assertEquals(ExitCode.OK, zhai.run("backup", backup.toString()).code());
    zhai.run("remove", "1", "2");
    Ran restored = zhai.run("restore", backup.toString());
    assertEquals(ExitCode.OK, restored.code(), restored.err());
    assertTrue(restored.out().startsWith("2 bookmarks restored"), restored.out());
    assertTrue(zhai.run("search", "知识冲突").out().contains("What small models"));
    assertEquals("The library is sound.\n", zhai.run("check", "--read-data").out());
  }

  @Test
  void buildsTheIndexAnewWhenItIsGone() throws IOException {
    try (var files = Files.walk(folder.resolve("library").resolve("lucene"))) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    assertTrue(zhai.run("search", "知识冲突").out().contains("What small models"));
  }

  @Test
  void countsWhatItHolds() {
    String out = zhai.run("status", "--json").out();
    assertTrue(out.contains("\"bookmarks\":2") && out.contains("\"unindexed\":0"), out);
  }
}
