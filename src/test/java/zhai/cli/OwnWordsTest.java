package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.cli.Zhai.Ran;

/// What is read from a note is a quote or the user's own words, as the page says.
class OwnWordsTest extends CommandTest {
  private static final String QUOTE = "**当检索片段与模型内部知识冲突时**，模型更相信谁？";
  private static final String SUMMARY = "小模型可以靠蒸馏学会推理";
  private static final String FILE = "daily/2026-01-04.md";

  /// A library in which a record of a note stands, its page not asked for.
  private static String library(boolean gone, String... passages) {
    String marks =
        Stream.of(passages)
            .map(passage ->
                """
                {"kind":"note","id":0,"text":"%s","added":"2026-01-04T00:00:00Z",\
                "origin":{"file":"%s","line":21}}\
                """
                    .formatted(passage, FILE))
            .collect(Collectors.joining(","));
    return """
    {"zhai":1,"bookmark":{"id":1,"url":{"canonical":"%1$s","given":"%1$s","fetch":"%1$s"},\
    "aliases":[],"title":"Small models","tags":[],"state":"unread","starred":false,\
    "attempt":{"verdict":"pending"},"added":"2026-01-04T00:00:00Z",\
    "changed":"2026-01-04T00:00:00Z"},"sources":[{"file":"%2$s","line":21,"day":"2026-01-04",\
    "body":"","gone":%3$s}],"marks":[%4$s],"versions":[],"snapshots":[]}
    """
        .formatted(POST, FILE, gone, marks);
  }

  @BeforeEach
  void readANote() {
    zhai.withInput(library(false, QUOTE, SUMMARY)).run("import", "--no-fetch", "-");
  }

  @Test
  void comparesThemOnceThePageIsRead() {
    assertEquals(
        """
           1  Small models
              blog.example.org · pending
              https://blog.example.org/small
              in daily/2026-01-04.md:21
              note 1, unchecked, daily/2026-01-04.md:21
                **当检索片段与模型内部知识冲突时**，模型更相信谁？
              note 2, unchecked, daily/2026-01-04.md:21
                小模型可以靠蒸馏学会推理
        """,
        zhai.run("show", "1").out());
    assertEquals("read      1  Small models  [1 excerpt: 1 exact]\n", zhai.run("fetch").out());
    assertEquals(
        """
           1  Small models
              blog.example.org
              https://blog.example.org/small
              in daily/2026-01-04.md:21
              excerpt 1, exact, daily/2026-01-04.md:21
                > **当检索片段与模型内部知识冲突时**，模型更相信谁？
              note 2, own words, daily/2026-01-04.md:21
                小模型可以靠蒸馏学会推理
        """,
        zhai.run("show", "1").out());
  }

  @ParameterizedTest
  @CsvSource({
    "excerpt:知识冲突, 1",
    "excerpt:蒸馏, 0",
    "note:蒸馏, 1",
    "note:冲突, 0",
    "has:excerpt has:note, 1",
    "source:2026-01-04.md, 1",
    "source:daily/ excerpt:冲突, 1",
    "source:weekly/, 0",
  })
  void findsThemAsWhatTheyAre(String query, int count) {
    zhai.run("fetch");
    assertEquals(count, zhai.run("list", query, "--json").out().lines().count());
  }

  @Test
  void writesThemAsWhatTheyAre() {
    zhai.run("fetch");
    String html = zhai.run("export", "--format", "html").out();
    assertTrue(html.contains("<blockquote>\n<p><strong>当检索片段"), html);
    assertTrue(html.contains("<div class=\"note\">\n<p>" + SUMMARY), html);
    String json = zhai.run("show", "1", "--json").out();
    String origin = "\"origin\":{\"file\":\"daily/2026-01-04.md\",\"line\":21}";
    assertTrue(
        json.contains("\"anchor\":\"exact\",\"added\":\"2026-01-04T00:00:00Z\"," + origin), json);
    assertTrue(json.contains(SUMMARY + "\",\"added\":\"2026-01-04T00:00:00Z\"," + origin), json);
  }

  @Test
  void refusesToRemoveWhatStandsInAFile() {
    Ran ran = zhai.run("note", "1", "--remove", "2");
    assertEquals(ExitCode.SOME_FAILED, ran.code());
    assertEquals(
        "zhai: 2 stands in daily/2026-01-04.md:21; take it out there and import the file again\n",
        ran.err());
    assertTrue(zhai.run("show", "1").out().contains(SUMMARY));
  }

  @Test
  void removesWhatNoLongerStandsThere() {
    zhai.run("remove", "1");
    zhai = new Zhai(folder.resolve("other"), web);
    zhai.withInput(library(true, SUMMARY)).run("import", "--no-fetch", "-");
    assertEquals(
        """
           1  Small models
              blog.example.org · pending
              https://blog.example.org/small
              was in daily/2026-01-04.md:21, no longer there
        """,
        zhai.run("note", "1", "--remove", "1").out());
  }

  @Test
  void countsAQuotePickedByHandTooOnce() {
    zhai.run("note", "1", "-x", QUOTE);
    zhai.run("fetch");
    String shown = zhai.run("show", "1").out();
    assertEquals(1, shown.lines().filter(line -> line.contains("excerpt")).count(), shown);
  }

  @Test
  void makesANoteAQuoteWhenABetterReadingHasIt() {
    web.article(
        "blog.example.org/small", "What small models are good for", "Knowledge distillation.");
    zhai.run("fetch");
    assertEquals(0, zhai.run("list", "has:excerpt").out().lines().count());
    web.article(
        "blog.example.org/small",
        "What small models are good for",
        "Knowledge distillation.",
        "当检索片段与模型内部知识冲突时，模型更相信谁？");
    zhai.run("fetch", "source:daily/");
    assertEquals(2, zhai.run("list", "excerpt:知识冲突").out().lines().count());
    zhai.run("edit", "1", "--current", "1");
    assertTrue(zhai.run("show", "1").out().contains("excerpt 1, missing, daily"));
  }
}
