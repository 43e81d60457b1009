package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest extends CommandTest {

  @BeforeEach
  void keepAPage() {
    zhai.run("add", POST, "-t", "rag", "-t", "machine learning");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "distillaton is:unread | distillation is:unread",
        "distillaton (small OR (large model)) | 'distillation small OR (large model)'",
        "-csdn knowlegde | -- -csdn knowledge",
        "tag:machin-learning small | tag:machine-learning small",
        "\"don't\" OR knowlegde | '\"don'\\''t\" OR knowledge'",
      })
  void suggestsAQueryThatCanBePasted(String query, String suggested) {
    Zhai.Ran ran = zhai.run("search", "--", query);
    assertEquals("did you mean: " + suggested, ran.err().lines().toList().getLast());
  }

  @Test
  void saysNothingWhereNothingIsLikeIt() {
    assertEquals(
        "Nothing found; nowhere in the library: quantum.\n", zhai.run("search", "quantum").err());
  }

  @Test
  void tellsProgramsInEachHit() {
    Zhai.Ran ran = zhai.run("search", "--json", "small distillaton");
    assertTrue(ran.out().contains(",\"didYouMean\":\"small distillation\","), ran.out());
    assertTrue(zhai.run("search", "--json", "small").out().contains(",\"didYouMean\":null,"));
  }
}
