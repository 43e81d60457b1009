package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zhai.cli.Zhai.Ran;
import zhai.loopback.TestWeb;

/// What becomes of a page that is read again.
class VersionsTest extends CommandTest {
  private static final String PAGE = "blog.example.org/small";
  private static final String TITLE = "What small models are good for";

  @BeforeEach
  void keepAPage() {
    zhai.run("add", POST, "-x", "知识冲突时", "-t", "rag");
  }

  private void comesBackShort() {
    web.html(PAGE, 200, "<html><body><article><p>短了。</p></article></body></html>");
  }

  private void comesBackEdited() {
    web.article(
        PAGE,
        TITLE,
        "Knowledge distillation keeps the reasoning, and a small model learns both.",
        "当检索片段与模型内部知识冲突时，模型更相信谁？多半是它自己。");
  }

  @Test
  void addsNoVersionAndTouchesNothingWhenNothingChanged() {
    String before = zhai.run("show", "1", "--json").out();
    assertEquals(
        """
        read      1  What small models are good for  [1 excerpt: 1 exact]
                  nothing changed
        """,
        zhai.run("fetch", "tag:rag").out());
    assertEquals(before, zhai.run("show", "1", "--json").out());
    assertEquals(1, zhai.run("show", "1", "--history").out().lines().count());
  }

  @Test
  void takesAnEditedPageAndShowsWhatChanged() {
    comesBackEdited();
    zhai.run("fetch", "tag:rag");
    assertEquals(
        """
           2  2026-01-04 10:00  read       223 characters  current   99 % of the earlier text is in it
           1  2026-01-04 10:00  read       216 characters  replaced  the first reading
        """,
        zhai.run("show", "1", "--history").out());
    assertEquals(
        """
        --- version 1, 2026-01-04 10:00
        +++ version 2, 2026-01-04 10:00, current
        @@ -2,2 +2,3 @@
         当检索片段与模型内部知识冲突时，模型更相信谁？
        +多半是它自己。
         为了让这一页在任何读者看来都是一篇文章，这里再写几句闲话：天气很好，窗外的银杏刚刚落完叶子，街上的人走得不快不慢，面包店的门开了又关。
        """,
        zhai.run("show", "1", "--diff").out());
  }

  @Test
  void keepsAWorsePageBesideAndSaysHowToTakeIt() {
    comesBackShort();
    Ran ran = zhai.run("fetch", "tag:rag");
    assertEquals(
        """
        read      1  What small models are good for  [1 excerpt: 1 exact]
                  only 0 % of the earlier text is left, without 1 of your excerpts; the earlier text stays current (zhai edit 1 --current 2 takes the new one)
        """,
        ran.out());
    assertEquals(
        """
           2  2026-01-04 10:00  read         3 characters  beside    only 0 % of the earlier text is left, without 1 of your excerpts
           1  2026-01-04 10:00  read       216 characters  current   the first reading
        """,
        zhai.run("show", "1", "--history").out());
  }

  @Test
  void addsNoVersionEachTimeForAPageThatStaysWorse() {
    comesBackShort();
    String first = zhai.run("fetch", "tag:rag").out();
    assertEquals(first, zhai.run("fetch", "tag:rag").out());
    assertEquals(2, zhai.run("show", "1", "--history").out().lines().count());
  }

  @Test
  void letsTheUserChooseAVersionAndComparesTheExcerptsWithIt() {
    comesBackShort();
    zhai.run("fetch", "tag:rag");
    assertEquals(ExitCode.OK, zhai.run("edit", "1", "--current", "2").code());
    assertEquals("短了。\n", zhai.run("show", "1", "--text").out());
    assertTrue(zhai.run("show", "1").out().contains("excerpt 1, missing"));
    assertTrue(zhai.run("search", "短了").out().contains("«短了»"));
    String history = zhai.run("show", "1", "--history").out();
    assertTrue(history.lines().findFirst().orElseThrow().endsWith("; chosen by you"), history);
    zhai.run("edit", "1", "--current", "1");
    assertTrue(zhai.run("show", "1").out().contains("excerpt 1, exact"));
  }

