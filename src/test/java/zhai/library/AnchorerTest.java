package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.model.Anchor;
import zhai.model.Mark.Excerpt;
import zhai.model.Span;
import zhai.model.Surroundings;

class AnchorerTest {
  private static final String TEXT =
      """
      真正的创新在于提出新问题，而不是在旧任务上刷指标。
      例如，RAG 里的模型面对冲突信息时，更相信谁？
      先完成，再完美：这句话适合大多数人。第二遍再说：先完成，再完美。
      The small model gives in sooner than the large one, and that is a feature.
      """;

  private static Anchor find(String quote) {
    return new Anchorer(TEXT).find(quote, Surroundings.NONE);
  }

  private static String passage(Span place) {
    return TEXT.substring(place.start(), place.end());
  }

  @ParameterizedTest(name = "{0} stands there as {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "提出新问题|提出新问题",
        "RAG里的模型面对 冲突信息时|RAG 里的模型面对冲突信息时",
        "ＲＡＧ 里的模型|RAG 里的模型",
        "更相信谁?|更相信谁？",
        "**真正的创新**在于提出新问题|真正的创新在于提出新问题",
        "[真正的创新](https://example.org/x)在于|真正的创新在于",
        "> 而不是在旧任务上刷指标。|而不是在旧任务上刷指标。",
        "than the   large one|than the large one",
      })
  void findsAQuoteWhateverItsSpacesWidthAndSigns(String quote, String there) {
    Anchor.Exact exact = assertInstanceOf(Anchor.Exact.class, find(quote));
    assertEquals(there, passage(exact.place()));
  }

  @ParameterizedTest(name = "{0} is near {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "真正的创新就在于提出新的问题，而不是在旧任务上刷指标|真正的创新在于提出新问题，而不是在旧任务上刷指标",
        "The small models give in sooner than the large one, and that is|The small model gives in"
            + " sooner than the large one, and that is",
      })
  void callsAQuoteNearWhenSomeLettersDiffer(String quote, String there) {
    Anchor.Near near = assertInstanceOf(Anchor.Near.class, find(quote));
    assertEquals(there, passage(near.place()));
    assertTrue(near.similarity() >= Anchorer.NEAR && near.similarity() < 1, near::toString);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"旧问题比新指标更重要，刷旧任务不是创新", "large", "完全不相干的一句话，讲的是另一件事情"})
  void neverTakesALookAlikeForTheQuote(String quote) {
    Anchor anchor = find(quote);
    assertTrue(
        anchor instanceof Anchor.Missing || quote.equals("large"), () -> quote + ": " + anchor);
  }

  @Test
  void saysThatAQuoteIsAmbiguousWhenItStandsTwice() {
    Anchor.Ambiguous ambiguous = assertInstanceOf(Anchor.Ambiguous.class, find("先完成，再完美"));
    assertEquals(2, ambiguous.places().size());
  }

  @Test
  void decidesBetweenTwoPlacesByWhatStoodAround() {
    Surroundings second = new Surroundings("第二遍再说：", "。\n");
    Anchor.Exact exact =
        assertInstanceOf(Anchor.Exact.class, new Anchorer(TEXT).find("先完成，再完美", second));
    assertEquals(TEXT.lastIndexOf("先完成"), exact.place().start());
  }

  @Test
  void remembersWhatStandsAroundAndKeepsItWhenThePassageIsGone() {
    Excerpt found = new Anchorer(TEXT).anchor(Excerpt.of("提出新问题", null, Instant.EPOCH));
    assertEquals(
        new Surroundings("真正的创新在于", "，而不是在旧任务上刷指标。\n例如，RAG 里的模型面对冲突信息时"), found.surroundings());
    Excerpt later = new Anchorer("这一页已经改写，什么都不剩了。").anchor(found);
    assertInstanceOf(Anchor.Missing.class, later.anchor());
    assertEquals(found.surroundings(), later.surroundings());
    assertEquals(found.quote(), later.quote());
  }

  @Test
  void findsNothingInAnEmptyText() {
    assertInstanceOf(Anchor.Missing.class, new Anchorer("").find("什么", Surroundings.NONE));
  }

  @Test
  void alignsALongQuoteInALongTextWithinAMoment() {
    String text = ("第%d段。" + TEXT).repeat(400);
    String quote = TEXT.strip().replace("模型", "机器");
    assertInstanceOf(Anchor.Near.class, new Anchorer(text).find(quote, Surroundings.NONE));
  }
}
