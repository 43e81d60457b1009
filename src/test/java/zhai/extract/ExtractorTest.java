package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.model.Article;
import zhai.model.Verdict;

/// Whole pages through the whole extractor. The pages are ours, in `pages/`; what is to be read of
/// them is in `readings.txt`, one claim a row.
class ExtractorTest {
  private final Extractor extractor = new Extractor(List.of());

  static Stream<Arguments> rows() {
    return RuleFile.open("readings.txt").rules().stream()
        .map(line -> Arguments.of((Object) line.split(" \\| ")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void readsWhatTheTableSays(String[] row) {
    Extraction extraction = extractor.extract(Pages.fixture(row[0], Integer.parseInt(row[1])));

    assertEquals(Verdict.valueOf(row[2]), extraction.verdict(), () -> "" + extraction.detail());
    Article article = extraction.article();
    if (article == null) {
      assertNotNull(extraction.detail());
      return;
    }
    assertEquals(row[3], orDash(article.title()));
    assertEquals(row[4], orDash(article.byline()));
    assertEquals(row[5], orDash(article.published()));
    String text = article.content().text();
    assertTrue(text.contains(row[6]), text);
    assertFalse(text.contains(row[7].replace("\\ufffd", "\ufffd")) && !row[7].equals("-"), text);
  }

  private static String orDash(Object value) {
    return value == null ? "-" : value.toString();
  }

  @Test
  void fillsTheGapsOfASiteReadersFacts() {
    var facts = new PageFacts("From the site", null, null, null, null, null, null, null, null);
    Article article = read(new SiteReading.Found(Verdict.READ, facts, body("Site text.")));

    assertEquals("From the site", article.title());
    assertEquals("林远舟", article.byline());
    assertEquals("Site text.", article.content().text());
  }

  @Test
  void keepsWhatAnUnsureSiteReaderKnows() {
    var facts = new PageFacts("From the site", null, null, null, null, null, null, null, null);
    Article article = read(new SiteReading.Unsure(facts));

    assertEquals("From the site", article.title());
    assertTrue(article.content().text().contains("一九三六年"));
  }

  @Test
  void takesASiteReadersRefusal() {
    Extraction extraction =
        new Extractor(List.of(new Fixed(new SiteReading.Refused(Verdict.LOGIN, "Log in."))))
            .extract(Pages.fixture("news-with-related-box.html", 200));

    assertEquals(Verdict.LOGIN, extraction.verdict());
    assertEquals("Log in.", extraction.detail());
    assertNull(extraction.article());
  }

  @Test
  void showsWhatAListingSaysWithoutKeepingIt() {
    Extraction found = extractor.extract(Pages.fixture("archive.html", 200));
    Extraction told =
        new Extractor(List.of(new Fixed(new SiteReading.Refused(Verdict.NOT_ARTICLE, "A list."))))
            .extract(Pages.fixture("archive.html", 200));

    for (Extraction extraction : List.of(found, told)) {
      assertEquals(Verdict.NOT_ARTICLE, extraction.verdict());
      assertNull(extraction.article());
      Article shown = extraction.shown();
      assertNotNull(shown);
      assertTrue(shown.content().text().contains("Note number 3"));
    }
  }

  @Test
  void saysThatAPageIsEmptyWhenNothingIsLeftOfIt() {
    String hidden = "<div hidden>The gulls sit down an hour before the turn, all of them.</div>";
    Extraction extraction = extractor.extract(Pages.of(hidden, "text/html"));

    assertEquals(Verdict.EMPTY, extraction.verdict());
  }

  @Test
  void turnsAFailureIntoASentence() {
    SiteReader broken =
        new SiteReader() {
          @Override
          public boolean knows(Page page) {
            throw new IllegalStateException("broken");
          }

          @Override
          public SiteReading read(Page page) {
            throw new IllegalStateException("broken");
          }
        };
    Extraction extraction = new Extractor(List.of(broken)).extract(Pages.fixture("blog.html", 200));

    assertEquals(Verdict.UNSUPPORTED, extraction.verdict());
  }

  @Test
  void readsTheBeginningOfAPageOverFiveMegabytesAndSaysSo() {
    String page =
        "<title>Long</title><p>" + "A sentence, again and again. ".repeat(200_000) + "</p>";
    Extraction extraction = extractor.extract(Pages.of(page, "text/html"));

    assertEquals(Verdict.READ, extraction.verdict());
    assertTrue(("" + extraction.detail()).contains("5 MB"));
  }

  private static Article read(SiteReading reading) {
    Article article =
        new Extractor(List.of(new Fixed(reading)))
            .extract(Pages.fixture("news-with-related-box.html", 200))
            .article();
    assertNotNull(article);
    return article;
  }

  private static Element body(String text) {
    Element main = new Element("div");
    main.setBaseUri("https://page.example/");
    main.appendElement("p").text(text);
    return main;
  }

  /// A site reader that knows every page and says one thing.
  private record Fixed(SiteReading reading) implements SiteReader {
    @Override
    public boolean knows(Page page) {
      return true;
    }

    @Override
    public SiteReading read(Page page) {
      return reading;
    }
  }
}
