package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zhai.cli.Zhai.Ran;

/// Notes of the user's own on the command line: `import`, and what `status` and `show` say of them.
class NotesCommandTest extends CommandTest {
  private static final String RECORD =
      "[小模型](https://blog.example.org/small)\n\n自己的话：做个小实验\n\n#rag\n";
  private static final String MENTION = "I read [the news](https://news.example.org/one).\n";

  private Path notes;

  @BeforeEach
  void writeNotes() throws IOException {
    notes = Files.createDirectories(folder.resolve("notes/daily"));
    Files.writeString(notes.resolve("2026-01-03.md"), "# Day\n\n---\n\n" + RECORD);
    Files.writeString(notes.resolve("2026-01-04.md"), MENTION + "\n`http://x.example/`\n");
  }

  private Ran read(String... options) {
    return zhai.run(
        Stream.concat(Stream.of("import", notes.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void readsAFolderOfNotesAndThenItsPages() {
    Ran ran = read();
    assertEquals(
        "3 read: 2 added · 0 merged · 0 updated · 1 skipped (1 in code) · 0 failed",
        ran.out().lines().findFirst().orElse(""));
    assertEquals(0, ran.code());
    assertTrue(zhai.run("list", "note:小实验").out().contains("小模型"));
    assertEquals(
        "3 read: 0 added · 0 merged · 0 updated · 3 skipped (3 known already) · 0 failed\n",
        read().out());
  }

  @Test
  void saysWhatCameFromWhichFile() throws IOException {
    read("--no-fetch");
    assertEquals(
        """
        note files 2
          %1$s/2026-01-03.md  1 record
          %1$s/2026-01-04.md  1 mention · 1 skipped
        """
            .formatted(notes),
        zhai.run("status").out().lines().skip(15).map(it -> it + "\n").reduce("", String::concat));
    Files.delete(notes.resolve("2026-01-04.md"));
    assertTrue(
        read("--no-fetch").err().contains("2026-01-04.md:1: no longer there; bookmark 2 keeps it"));
    String json = zhai.run("status", "--json").out();
    assertTrue(
        json.contains("\"records\":0,\"mentions\":0,\"skipped\":0,\"gone\":1,\"read\":null"), json);
  }

  @Test
  void showsFileAndLine() {
    read("--no-fetch");
    assertTrue(zhai.run("show", "1").out().contains("in " + notes + "/2026-01-03.md:5"));
  }

  @Test
  void givesTheSectionsOfADayBackByteForByte() throws IOException {
    String section =
        """
        [小模型能做什么](https://blog.example.org/small)

        第一段，直接跟着表格：
        | 方向 | 做法 |
        | :--- | :--- |
        | **检索** | 打乱片段的顺序 |
        1.  **可解释性**
            用很小的模型就能开始，*causally intervene*。

        2.  **高效推理**
            瓶颈在带宽，不在算力。

        #轻量化研究 #评估科学
        """;
    Path note = notes.resolve("2026-01-02.md");
    Files.writeString(note, "---\ntitle: 1-2\n---\n\n## 今天\n\n---\n\n" + section + "\n---\n");
    zhai.run("import", "--no-fetch", note.toString());
    String list = zhai.run("export", "added:2026-01-02", "--format", "markdown").out();
    assertTrue(list.endsWith("## 2026-01-02\n\n" + section), list);
  }

  @Test
  void writesTheRecordsOfADayInTheOrderOfTheNote() throws IOException {
    String first = "[一](https://blog.example.org/1)\n\n早上读的\n\n---\n\n";
    String second = "[二](https://blog.example.org/2)\n\n晚上读的\n\n";
    zhai.run("add", "--no-fetch", "https://blog.example.org/2"); // on a later day, by hand
    Files.writeString(notes.resolve("2026-01-02.md"), first + second + "---\n");
    read("--no-fetch");
    String list = zhai.run("export", "--format", "markdown").out();
    assertTrue(list.contains("## 2026-01-02\n\n" + first + second.stripTrailing() + "\n"), list);
    String days = String.join(" ", list.lines().filter(it -> it.startsWith("## ")).toList());
    assertEquals("## 2026-01-04 ## 2026-01-03 ## 2026-01-02", days);
    String oldest = zhai.run("export", "--format", "markdown", "--sort", "oldest").out();
    assertTrue(oldest.contains("## 2026-01-02\n\n" + first + second.stripTrailing() + "\n"), list);
  }

  @Test
  void writesTheLinksOfALineInTheirOrder() throws IOException {
    Files.writeString(
        notes.resolve("2026-01-02.md"),
        "见 https://blog.example.org/1 和 https://blog.example.org/2 。");
    read("--no-fetch");
    String list = zhai.run("export", "added:2026-01-02", "--format", "csv").out();
    assertTrue(list.indexOf("example.org/1") < list.indexOf("example.org/2"), list);
  }

  @Test
  void knowsAQuoteOfAPageThatIsReadAlready() throws IOException {
    zhai.run("add", POST);
    String quote = "当检索片段与模型内部知识冲突时，模型更相信谁？";
    Files.writeString(
        notes.resolve("2026-01-03.md"), RECORD.replace("\n\n#", "\n\n" + quote + "\n\n#"));
    read("--no-fetch");
    assertTrue(zhai.run("list", "excerpt:知识冲突").out().contains("small"));
    assertEquals(1, zhai.run("list", "note:小实验", "--json").out().lines().count());
    assertEquals("", zhai.run("list", "note:知识冲突", "--json").out());
  }

  @Test
  void watchesNotesOnly() throws IOException {
    Path lines = Files.writeString(folder.resolve("lines.jsonl"), "{}");
    assertEquals(
        "zhai: --watch goes on with notes: name Markdown files or folders of them",
        zhai.run("import", "--watch", lines.toString()).err().lines().findFirst().orElse(""));
  }

  @Test
  void rehearsesNotesToo() {
    assertEquals(
        "3 read: 2 added · 0 merged · 0 updated · 1 skipped (1 in code) · 0 failed\n",
        read("--dry-run").out());
    assertTrue(Files.notExists(folder.resolve("library")));
  }

  @Test
  void followsNotesUntilItIsStopped() throws IOException, InterruptedException {
    AtomicReference<Ran> ran = new AtomicReference<>();
    Thread watching = Thread.ofPlatform().start(() -> ran.set(read("--watch", "--no-fetch")));
    waitUntilListed("/small");
    Files.writeString(notes.resolve("2026-01-05.md"), "[New](https://news.example.org/new)\n");
    waitUntilListed("/new");
    watching.interrupt();
    watching.join();
    assertTrue(ran.get().out().startsWith("3 read: 2 added"), ran.get().out());
  }

  /// Asks as another process would.
  private void waitUntilListed(String address) {
    Zhai beside = new Zhai(folder.resolve("library"), web);
    while (!beside.run("list", "--json").out().contains(address)) {
      Thread.onSpinWait();
    }
  }
}
