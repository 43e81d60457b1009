package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;
import zhai.measure.BookmarkFile;

/// `zhai import` of a bookmark file is killed with SIGKILL at any moment, several times on one
/// library, and then run to its end: every link is there, once.
class ImportKillTest {
  private static final int KILLS = 4;
  private static final int LINKS = 2_000;
  private static final Pattern REPORT =
      Pattern.compile(
          "([\\d,]+) read: ([\\d,]+) added · 0 merged · 0 updated"
              + " · ([\\d,]+) skipped.* · 0 failed");

  @TempDir Path folder;
  private TestWeb web;

  @BeforeEach
  void startTheWeb() throws Exception {
    web = new TestWeb();
  }

  @AfterEach
  void stopTheWeb() {
    web.close();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void goesOnAfterAKillAndDoublesNothing() throws Exception {
    Path file = folder.resolve("bookmarks.html");
    BookmarkFile.write(file, LINKS, 300);
    Random random = new Random(20260104);
    long whole = millisWhenUndisturbed(file);
    Path library = folder.resolve("library");
    for (int kill = 0; kill < KILLS; kill++) {
      try (Child child = importing(library, file)) {
        child.endsWithin(random.nextLong(whole));
        child.kill();
      }
    }
    try (Child child = importing(library, file)) {
      assertEquals(0, child.code(), child.errors());
      Matcher report = REPORT.matcher(child.lines().getLast());
      assertTrue(report.matches(), child.lines()::toString);
      assertEquals(LINKS, number(report, 1));
      assertEquals(LINKS, number(report, 2) + number(report, 3));
    }
    Zhai zhai = new Zhai(library, web);
    String list = zhai.run("list", "--json", "--limit", "1000000").out();
    assertEquals(LINKS, list.lines().count());
    assertEquals(LINKS, Kept.parse(list).stream().map(Kept::url).distinct().count());
    assertEquals(0, zhai.run("check", "--read-data").code());
  }

  private static int number(Matcher report, int group) {
    return Integer.parseInt(report.group(group).replace(",", ""));
  }

  private long millisWhenUndisturbed(Path file) throws Exception {
    long start = System.nanoTime();
    try (Child child = importing(folder.resolve("undisturbed"), file)) {
      assertEquals(0, child.code(), child.errors());
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static Child importing(Path library, Path file) throws Exception {
    return Child.zhai(library, "import", "--no-fetch", file.toString());
  }
}
