package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import zhai.extract.Extraction;
import zhai.extract.Extractor;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Verdict;

class TimedExtractorTest {
  private static Extraction read(String text, Duration limit) {
    Snapshot page =
        new Snapshot(
            "https://example.org/a",
            Snapshot.Origin.HANDED_OVER,
            0,
            List.of(new Snapshot.Header("Content-Type", "text/plain; charset=utf-8")),
            Bytes.ofUtf8(text),
            Instant.EPOCH);
    return new TimedExtractor(() -> new Extractor(List.of()), limit).extract(page);
  }

  @Test
  void givesUpOnAPageThatTakesTooLong() {
    Extraction extraction = read("一句话。\n\n".repeat(400_000), Duration.ZERO);
    assertEquals(Verdict.UNSUPPORTED, extraction.verdict());
    assertEquals("The page took longer than 0 s to read.", extraction.detail());
  }

  @Test
  void readsWhatTakesItsTimeWithinTheLimit() {
    assertEquals(Verdict.READ, read("一句话。", TimedExtractor.LIMIT).verdict());
  }
}
