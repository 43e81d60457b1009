package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import zhai.cli.Zhai.Ran;
import zhai.loopback.TestWeb;

class AddCommandTest extends CommandTest {

  @Test
  void storesTheLinkThenReadsThePageAndComparesTheExcerpt() {
    Ran ran = zhai.run("add", POST + "?utm_source=x", "-x", "知识冲突时", "-x", "no such words here");
    assertEquals(
        """
        stored    1  https://blog.example.org/small
        read      1  What small models are good for  [2 excerpts: 1 exact, 1 missing]
        """,
        ran.out());
    assertEquals(ExitCode.OK, ran.code());
    assertEquals("", ran.err());
  }

  @Test
  void joinsWhatIsNewToABookmarkThatIsThereAndAsksNoPageTwice() {
    zhai.run("add", POST, "-x", "知识冲突时", "-t", "rag");
    Ran ran = zhai.run("add", POST + "#comments", "-x", "知识冲突时", "-n", "试一下", "-t", "RAG,小模型");
    assertEquals(
        """
        joined    1  https://blog.example.org/small
        known     1  What small models are good for  [1 excerpt: 1 exact]
        """,
        ran.out());
    assertEquals(
        """
           1  What small models are good for
              blog.example.org · #rag #小模型
              https://blog.example.org/small
              excerpt 1, exact
                > 知识冲突时
              note 2
                试一下
        """,
        zhai.run("show", "1").out());
  }

  @Test
  void keepsALinkWhosePageIsWalledAndSaysHowToGoOn() {
    web.html(
        "www.zhihu.com/question/1/answer/2",
        403,
        "<html><head><meta id='zh-zse-ck' content='004'></head><body><p>。</p></body></html>");
    Ran ran = zhai.run("add", ANSWER, "-x", "摘下来的话");
    assertEquals(ExitCode.SOME_FAILED, ran.code());
    assertTrue(
        ran.out().startsWith("stored    1  " + ANSWER + "\nchallenge 1  " + ANSWER), ran.out());
    assertTrue(ran.err().contains("zhai add '" + ANSWER + "' --html saved.html"), ran.err());
    assertTrue(zhai.run("show", "1").out().contains("> 摘下来的话"));
  }

  @Test
  void takesAPageThatIsHandedOverAndAsksForNothing() throws IOException {
    Path saved = folder.resolve("saved.html");
    Files.writeString(saved, TestWeb.articleHtml("一篇存下来的文章", "先完成，再完美。"));
    Ran ran =
        zhai.run(
            "add", "https://nowhere.example.org/a", "--html", saved.toString(), "-x", "先完成再完美");
    assertEquals(
        """
        stored    1  https://nowhere.example.org/a
        read      1  一篇存下来的文章  [1 excerpt: 1 near]
        """,
        ran.out());
  }

  @Test
  void takesTheAddressFromThePageItselfWhenItNamesOne() {
    String page =
        "<!DOCTYPE html> <!--\n"
            + " Page saved with SingleFile\n"
            + " url: https://blog.example.org/kept?utm_source=a\n"
            + "-->"
            + TestWeb.articleHtml("存下来的", "一段话。");
    Ran ran = zhai.withInput(page).run("add", "--html", "-");
    assertTrue(
        ran.out().startsWith("stored    1  https://blog.example.org/kept\n"),
        ran.out() + ran.err());
  }

  @Test
  void findsTheAddressesInShareTextAndOnStandardInput() {
    Ran ran =
        zhai.withInput("看看这个：https://news.example.org/one，很好\n\nhttps://blog.example.org/small\n")
            .run("add", "-", "--no-fetch");
    assertEquals(
        """
        stored    1  https://news.example.org/one
        stored    2  https://blog.example.org/small
        """,
        ran.out());
    assertEquals(ExitCode.OK, ran.code());
  }

  @Test
  void oneBadAddressDoesNotKeepTheOthersOut() {
    Ran ran = zhai.run("add", "javascript:alert(1)", POST, "--no-fetch");
    assertEquals(ExitCode.SOME_FAILED, ran.code());
    assertEquals("stored    1  https://blog.example.org/small\n", ran.out());
    assertTrue(ran.err().startsWith("zhai: 'javascript:alert(1)' "), ran.err());
  }

  @Test
  void joinsTheBookmarkThatARedirectLeadsTo() {
    web.redirect("short.example.org/x", POST);
    zhai.run("add", POST, "-n", "first");
    Ran ran = zhai.run("add", "https://short.example.org/x", "-n", "second");
    assertTrue(ran.out().contains("is bookmark 1, which it joined"), ran.out());
    String shown = zhai.run("show", "https://short.example.org/x").out();
    assertTrue(shown.contains("also https://short.example.org/x"), shown);
    assertTrue(shown.contains("first") && shown.contains("second"), shown);
    assertEquals(1, zhai.run("list", "--json").out().lines().count());
  }

  @Test
  void readsExcerptsFromAFileDividedByEmptyLines() throws IOException {
    Path file = folder.resolve("picked.txt");
    Files.writeString(file, "当检索片段与模型\n\n模型更相信谁？\n");
    Ran ran = zhai.run("add", POST, "--excerpts", file.toString());
    assertTrue(ran.out().contains("[2 excerpts: 2 exact]"), ran.out());
  }

  @Test
  void makesWhatATerminalWouldObeyVisible() {
    web.article("evil.example.org/a", "\u001b]0;owned\u0007\u202etitle", "一段话。");
    Ran ran = zhai.run("add", "https://evil.example.org/a");
    assertTrue(ran.out().contains("owned\\u0007\\u202etitle"), ran.out());
    assertTrue(ran.out().chars().noneMatch(c -> c == 0x1b || c == 7 || c == 0x202e), ran.out());
  }

  @Test
  void takesAnArgumentThatBeginsWithAnAtSignForText() {
    Ran ran = zhai.run("add", POST, "--no-fetch", "-n", "@/etc/hostname");
    assertEquals(ExitCode.OK, ran.code());
    assertTrue(zhai.run("show", "1").out().contains("@/etc/hostname"));
  }

  @Test
  void keepsAFileLikeAPageAndKnowsItAgainWhereverItLies() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "先完成，再完美。\n\n第二段。");
    assertEquals(
        """
        stored    1  %1$s
        read      1  notes  [1 excerpt: 1 exact]
        """
            .formatted(notes.toRealPath().toUri().toASCIIString()),
        zhai.run("add", notes.toString(), "-x", "先完成，再完美").out());

    Path moved = Files.move(notes, folder.resolve("moved.txt"));
    assertTrue(zhai.run("add", moved.toString()).out().startsWith("joined    1  "));

    Files.writeString(moved, "先完成，再完美。\n\n第二段。\n\n第三段，后来写的。");
    assertTrue(zhai.run("add", moved.toString()).out().startsWith("joined    1  "));
    assertTrue(zhai.run("show", "1", "--text").out().contains("第三段"));
  }

  @Test
  void takesASavedPageThatNamesItsAddressForThatPage() throws IOException {
    Path saved = folder.resolve("saved.html");
    String page = TestWeb.articleHtml("一篇存下来的文章", "先完成，再完美。");
    Files.writeString(saved, "<!-- saved from url=(0030)https://blog.example.org/saved -->" + page);

    Ran ran = zhai.run("add", saved.toString());

    assertTrue(
        ran.out().startsWith("stored    1  https://blog.example.org/saved\nread "), ran.out());
  }
}
