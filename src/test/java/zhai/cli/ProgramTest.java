package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.cli.Zhai.Ran;
import zhai.loopback.TestWeb;

/// What holds for the program as a whole.
class ProgramTest extends CommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add",
        "note",
        "list",
        "search",
        "show",
        "open",
        "edit",
        "tag",
        "tags",
        "remove",
        "import",
        "export",
        "fetch",
        "extract",
        "check",
        "reindex",
        "backup",
        "restore",
        "status",
        "demo",
        "extension",
        "native-host",
        "completion",
        "help"
      })
  void helpsWithAnExampleForEveryCommand(String command) {
    Ran ran = zhai.run(command, "--help");
    assertEquals(ExitCode.OK, ran.code());
    assertTrue(ran.out().contains("Example") && ran.out().contains("zhai " + command), ran.out());
  }

  @Test
  void saysWithACodeThatThereIsNoLibrary() {
    Ran ran = zhai.run("list");
    assertEquals(ExitCode.NO_LIBRARY, ran.code());
    assertTrue(ran.err().startsWith("zhai: There is no library at "), ran.err());
    assertEquals(1, ran.err().lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lst", "", "--no-such-option"})
  void saysWithACodeThatACommandLineMakesNoSense(String argument) {
    assertEquals(ExitCode.USAGE, zhai.run(argument).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add",
        "edit 1",
        "tag 1",
        "remove",
        "search",
        "extract",
        "list --jsno",
        "export --format pdf",
        "completion tcsh"
      })
  void saysWithACodeThatSomethingIsMissing(String line) {
    zhai.run("add", POST, "--no-fetch");
    Ran ran = zhai.run(line.split(" "));
    assertEquals(ExitCode.USAGE, ran.code(), ran.err());
    assertTrue(ran.err().startsWith("zhai: "), ran.err());
  }

  @Test
  void namesTheItemThatIsNotThere() {
    zhai.run("add", POST, "--no-fetch");
    Ran ran = zhai.run("show", "77");
    assertEquals(ExitCode.SOME_FAILED, ran.code());
    assertTrue(ran.err().contains("“77”"), ran.err());
  }

  @Test
  void refusesALibraryThatIsNewer() throws Exception {
    zhai.run("add", POST, "--no-fetch");
    Path database = folder.resolve("library").resolve("library.db");
    setUserVersion(database, 999_999);
    byte[] before = Files.readAllBytes(database);
    Ran ran = zhai.run("list");
    assertEquals(ExitCode.NEWER_LIBRARY, ran.code());
    org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(database));
  }

  private static void setUserVersion(Path database, int version) throws Exception {
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + version);
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  @Test
  void readsASavedPageWithoutALibrary() throws IOException {
    Path saved = folder.resolve("saved.html");
    Files.writeString(saved, TestWeb.articleHtml("存下来的", "先完成，再完美。"));
    Ran ran = zhai.run("extract", saved.toString(), "--url", "https://a.example.org/x", "--text");
    assertEquals(ExitCode.OK, ran.code(), ran.err());
    assertTrue(ran.out().contains("先完成，再完美。"), ran.out());
    assertEquals(ExitCode.NO_LIBRARY, zhai.run("list").code());
  }

  @Test
  void extractsABatchInItsOrder() throws IOException {
    Path saved = folder.resolve("saved.html");
    Files.writeString(saved, TestWeb.articleHtml("存下来的", "先完成，再完美。"));
    String line = "{\"id\":\"%s\",\"file\":\"%s\"}\n";
    Ran ran =
        zhai.withInput(
                line.formatted("a", saved)
                    + line.formatted("b", "/no/such/file")
                    + line.formatted("c", saved))
            .run("extract", "--batch");
    String[] lines = ran.out().split("\n");
    assertTrue(
        lines[0].startsWith("{\"id\":\"a\",\"verdict\":\"read\",\"title\":\"存下来的\""), ran.out());
    assertTrue(lines[1].startsWith("{\"id\":\"b\",\"error\":"), ran.out());
    assertTrue(lines[2].startsWith("{\"id\":\"c\",\"verdict\":\"read\""), ran.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void completesInThreeShells(String shell) {
    Ran ran = zhai.run("completion", shell);
    assertEquals(ExitCode.OK, ran.code());
    assertTrue(ran.out().contains("search") && ran.out().contains("cookies"), ran.out());
  }

  @Test
  void endsTheTourWithAReadingList() {
    Ran ran = zhai.run("demo");
    assertEquals(ExitCode.OK, ran.code(), ran.out() + ran.err());
    assertTrue(ran.out().contains("[没有大算力时，做大模型还有哪些值得研究的问题？](https://www.zhihu.com/"), ran.out());
    assertTrue(ran.out().contains("challenge 5"), ran.out());
    assertTrue(ran.out().contains("2 read: 1 added · 1 merged"), ran.out());
    assertTrue(ran.out().contains("excerpt 6, exact, "), ran.out());
    assertTrue(ran.out().contains("note 7, own words, "), ran.out());
  }
}
