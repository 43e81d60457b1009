package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import zhai.cli.Zhai.Ran;
import zhai.loopback.TestWeb;

/// One page is one bookmark, and a page is never taken for another: redirects, the trash, imports
/// that come twice.
class OnePageTest extends CommandTest {

  @Test
  void keepsAGoodTextThatLiesInTheTrashWhenAWorseOneComesByAnotherWay() {
    zhai.run("add", POST);
    zhai.run("remove", "1");
    web.html(
        "blog.example.org/small", 200, "<html><body><article><p>短了。</p></article></body></html>");
    web.redirect("short.example.org/s", POST);
    Ran ran = zhai.run("add", "https://short.example.org/s");
    assertTrue(zhai.run("show", "1", "--text").out().contains("Knowledge distillation"), ran.out());
  }

  @Test
  void anchorsTheExcerptsThatComeBackFromTheTrashInTheNewText() {
    zhai.run("add", POST, "-x", "written down beforehand", "--no-fetch");
    zhai.run("remove", "1");
    web.article("blog.example.org/small", "Small", "It was written down beforehand, twice over.");
    web.redirect("short.example.org/s", POST);
    zhai.run("add", "https://short.example.org/s");
    assertTrue(zhai.run("show", "1").out().contains("excerpt 1, exact"));
  }

  @Test
  void takesNoFrontPageForThePagesThatRedirectToIt() {
    web.article("news.example.net/", "今日要闻", "首页上的一篇长文，谁都可以读到。");
    web.redirect("news.example.net/2024/one", "https://news.example.net/");
    web.redirect("news.example.net/2024/two", "https://news.example.net/");
    zhai.run("add", "https://news.example.net/2024/one", "-n", "first");
    zhai.run("add", "https://news.example.net/2024/two", "-n", "second");
    assertFalse(zhai.run("show", "https://news.example.net/2024/two").out().contains("first"));
  }

  @Test
  void takesNoPageForAnotherThatAsksForConsentOnTheWayToIt() {
    String consent = "https://consent.example.net/ask?site=7&go=https%3A%2F%2Fnews.example.net%2Fa";
    web.article(
        consent.substring("https://".length()), "Before you go on", "We and our partners ask.");
    web.redirect("news.example.net/a", consent);
    zhai.run("add", "https://news.example.net/a");
    String shown = zhai.run("show", "1").out();
    assertTrue(shown.contains("https://news.example.net/a\n"), shown);
  }

  @Test
  void importsTheSameTextOnce() {
    String line = "{\"url\":\"https://a.example.org/1\",\"title\":\"甲\",\"text\":\"银杏叶落了一地\"}\n";
    zhai.withInput(line).run("import", "--format", "jsonl", "-");
    String once = zhai.run("export", "--format", "jsonl").out();
    zhai.withInput(line).run("import", "--format", "jsonl", "-");
    assertEquals(once, zhai.run("export", "--format", "jsonl").out());
  }

  @Test
  void asksForNoPageAgainThatAnImportNamesAndTheLibraryHasRead() {
    zhai.run("add", POST);
    Ran ran =
        zhai.withInput("{\"url\":\"%s\",\"excerpts\":[{\"quote\":\"知识冲突\"}]}\n".formatted(POST))
            .run("import", "--format", "jsonl", "-");
    assertEquals(
        "1 read: 0 added · 1 merged · 0 updated · 0 skipped · 0 failed\n", ran.out(), ran.err());
    assertTrue(zhai.run("show", "1").out().contains("excerpt 1, exact"));
  }

  @Test
  void readsStandardInputForOneThingOnly() throws IOException {
    Path saved = folder.resolve("saved.html");
    Files.writeString(saved, TestWeb.articleHtml("甲", "乙"));
    Ran ran = zhai.withInput("<p>page</p>").run("add", POST, "--html", "-", "-x", "-");
    assertEquals(ExitCode.USAGE, ran.code(), ran.out());
    assertTrue(ran.err().contains("standard input"), ran.err());
    assertEquals(
        ExitCode.OK,
        zhai.withInput("乙").run("add", POST, "--html", saved.toString(), "-x", "-").code());
  }
}
