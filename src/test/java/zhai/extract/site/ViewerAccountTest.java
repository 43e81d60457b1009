package zhai.extract.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.extract.Extractor;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// What is kept of a page does not say who looked at it.
final class ViewerAccountTest {
  private static final String ANSWER =
      "https://www.zhihu.com/question/100/answer/1957384674738435667";

  private static Snapshot page() {
    return Pages.load("zhihu-answer.html", ANSWER).snapshot();
  }

  private static String text(Snapshot snapshot) {
    return new String(snapshot.body().toArray(), StandardCharsets.UTF_8);
  }

  @Test
  void blanksTheViewerAndNothingElse() {
    String kept = text(ViewerAccount.without(page()));
    assertTrue(text(page()).contains("看的人自己"));
    assertFalse(kept.contains("看的人自己"), kept);
    assertFalse(kept.contains("viewer"), kept);
    assertTrue(kept.contains("回答的人"));
  }

  @Test
  void leavesAPageThatReadsTheSame() {
    Extractor extractor = new Extractor(SiteReaders.all());
    assertEquals(
        extractor.extract(page()).article(),
        extractor.extract(ViewerAccount.without(page())).article());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>no data</p>",
        "<script id=\"js-initialData\""
            + " type=\"text/json\">{\"initialState\":{\"currentUser\":\"\"}}</script>",
        "<script id=\"js-initialData\" type=\"text/json\">{\"initialState\":{\"curr",
        "<script id=\"js-initialData\" type=\"text/json\">{\"initialState\":</script>",
      })
  void keepsOtherPagesAsTheyCame(String body) {
    Snapshot snapshot =
        new Snapshot(
            ANSWER, Snapshot.Origin.HANDED_OVER, 0, List.of(), Bytes.ofUtf8(body), Instant.EPOCH);
    assertSame(snapshot, ViewerAccount.without(snapshot));
  }
}
