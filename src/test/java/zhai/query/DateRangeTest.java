package zhai.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01, 2027-01-01",
    "2026-01, 2026-01-01, 2026-02-01",
    "2026-1-4, 2026-01-04, 2026-01-05",
    "2025-12..2026-01, 2025-12-01, 2026-02-01",
    "2025.., 2025-01-01, ",
    "..2025, , 2026-01-01",
    ">2025, 2026-01-01, ",
    ">=2025, 2025-01-01, ",
    "<2025-06, , 2025-06-01",
    "<=2025-06, , 2025-07-01",
    "7d, 2026-03-24, ",
    "2w, 2026-03-17, ",
    "1m, 2026-02-28, ",
    "1y, 2025-03-31, ",
    "<7d, , 2026-03-24",
    ">7d, 2026-03-25, ",
    "14d..7d, 2026-03-17, 2026-03-25",
    "0d, 2026-03-31, ",
  })
  void spans(String written, LocalDate from, LocalDate before) {
    Query.Dated dated = (Query.Dated) QueryParser.parse("added:" + written);
    DateRange range = dated.range();
    assertEquals(from, range.from() == null ? null : range.from().on(TODAY));
    assertEquals(before, range.before() == null ? null : range.before().on(TODAY));
  }
}
