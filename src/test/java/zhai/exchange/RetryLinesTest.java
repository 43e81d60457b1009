package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import zhai.exchange.ImportLine.PageGiven;
import zhai.exchange.ImportLine.Quote;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportLine.Words;
import zhai.model.ReadingState;
import zhai.model.Tag;

class RetryLinesTest {
  private static final Instant ADDED = Instant.parse("2026-01-04T08:30:00Z");

  @Test
  void giveBackAllThatWasReadOfAnItem() {
    Supplied known =
        Supplied.of("http://a b.example/")
            .titled("题目")
            .paged(new PageGiven.Text("正文"))
            .tagged(List.of(new Tag("rag")))
            .noted(List.of(Words.of("想法")))
            .quoting(List.of(Quote.of("摘", "评"), Quote.of("录", null)))
            .standing(new Standing(ADDED, ADDED, ReadingState.READ, true));
    String line = RetryLines.write(new Place("b.html", 7), new ImportLine.Rejected("r", known, ""));
    assertEquals(known, JsonLines.read(line));
  }

  @Test
  void sayTheReasonAndTheFormerPlace() {
    String line =
        RetryLines.write(new Place("b.csv", 7), new ImportLine.Rejected("no url", null, "a,b"));
    assertEquals("{\"raw\":\"a,b\",\"reason\":\"no url\",\"from\":\"b.csv:7\"}", line);
    assertInstanceOf(ImportLine.Rejected.class, JsonLines.read(line));
  }

  @Test
  void keepALineOfJsonAsItIs() {
    ImportLine.Rejected rejected = new ImportLine.Rejected("bad", null, "{\"url\":\"u\",\"x\":1}");
    assertEquals(
        "{\"url\":\"u\",\"x\":1,\"reason\":\"bad\",\"from\":\"zip\"}",
        RetryLines.write(new Place("zip", 0), rejected));
  }
}
