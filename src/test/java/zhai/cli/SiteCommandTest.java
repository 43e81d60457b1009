package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai.Ran;

/// A user's own rules for sites, from the library's folder.
class SiteCommandTest extends CommandTest {
  private static final String ADDRESS = "https://forum.example.org/t/7";

  private static final String RULES =
      """
      name   Boards
      match  forum.example.org/t/{topic}
      title  .head b
      author .none
      author .who
      content .said
      """;

  private static final String PAGE =
      """
      <title>Boards</title><div class=head><b>A topic</b> <i class=who>Ann</i></div>
      <div class=said><p>What was said in the topic, long enough to be taken for it.</p></div>
      <p>Something else that a general reading would take for a part of the text, since it is long.
      """;

  @TempDir Path pages;

  private Path library() {
    return folder.resolve("library");
  }

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(library().resolve("sites"));
    Files.writeString(library().resolve("sites/boards.rules"), RULES);
    Files.writeString(pages.resolve("topic.html"), PAGE);
  }

  private String page() {
    return pages.resolve("topic.html").toString();
  }

  @Test
  void saysWhichLineFoundWhat() {
    assertEquals(
        """
        known       %s, by its address
        title       A topic   line 3: .head b
        author      Ann   line 5: .who
        text        59 characters   line 6: .said
        first       What was said in the topic, long enough to be taken for it.
        """
            .formatted(library().resolve("sites/boards.rules")),
        zhai.run("site", "test", page(), ADDRESS).out());
  }

  @Test
  void saysThatNoRuleKnowsThePage() {
    Ran ran = zhai.run("site", "test", page(), "https://other.example.org/");
    assertEquals("no rule knows this page; the general reading reads it\n", ran.out());
    assertEquals(ExitCode.SOME_FAILED, ran.code());
  }

  @Test
  void listsOwnRulesBeforeTheBundledOnes() {
    String out = zhai.run("site", "list").out();
    assertTrue(out.startsWith(library().resolve("sites/boards.rules") + "  Boards  forum.ex"), out);
    assertTrue(out.contains("\ncsdn.rules"), out);
    assertTrue(zhai.run("site", "list", "--json").out().contains("\"site\":\"Boards\""));
  }

  @Test
  void tellsHowRulesAreWritten() {
    assertTrue(zhai.run("site", "language").out().contains("match PLACE"));
  }

  @Test
  void readsPagesByTheUsersRules() {
    String out = zhai.run("extract", page(), "--url", ADDRESS, "--text").out();
    assertEquals("What was said in the topic, long enough to be taken for it.\n", out);
    zhai.run("add", ADDRESS, "--html", page());
    assertTrue(zhai.run("show", "1").out().contains("A topic"));
  }

  @Test
  void readsWithoutAnyRulesForSitesOnDemand() {
    String out = zhai.run("extract", page(), "--url", ADDRESS, "--text", "--no-site-readers").out();
    assertTrue(out.contains("Something else"), out);
    String line = "{\"id\":1,\"file\":\"%s\",\"url\":\"%s\"}\n".formatted(page(), ADDRESS);
    String batch = zhai.withInput(line).run("extract", "--batch", "--no-site-readers").out();
    assertTrue(batch.contains("Something else"), batch);
  }

  @Test
  void doesNothingUntilAWrongLineIsRight() throws IOException {
    Files.writeString(library().resolve("sites/wrong.rules"), "match a.example\nautor .who\n");
    Ran ran = zhai.run("add", "https://a.example/1", "--no-fetch");
    assertEquals(ExitCode.SOME_FAILED, ran.code());
    assertTrue(
        ran.err()
            .startsWith("zhai: " + library().resolve("sites/wrong.rules") + ":2: 'autor' is no"),
        ran.err());
    Files.delete(library().resolve("sites/wrong.rules"));
    assertFalse(zhai.run("list").out().contains("a.example"));
  }
}
