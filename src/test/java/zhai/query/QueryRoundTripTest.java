package zhai.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.query.Query.And;
import zhai.query.Query.Dated;
import zhai.query.Query.In;
import zhai.query.Query.Not;
import zhai.query.Query.Or;
import zhai.query.Query.Phrase;
import zhai.query.Query.Word;

/// A query written out and read again is the same query.
class QueryRoundTripTest {
  @Property(seed = "20260104", tries = 1_000)
  void ofAnyTreeThatCanBeTyped(@ForAll("trees") Query query) {
    assertEquals(query, QueryParser.parse(query.toString()));
  }

  @Property(seed = "20260104", tries = 3_000)
  void ofAnyTextThatIsAQuery(@ForAll("texts") String typed) {
    Query query;
    try {
      query = QueryParser.parse(typed);
    } catch (QueryException _) {
      return;
    }
    assertEquals(query, QueryParser.parse(query.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "50, (a , b",
    "50, -, a",
    "50, NOT , a",
    "50, a OR (b , c",
    "25, -(a , b",
    "25, NOT (a OR b c , d",
    "10, -(a -(-, b",
  })
  void ofTheDeepestThatCanBeTyped(int times, String opening, String core) {
    int brackets = (int) opening.chars().filter(c -> c == '(').count();
    String typed = opening.repeat(times) + core + ")".repeat(times * brackets);
    Query query = QueryParser.parse(typed);
    assertEquals(query, QueryParser.parse(query.toString()));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> language =
        QueryTexts.tokens().list().ofMaxSize(30).map(tokens -> String.join("", tokens));
    return Arbitraries.oneOf(language, Arbitraries.strings().ofMaxLength(40));
  }

  @Provide
  Arbitrary<Query> trees() {
    return combined(leaves(), 24);
  }

  /// A leaf at the bottom of a chain of combinations, each of which costs two of the levels that a
  /// query may have.
  private static Arbitrary<Query> combined(Arbitrary<Query> leaves, int levels) {
    Arbitrary<Integer> shapes = Arbitraries.integers().between(0, 4);
    return Combinators.combine(leaves.list().ofSize(levels + 1), shapes.list().ofMaxSize(levels))
        .as((pieces, chain) -> {
          Query query = pieces.getFirst();
          for (int i = 0; i < chain.size(); i++) {
            query = combine(chain.get(i), query, pieces.get(i + 1));
          }
          return query;
        });
  }

  private static Query combine(int shape, Query inner, Query other) {
    return switch (shape) {
      case 0 -> new Not(inner);
      case 1 -> new And(List.of(inner, other));
      case 2 -> new And(List.of(other, new Or(List.of(other, inner)), other));
      case 3 -> new Or(List.of(other, inner));
      default -> new Or(List.of(new And(List.of(other, other)), new Not(inner)));
    };
  }

  private static Arbitrary<Query> leaves() {
    Arbitrary<Query> words = Arbitraries.oneOf(words(), phrases());
    Arbitrary<Query> inField =
        Arbitraries.of(Field.class)
            .flatMap(field -> combined(words, 4).map(query -> new In(field, query)));
    return Arbitraries.oneOf(words, inField, states(), dates());
  }

  private static Arbitrary<Query> words() {
    return QueryTexts.odd()
        .filter(text -> !text.isEmpty() && !text.matches("OR|AND|NOT"))
        .map(Word::new);
  }

  private static Arbitrary<Query> phrases() {
    return QueryTexts.odd().map(String::strip).filter(text -> !text.isBlank()).map(Phrase::new);
  }

  private static Arbitrary<Query> states() {
    return Arbitraries.oneOf(
        Arbitraries.of(Query.State.class).map(Query.Is::new),
        Arbitraries.of(Query.Part.class).map(Query.Has::new));
  }

  private static Arbitrary<Query> dates() {
    Arbitrary<String> ranges =
        Arbitraries.of(
            "2026", "2026-1-04", "7d", "3y", "..2024", "14d..7d", "2025..", ">2026-01", "<=0w");
    return Arbitraries.of(Query.DateField.class)
        .flatMap(field ->
            ranges.map(range -> new Dated(field, DateRangeParser.parse(range).orElseThrow())));
  }
}
