package zhai.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  @ParameterizedTest
  @MethodSource
  void understands(String typed, String understood) {
    assertEquals(understood, bracketed(QueryParser.parse(typed)));
  }

  private static String bracketed(Query query) {
    return switch (query) {
      case Query.And(var parts) -> bracketed(parts, " ");
      case Query.Or(var parts) -> bracketed(parts, " OR ");
      case Query.Not(Query.Not inner) -> "-(" + bracketed(inner) + ")";
      case Query.Not(Query inner) -> "-" + bracketed(inner);
      case Query.In(Field field, Query.Not inner) -> field.label() + ":(" + bracketed(inner) + ")";
      case Query.In(Field field, Query inner) -> field.label() + ":" + bracketed(inner);
      default -> query.toString();
    };
  }

  private static String bracketed(List<Query> parts, String between) {
    return parts.stream()
        .map(QueryParserTest::bracketed)
        .collect(Collectors.joining(between, "(", ")"));
  }

  static Stream<Arguments> understands() {
    return lines("queries.txt")
        .filter(line -> !line.startsWith("#") && !line.isEmpty())
        .map(line -> line.split(" => ", 2))
        .map(sides -> Arguments.of(sides[0], sides[1]));
  }

  @ParameterizedTest
  @MethodSource
  void pointsAtThePlaceOfAnError(String typed, String caret, String sentence) {
    QueryException error = assertThrows(QueryException.class, () -> QueryParser.parse(typed));
    assertEquals(sentence, error.getMessage());
    assertEquals(typed + "\n" + caret, error.caretBlock());
  }

  static Stream<Arguments> pointsAtThePlaceOfAnError() {
    String text = String.join("\n", lines("errors.txt").skip(2).toList());
    return Arrays.stream(text.split("\n\n"))
        .map(block -> block.split("\n"))
        .map(lines -> Arguments.of(lines[0], lines[1], lines[2]));
  }

  private static Stream<String> lines(String file) {
    try (var bytes = QueryParserTest.class.getResourceAsStream(file)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000\n\t"})
  void askingNothingIsAskingForEverything(String blank) {
    assertEquals(new Query.Everything(), QueryParser.parse(blank));
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 'a ', a query can have at most 1000 words, 2000",
    "10000, 'a ', a query can have at most 10000 characters, 10000",
    "20000, 字, a query can have at most 10000 characters, 10000",
  })
  void aVeryLongQueryGetsAClearAnswer(int times, String piece, String sentence, int position) {
    String typed = piece.repeat(times);
    QueryException error = assertThrows(QueryException.class, () -> QueryParser.parse(typed));
    assertEquals(sentence, error.getMessage());
    assertEquals(position, error.position());
    assertEquals(2, error.caretBlock().lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-(", "NOT ", "title:("})
  void deepNestingEndsInAnAnswer(String opening) {
    assertThrows(QueryException.class, () -> QueryParser.parse(opening.repeat(1_500) + "a"));
  }

  @Test
  void showsOnlyTheNeighbourhoodOfAPlaceInALongQuery() {
    String typed = "字".repeat(200) + " (" + "词".repeat(200);
    QueryException error = assertThrows(QueryException.class, () -> QueryParser.parse(typed));
    String expected = "…" + "字".repeat(49) + " (" + "词".repeat(24) + "…\n" + " ".repeat(100) + "^";
    assertEquals(expected, error.caretBlock());
  }

  @Test
  void showsTheLineOfThePlace() {
    QueryException error =
        assertThrows(QueryException.class, () -> QueryParser.parse("one\ntwo \"three\nfour"));
    assertEquals("two \"three\n    ^", error.caretBlock());
  }

  @Property(seed = "20260104", tries = 3_000)
  void anyTextIsAQueryOrAnErrorWithAPlace(@ForAll("typed") String typed) {
    try {
      QueryParser.parse(typed);
    } catch (QueryException e) {
      assertTrue(e.position() >= 0 && e.position() <= typed.length(), e.toString());
      assertEquals(2, e.caretBlock().lines().count());
    }
  }

  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> language =
        QueryTexts.tokens().list().ofMaxSize(12).map(list -> String.join("", list));
    return Arbitraries.oneOf(language, Arbitraries.strings().ofMaxLength(40));
  }
}