  @Test
  void goesOnFromTheVersionThatWasChosen() {
    comesBackShort();
    zhai.run("fetch", "tag:rag");
    zhai.run("edit", "1", "--current", "2");
    assertTrue(zhai.run("fetch", "tag:rag").out().contains("nothing changed"));
    assertEquals("短了。\n", zhai.run("show", "1", "--text").out());
  }

  @Test
  void takesNoOtherPageForTheOneThatWasThere() {
    web.html(
        PAGE,
        200,
        "<html><head><title>域名出售</title></head><body><article><h1>域名出售</h1><p>"
            + "这个域名正在出售，有意者请与我们联系，价格面议，谢绝中介。".repeat(12)
            + "</p></article></body></html>");
    Ran ran = zhai.run("fetch", "tag:rag");
    assertTrue(
        ran.out().contains("another page came back, with another title and another text"),
        ran.out());
    assertTrue(zhai.run("show", "1", "--text").out().contains("Knowledge distillation"));
  }

  @Test
  void comparesTheLastVersionWithTheCurrentOneUnlessToldOtherwise() {
    comesBackEdited();
    zhai.run("fetch", "tag:rag");
    comesBackShort();
    zhai.run("fetch", "tag:rag");
    String last = zhai.run("show", "1", "--diff").out();
    assertTrue(last.startsWith("--- version 2, 2026-01-04 10:00, current\n+++ version 3"), last);
    String back = zhai.run("show", "1", "--diff", "2..1").out();
    assertTrue(back.contains("-多半是它自己。\n"), back);
    assertEquals(
        zhai.run("show", "1", "--diff", "1..2").out(), zhai.run("show", "1", "--diff", "1").out());
  }

  @Test
  void showsThePageAsAVersionHasIt() {
    comesBackEdited();
    zhai.run("fetch", "tag:rag");
    assertFalse(zhai.run("show", "1", "--text", "--at", "1").out().contains("多半是它自己"));
    assertTrue(zhai.run("show", "1", "--source", "--at", "2").out().contains("多半是它自己"));
  }

  @Test
  void tellsProgramsTheSame() {
    comesBackShort();
    zhai.run("fetch", "tag:rag");
    assertEquals(
        """
        {"version":2,"read":"2026-01-04T02:00:00Z","verdict":"read","title":null,"characters":3,"place":"beside","comparison":"shrunk","reason":"only 0 % of the earlier text is left, without 1 of your excerpts","chosen":false}
        {"version":1,"read":"2026-01-04T02:00:00Z","verdict":"read","title":"What small models are good for","characters":216,"place":"current","comparison":"first","reason":"the first reading","chosen":false}
        """,
        zhai.run("show", "1", "--history", "--json").out());
  }

  @Test
  void makesVisibleWhatAPageHidesInADifference() {
    web.html(PAGE, 200, TestWeb.articleHtml(TITLE, "当检索片段与模型内部知识冲突时，模型更相信谁？", "Red \u202e words."));
    zhai.run("fetch", "tag:rag");
    String diff = zhai.run("show", "1", "--diff").out();
    assertTrue(diff.contains("+Red \\u202e words."), diff);
  }

  @Test
  void namesWhatIsNotThere() {
    Ran noVersion = zhai.run("edit", "1", "--current", "7");
    assertEquals(ExitCode.SOME_FAILED, noVersion.code());
    assertEquals(
        "zhai: bookmark 1 has no version 7; `zhai show 1 --history` shows their numbers\n",
        noVersion.err());
    assertEquals(
        "zhai: bookmark 1 has no two versions to compare\n", zhai.run("show", "1", "--diff").err());
    assertEquals(ExitCode.USAGE, zhai.run("show", "1", "--diff", "a..b").code());
  }
}
