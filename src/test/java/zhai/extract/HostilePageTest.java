package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shapes that made parsers hang or overflow: each must end, with any verdict.
class HostilePageTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @ParameterizedTest(name = "{0} × {1}")
  @CsvSource({
    "<div>, 20000",
    "<table><tr><td>, 5000",
    "<a><b><i>, 5000",
    "<ul><li>, 10000",
    "<font><p>, 5000",
    "<p>a <a href=x>b</a>, 20000",
    "&amp;#x110000;&, 50000",
    "<!--, 20000",
    "{\"a\":, 20000",
    "[, 50000",
    "\u0000\u0001, 20000"
  })
  void endsOnHostileInput(String shape, int times) {
    var extractor = new Extractor(List.of());
    assertTimeout(
        LIMIT,
        () ->
            assertNotNull(extractor.extract(Pages.of(shape.repeat(times), "text/html")).verdict()));
  }
}
