package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The words about how far a long work is, with a clock that goes when the test says so.
class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-01-04T02:00:00Z");

  private Progress on(Printer.Look look) {
    return new Progress(new Printer(OutputStream.nullOutputStream(), err, look), () -> now);
  }

  private Progress onATerminal() {
    return on(new Printer.Look(true, false, true));
  }

  /// What was shown, each in place of the one before.
  private String shown() {
    return err.toString(StandardCharsets.UTF_8).replace("\r\u001b[2K", "|");
  }

  @Test
  void saysHowFarHowFastAndHowLong() {
    Progress progress = onATerminal();
    progress.at("indexing %s", 0, 100_000);
    now = now.plusSeconds(5);
    progress.at("indexing %s", 24_300, 100_000);
    assertEquals(
        "|[░░░░░░░░░░░░] indexing 0 of 100,000"
            + "|[██░░░░░░░░░░] indexing 24,300 of 100,000, 4,860 a second, about 15 s left",
        shown());
  }

  @Test
  void tellsTheTimeThatIsLeftByTheBytesWhereNobodyKnowsHowManyItemsThereAre() {
    Progress progress = onATerminal();
    now = now.plusSeconds(6);
    progress.read(12_600, 3_000_000, 12_000_000);
    assertEquals("|[███░░░░░░░░░] 12,600 items read, 2,100 a second, about 18 s left", shown());
  }

  @Test
  void saysOnlyTheItemsWhereTheBytesTellNothing() {
    Progress progress = onATerminal();
    progress.read(0, 0, 0);
    progress.read(40, 0, 0);
    assertEquals("|40 items read", shown());
  }

  @Test
  void showsNoMoreThanTenLinesASecond() {
    Progress progress = onATerminal();
    for (int done = 1; done <= 1_000; done++) {
      progress.at("%s pages", done, 2_000);
      now = now.plusMillis(1);
    }
    assertEquals(10, shown().chars().filter(c -> c == '|').count());
  }

  @Test
  void goesWithTheLastPieceAndBeginsAnew() {
    Progress progress = onATerminal();
    progress.at("%s pages", 1, 2);
    progress.at("%s pages", 2, 2);
    now = now.plusSeconds(100);
    progress.at("%s pages", 0, 20);
    now = now.plusSeconds(1);
    progress.at("%s pages", 10, 20);
    assertEquals(
        "|[██████░░░░░░] 1 of 2 pages||[░░░░░░░░░░░░] 0 of 20 pages"
            + "|[██████░░░░░░] 10 of 20 pages, 10 a second, about 1 s left",
        shown());
  }

  @Test
  void saysNothingOffATerminal() {
    on(Printer.Look.PLAIN).at("%s pages", 1, 2);
    assertEquals("", shown());
  }
}
