package zhai.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrievalScoreTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // ranking | ndcg | mrr | first | recall, where a and b answer
        "a b c | 1.0000 | 1.0000 | 1 | 1.0",
        "a c b | 0.9197 | 1.0000 | 1 | 1.0",
        "c a   | 0.3869 | 0.5000 | 0 | 0.5",
        "c d   | 0.0000 | 0.0000 | 0 | 0.0",
        "''    | 0.0000 | 0.0000 | 0 | 0.0",
      })
  void scoresARanking(String ranking, double ndcg, double mrr, double first, double recall) {
    List<String> ids = Stream.of(ranking.split(" ")).filter(id -> !id.isEmpty()).toList();
    RetrievalScore score = RetrievalScore.of(ids, Map.of("a", 1, "b", 1));
    assertEquals(ndcg, score.ndcg(), 0.00005);
    assertEquals(mrr, score.mrr());
    assertEquals(first, score.first());
    assertEquals(recall, score.recall());
  }

  @Test
  void aHigherGradeGainsMore() {
    double best = 3 + 1 / (Math.log(3) / Math.log(2));
    double swapped = 1 + 3 / (Math.log(3) / Math.log(2));
    RetrievalScore score = RetrievalScore.of(List.of("b", "a"), Map.of("a", 2, "b", 1));
    assertEquals(swapped / best, score.ndcg(), 1e-9);
  }

  @Test
  void whatStandsBelowTheTenthCountsForNothing() {
    List<String> ranking =
        Stream.concat(Collections.nCopies(10, "x").stream(), Stream.of("a")).toList();
    assertEquals(new RetrievalScore(0, 0, 0, 0), RetrievalScore.of(ranking, Map.of("a", 1)));
  }

  @Test
  void aMeanIsOverAllQueries() {
    RetrievalScore all = new RetrievalScore(1, 1, 1, 1);
    RetrievalScore none = new RetrievalScore(0, 0, 0, 0);
    assertEquals(new RetrievalScore(0.5, 0.5, 0.5, 0.5), RetrievalScore.mean(List.of(all, none)));
  }
}
