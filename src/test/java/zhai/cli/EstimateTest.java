package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
  private static final Instant BEGUN = Instant.parse("2026-01-04T08:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20    | 4   | 100   | ''",
        "20    | 10  | 100   | ', about 3 min left'",
        "10    | 50  | 100   | ', about 10 s left'",
        "0     | 50  | 100   | ', about 1 s left'",
        "600   | 500 | 10000 | ', about 3 h 10 min left'",
        "600   | 100 | 100   | ''",
      })
  void saysWhatIsLeftAsFarAsItCanBeTold(int seconds, int done, int all, String left) {
    assertEquals(left, new Estimate(BEGUN).left(BEGUN.plusSeconds(seconds), done, all));
  }
}
