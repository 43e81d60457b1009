package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.cli.Zhai.Ran;
import zhai.loopback.Connections;
import zhai.loopback.TestPicture;
import zhai.model.Bytes;

/// `zhai fetch --from-snapshots`: what was kept of pages is read anew.
class RereadTest extends CommandTest {
  private static final String TOPIC = "https://forum.example.org/t/7";
  private static final String SAID =
      "What was said in the topic, long enough to be taken for it, and then a little more of it,"
          + " so that the larger part of the page is this.";

  private static final String PAGE =
      """
      <title>Boards</title><div class=head><b>A topic</b> <i class=who>Ann</i></div>
      <div class=said><p>%s</p></div>
      <p>Something else that a general reading would take for a part of the text, since it is long.
      """
          .formatted(SAID);

  private static final String RULES =
      """
      name   Boards
      match  forum.example.org/t/{topic}
      title  .head b
      author .who
      content .said
      """;

  private static final String UNCHANGED =
      "2 read anew: 0 renewed · 2 as they were · 0 worse, kept beside · 0 failed\n";

  @BeforeEach
  void keepTwoPages() throws IOException {
    zhai.run("add", POST, "-x", "知识冲突时", "-t", "rag");
    Path page = Files.writeString(folder.resolve("topic.html"), PAGE);
    zhai.run("add", TOPIC, "--html", page.toString(), "-x", "said in the topic");
  }

  private void bringRules(String rules) throws IOException {
    Path folderOfRules = Files.createDirectories(folder.resolve("library/sites"));
    Files.writeString(folderOfRules.resolve("boards.rules"), rules);
  }

  private Ran reread(String... query) {
    String[] arguments = new String[query.length + 2];
    arguments[0] = "fetch";
    arguments[1] = "--from-snapshots";
    System.arraycopy(query, 0, arguments, 2, query.length);
    return zhai.run(arguments);
  }

  @Test
  void changesNothingWhereThePagesSayTheSame() {
    String before = zhai.run("list", "--json").out();
    assertEquals(new Ran(ExitCode.OK, UNCHANGED, ""), reread());
    assertEquals(before, zhai.run("list", "--json").out());
    assertEquals(1, zhai.run("show", "1", "--history").out().lines().count());
  }

  @Test
  void renewsAnArticleByARuleOfTheUsersOwn() throws IOException {
    bringRules(RULES);
    assertEquals(
        """
        read      2  A topic  [1 excerpt: 1 exact]
                  52 % of the earlier text is in it
        2 read anew: 1 renewed · 1 as they were · 0 worse, kept beside · 0 failed
        """,
        reread().out());
    assertEquals(SAID + "\n", zhai.run("show", "2", "--text").out());
    assertTrue(zhai.run("search", "author:ann").out().contains("A topic"));
    assertEquals(UNCHANGED, reread().out());
    assertEquals(2, zhai.run("show", "2", "--history").out().lines().count());
  }

  @Test
  void comparesTheExcerptsWithTheNewReading() throws IOException {
    zhai.run("note", "2", "-x", "Something else that a general reading", "-x", "a little more");
    bringRules(RULES);
    String out = reread("site:forum.example.org").out();
    assertTrue(out.startsWith("read      2  A topic  [3 excerpts: 2 exact, 1 missing]\n"), out);
    assertTrue(out.contains("\n          excerpt exact → missing: Something else that"), out);
  }

  @Test
  void keepsAWorseReadingBesideOnce() throws IOException {
    bringRules(RULES.replace(".said", "body > p"));
    String first = reread("site:forum.example.org").out();
    assertTrue(first.contains("; the earlier text stays current (zhai edit 2 --current 2"), first);
    assertTrue(
        first.endsWith("0 renewed · 0 as they were · 1 worse, kept beside · 0 failed\n"), first);
    assertEquals(first, reread("site:forum.example.org").out());
    assertEquals(2, zhai.run("show", "2", "--history").out().lines().count());
    assertTrue(zhai.run("show", "2", "--text").out().contains("Something else"));
  }

  @Test
  void tellsWhatIsNoArticleAnyMoreAndChangesNothing() throws IOException {
    String before = zhai.run("show", "2", "--json").out();
    bringRules(
        "name Boards\nmatch forum.example.org/t/{topic}\nwall login .said | Members only.\n");
    assertEquals(
        new Ran(
            ExitCode.SOME_FAILED,
            """
            login     2  https://forum.example.org/t/7  (Members only.)
            2 read anew: 0 renewed · 1 as they were · 0 worse, kept beside · 1 failed
            """,
            "          what is kept of the page is no article; the text stays\n"),
        reread());
    assertEquals(before, zhai.run("show", "2", "--json").out());
  }

