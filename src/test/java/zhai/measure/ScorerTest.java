package zhai.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The formulas by example. The figures are those of the published scorers.
final class ScorerTest {
  private static final double EXACT = 0.00005;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the old tower is open again | the old tower is open | 0.9091 | 1 | 0.6667
          旧水塔重新开放              | 旧水塔开放            | 0.8333 | 0 | 0
          Tower 塔 A1_b               | tower 塔 a1_B c       | 0.8571 | 0 | 0
          one two three               | three two one         | 1      | 0 | 0
          ½ ③ x²                      | ½ ③ x²!               | 1      | 1 | 1
          a a b                       | a b b                 | 0.6667 | 0 | 0
          ''                          | x                     | 0      | 0 | 0
          x                           | ''                    | 0      | 0 | 0
          """)
  void scoresATextByItsTokensAndByTheirRuns(
      String gold, String given, double bag, double precision, double recall) {
    Score runs = Overlap.of(Tokens.of(gold), Tokens.of(given)).score();
    assertEquals(bag, Score.ofBags(Tokens.of(gold), Tokens.of(given)).f1(), EXACT);
    assertEquals(precision, runs.precision(), EXACT);
    assertEquals(recall, runs.recall(), EXACT);
  }

  @Test
  void takesEveryChineseCharacterForATokenAndAnEnglishBenchmarksClauseForOne() {
    assertEquals(List.of("旧", "水", "塔", "a1_b"), Tokens.of("旧水塔，A1_b"));
    assertEquals(List.of("旧水塔", "A1_b"), Tokens.words("旧水塔，A1_b"));
  }

  @Test
  void countsSnippetsWhateverTheSpaceInThem() {
    Snippets snippets = new Snippets(List.of("an old tower", "no such"), List.of("share this"));
    Score score = snippets.in("It is an\n\told tower: share  this.").score();
    assertEquals(0.5, score.precision(), EXACT);
    assertEquals(0.5, score.recall(), EXACT);
  }

  @Test
  void meansOverPagesLeaveOutThoseWithNothingToJudge() {
    Overlap right = Overlap.of(List.of("a"), List.of("a"));
    Overlap silent = Overlap.of(List.of("a"), List.of());
    assertEquals(1, Overlap.mean(List.of(right, silent)).precision(), EXACT);
    assertEquals(0.5, Overlap.mean(List.of(right, silent)).recall(), EXACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TITLE  | 旧水塔：重新开放            | 旧水塔重新开放         | true  | true
          TITLE  | The old tower reopens       | The Old Tower Reopens! | true  | true
          TITLE  | The old tower is open again | The old tower is open  | false | true
          TITLE  | Straße                      | STRASSE                | true  | false
          TITLE  | a b c d                     | a x                    | false | false
          AUTHOR | Mara Lindqvist              | By Mara Lindqvist      | true  | true
          AUTHOR | 林远舟                      | 作者：林远舟           | true  | true
          AUTHOR | A. Bell and C. Dorn         | A. Bell, C. Dorn       | true  | true
          AUTHOR | Mara Lindqvist              | Staff                  | false | false
          DATE   | 2023-04-18                  | 2023-04-18T09:25:30    | true  | true
          DATE   | 2023-04-18                  | 2023年4月18日          | true  | true
          DATE   | 2023-04-18                  | 20230418               | true  | true
          DATE   | 2023-04-18                  | 2023-04-19             | false | false
          DATE   | 2023-04-18                  | ''                     | false | false
          """)
  void judgesFacts(FactMatch fact, String gold, String given, boolean exact, boolean soft) {
    assertEquals(exact, fact.isExact(gold, given));
    assertEquals(soft, fact.isSoft(gold, given));
  }
}
