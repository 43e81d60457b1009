package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.cli.Zhai.Ran;

/// What of a list goes where.
class ExportCommandTest extends CommandTest {

  @BeforeEach
  void keepTwoPages() {
    zhai.run("add", "--no-fetch", POST, "-x", "知识冲突时", "-n", "自己的话", "-t", "rag");
    zhai.run("add", "--no-fetch", "https://news.example.org/one", "-t", "toread");
  }

  @Test
  void splitsAListIntoFilesAndLeavesOthersAlone() throws IOException {
    Path lists = Files.createDirectories(folder.resolve("lists"));
    Files.writeString(lists.resolve("mine.md"), "mine");
    Ran ran = zhai.run("export", "--split", "site", "-o", lists.toString());
    assertEquals("2 bookmarks written to 2 files in %s\n".formatted(lists), ran.err());
    assertEquals(List.of("blog.example.org.md", "mine.md", "news.example.org.md"), names(lists));
    assertEquals("mine", Files.readString(lists.resolve("mine.md")));
  }

  @Test
  void leavesAFileThatWouldBeTheSameUntouched() throws IOException {
    zhai.run("export", "--split", "day", "-o", folder.toString());
    Path list = folder.resolve("2026-01-04.md");
    Object before = Files.getAttribute(list, "unix:ino");
    zhai.run("export", "--split", "day", "-o", folder.toString());
    assertEquals(before, Files.getAttribute(list, "unix:ino"));
  }

  @Test
  void groupsAndSortsAsAsked() {
    String out = zhai.run("export", "--group-by", "tag", "--sort", "title").out();
    assertEquals(
        List.of("## rag", "## toread"), out.lines().filter(it -> it.startsWith("## ")).toList());
  }

  @Test
  void fillsInATemplate() throws IOException {
    Path own = Files.writeString(folder.resolve("own.mustache"), "{{#entries}}{{id}} {{/entries}}");
    assertEquals("2 1 ", zhai.run("export", "--template", own.toString()).out());
    Path digest = folder.resolve("digest.txt");
    zhai.run("export", "--template", "weekly-digest", "-o", digest.toString());
    assertTrue(Files.readString(digest).startsWith("# Reading list\n\n2 · "));
    Files.writeString(own, "{{colour}}");
    Ran ran = zhai.run("export", "--template", own.toString());
    assertEquals(ExitCode.USAGE, ran.code());
    assertTrue(ran.err().contains("colour"), ran.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bibtex", "csv", "atom", "opml", "ris", "csl-json", "json", "json-feed", "jsonl"})
  void writesEveryFormat(String format) {
    Ran ran = zhai.run("export", "--with", "article,notes", "--format", format);
    assertEquals(ExitCode.OK, ran.code(), ran.err());
    assertTrue(ran.out().contains("https://blog.example.org/small"), ran.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--template none",
        "--split site",
        "--group-by colour",
        "--with pictures",
        "--format docx",
        "-o a.b"
      })
  void saysWhatItDoesNotUnderstand(String options) {
    Ran ran = zhai.run(("export " + options).split(" "));
    assertEquals(ExitCode.USAGE, ran.code());
    assertTrue(ran.err().startsWith("zhai: "), ran.err());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }
}