  @Test
  void readsWhatTheQueryAsksForAndSaysOfHowManyNothingIsKept() {
    zhai.run("add", "https://news.example.org/two", "--no-fetch", "-t", "rag");
    assertEquals(
        "1 read anew: 0 renewed · 1 as they were · 0 worse, kept beside · 0 failed"
            + " (of 1 more nothing is kept)\n",
        reread("tag:rag").out());
    assertEquals(UNCHANGED, reread().out());
  }

  @Test
  void readsTheVersionThatTheUserChose() {
    web.html(
        "blog.example.org/small", 200, "<html><body><article><p>短了。</p></article></body></html>");
    zhai.run("fetch", "tag:rag");
    zhai.run("edit", "1", "--current", "2");
    reread();
    assertEquals("短了。\n", zhai.run("show", "1", "--text").out());
    assertEquals(2, zhai.run("show", "1", "--history").out().lines().count());
  }

  @Test
  void leavesAFailureThatCameSince() throws IOException {
    web.html("blog.example.org/small", 404, "");
    zhai.run("fetch", "tag:rag");
    bringRules("name Blog\nmatch blog.example.org/{post}\nauthor h1\n");
    assertTrue(reread("tag:rag").out().contains("1 renewed"));
    assertTrue(zhai.run("show", "1", "--json").out().contains("\"verdict\":\"gone\""));
  }

  @Test
  void keepsThePicturesThatThePageCarriesUnlessTheyAreNotWanted() throws IOException {
    Path page = folder.resolve("picture.html");
    Files.writeString(
        page,
        "<title>P</title><article><h1>P</h1><p>%s</p><img src='%s' alt=x><p>%s</p></article>"
            .formatted(
                SAID.repeat(3), TestPicture.dataAddress(TestPicture.png(1)), SAID.repeat(3)));
    zhai.run("add", "https://a.example.org/p", "--html", page.toString(), "--no-images");
    assertFalse(reread("site:a.example.org", "--no-images").out().contains("images"));
    assertTrue(reread("site:a.example.org").out().startsWith("images    3  1 kept"));
    assertFalse(reread("site:a.example.org").out().contains("images"));
  }

  /// Only the page is kept of a web archive, and it calls its pictures by names of that file.
  @Test
  void findsThePicturesOfAWebArchiveAgainInANewReading() throws IOException {
    Bytes picture = TestPicture.png(1);
    String topic = "https://forum.example.org/t/8";
    String archive =
        """
        Snapshot-Content-Location: %s
        Content-Type: multipart/related; boundary="x"

        --x
        Content-Type: text/html

        %s
        --x
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-ID: <one@mail>

        %s
        --x--
        """
            .formatted(
                topic,
                PAGE.replace("</p></div>", "</p><img src='cid:one@mail' alt=x></div>"),
                Base64.getMimeEncoder().encodeToString(picture.toArray()));
    Path saved = Files.writeString(folder.resolve("topic.mhtml"), archive);
    assertTrue(zhai.run("add", saved.toString()).out().contains("images    3  1 kept"));
    bringRules(RULES);
    String reread = reread("site:forum.example.org").out();
    assertTrue(
        reread.endsWith(
            "2 read anew: 2 renewed · 0 as they were · 0 worse, kept beside · 0 failed\n"),
        reread);
    String shown = zhai.run("show", "3", "--html").out();
    assertFalse(shown.contains("Something else"), shown);
    assertTrue(shown.contains(TestPicture.dataAddress(picture)), shown);
  }

  @Test
  void asksNobody() throws IOException {
    bringRules(RULES);
    int port = URI.create(web.gateway()).getPort();
    int begun = Connections.begunTo(port).size();
    reread();
    assertEquals(begun, Connections.begunTo(port).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--browser",
        "--cookies=c.txt",
        "--user-agent=x",
        "--allow-private",
        "--allow-host=a",
        "--images",
      })
  void refusesWhatSaysHowPagesAreAskedFor(String option) {
    assertEquals(
        new Ran(
            ExitCode.USAGE,
            "",
            "zhai: --from-snapshots reads what was kept and asks nobody; leave out %s\n"
                .formatted(option.replaceFirst("=.*", ""))),
        reread(option));
  }

  @Test
  void tellsProgramsOfEveryBookmark() throws IOException {
    bringRules(RULES);
    Ran ran = reread("--json");
    assertEquals(2, ran.out().lines().filter(line -> line.startsWith("{\"id\":")).count());
    assertTrue(ran.out().contains("\"title\":\"A topic\""), ran.out());
  }

  @Test
  void saysThatThereIsNothingToReadAnew() {
    assertEquals(
        "0 read anew: 0 renewed · 0 as they were · 0 worse, kept beside · 0 failed\n",
        reread("tag:nothing").out());
  }
}
