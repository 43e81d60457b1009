package zhai.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.extract.Extraction;
import zhai.extract.Extractor;
import zhai.model.Article;
import zhai.model.Verdict;

/// What is read of the pages of sites all over the world, one claim a row of `world.txt`. The pages
/// are ours, in the shapes that the sites have.
final class WorldRulesTest {
  private static final Extractor EXTRACTOR = new Extractor(SiteReaders.all());

  /// @param holds texts that the Markdown has, apart by ` ¦ `; `-` for none
  /// @param lacks texts that it has not
  record Claim(
      String file,
      String address,
      Verdict verdict,
      String title,
      String byline,
      String published,
      String holds,
      String lacks) {
    static Claim parse(String row) {
      String[] cells = row.split("\\s+\\|\\s+");
      assertEquals(8, cells.length, row);
      return new Claim(
          cells[0],
          cells[1],
          Verdict.valueOf(cells[2]),
          cells[3],
          cells[4],
          cells[5],
          cells[6],
          cells[7].strip());
    }
  }

  static Stream<Claim> claims() throws IOException {
    try (InputStream in = WorldRulesTest.class.getResourceAsStream("/zhai/extract/world.txt")) {
      assertNotNull(in);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Claim::parse)
              .toList()
              .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void readsWhatTheTableSays(Claim claim) {
    Extraction extraction =
        EXTRACTOR.extract(Pages.load("rules/" + claim.file(), claim.address()).snapshot());
    assertEquals(claim.verdict(), extraction.verdict(), () -> "" + extraction.detail());
    Article article = extraction.article();
    if (article == null) {
      assertNotNull(extraction.detail());
      return;
    }
    assertEquals(claim.title(), orDash(article.title()));
    assertEquals(claim.byline(), orDash(article.byline()));
    assertEquals(claim.published(), orDash(article.published()));
    String markdown = article.content().markdown();
    texts(claim.holds()).forEach(text -> assertTrue(markdown.contains(text), markdown));
    texts(claim.lacks()).forEach(text -> assertFalse(markdown.contains(text), markdown));
  }

  private static List<String> texts(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.replace("\\n", "\n").split(" ¦ "));
  }

  private static String orDash(Object value) {
    return value == null ? "-" : value.toString();
  }
}
