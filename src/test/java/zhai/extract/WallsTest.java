package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Verdict;

/// Walls and the pages that only look like them, in `walls/`: one page for each rule of the rule
/// file, and for each kind of mark an article that has it and must be read.
class WallsTest {
  private final Extractor extractor = new Extractor(List.of());

  /// A row of one of the tables.
  ///
  /// @param expected a verdict, or for a page to be read a text that it has
  record Row(String file, int status, String expected, String address, String header) {
    static Row parse(String line) {
      String[] cells = line.split(" \\| ");
      return new Row(cells[0], Integer.parseInt(cells[1]), cells[2], cells[3], cells[4]);
    }

    Snapshot snapshot() {
      try (InputStream in = WallsTest.class.getResourceAsStream("walls/" + file)) {
        byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
        String known = address.equals("-") ? "https://harbour.example/read/" + file : address;
        return new Snapshot(
            known, Snapshot.Origin.FETCHED, status, headers(), Bytes.of(bytes), Instant.EPOCH);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<Snapshot.Header> headers() {
      int colon = header.indexOf(": ");
      return colon < 0
          ? List.of()
          : List.of(new Snapshot.Header(header.substring(0, colon), header.substring(colon + 2)));
    }
  }

  static Stream<Row> walls() {
    return RuleFile.open("walls/walls.txt").rules().stream().map(Row::parse);
  }

  static Stream<Row> articles() {
    return RuleFile.open("walls/articles.txt").rules().stream().map(Row::parse);
  }

  @ParameterizedTest
  @MethodSource("walls")
  void refusesAWall(Row row) {
    Extraction extraction = extractor.extract(row.snapshot());

    assertEquals(row.expected(), extraction.verdict().name(), () -> "" + extraction.detail());
    assertNotNull(extraction.detail());
  }

  @ParameterizedTest
  @MethodSource("articles")
  void readsAnArticleBesideTheSameMark(Row row) {
    Extraction extraction = extractor.extract(row.snapshot());

    assertEquals(Verdict.READ, extraction.verdict(), () -> "" + extraction.detail());
    Article article = extraction.article();
    assertNotNull(article);
    assertTrue(article.content().text().contains(row.expected()), article.content().text());
  }

  @Test
  void hasAPageForEachRule() {
    Set<String> unshown = new LinkedHashSet<>();
    for (String section : List.of("own", "shared", "nothing")) {
      WallRule.section(section).forEach(rule -> unshown.add(rule.line()));
    }
    walls()
        .map(WallsTest::rule)
        .filter(Objects::nonNull)
        .forEach(rule -> unshown.remove(rule.line()));

    assertEquals(Set.of(), unshown);
  }

  private static @Nullable WallRule rule(Row row) {
    Page.Html page = assertInstanceOf(Page.Html.class, PageParser.parse(row.snapshot()));
    StructuredData data = StructuredData.of(page.index());
    WallRule wall = Walls.rule(page, data);
    return wall == null ? Walls.nothing(page, MainContent.find(page, data, null)) : wall;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waiting-under-login.html",
        "waiting-in-data.html",
        "waiting-in-state.html",
        "waiting-in-linked-data.html",
        "waiting-in-noscript.html"
      })
  void doesNotRefuseATextThatWaitsUnseen(String file) {
    assertNull(rule(new Row(file, 200, "", "-", "-")));
  }

  @Test
  void rejectsALineThatIsNoRule() {
    assertThrows(IllegalArgumentException.class, () -> WallRule.parse("challenge | element | #x"));
    assertThrows(
        IllegalArgumentException.class, () -> WallRule.parse("challenge | smell | x | It smells."));
    assertThrows(
        IllegalArgumentException.class, () -> WallRule.parse("gate | script | x | It is."));
  }

  @Test
  void doesNotLookForMarksOnAPageWithPlentyOfText() {
    String words = "The pilot looked at the water for a while, and then at the gulls. ";
    Page.Html page = html("<p>" + words.repeat(60) + "</p><form id=challenge-form></form>");

    assertTrue(Glance.at(page.document()).isPlenty());
    assertNull(Walls.rule(page, StructuredData.of(page.index())));
  }

  private static Page.Html html(String page) {
    return assertInstanceOf(Page.Html.class, PageParser.parse(Pages.of(page, "text/html")));
  }
}
