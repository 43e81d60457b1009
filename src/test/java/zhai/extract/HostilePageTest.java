package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages built to make a reader hang, overflow or run out of memory. How long they take stands in
/// {@link HostilePageTimes}; here is what bounds it.
class HostilePageTest {
  private static final int MEGABYTES_2 = 2_000_000;

  /// Elements that a parser may have begun and not finished, and those that one token opens.
  private static final int OPEN = 2 * HtmlTree.MAX_DEPTH;

  private static final String ADDRESS = "https://river.example/page";

  static List<HostilePages> shapes() {
    return HostilePages.all();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void growsNoTreeBeyondTheLimits(HostilePages shape) {
    HtmlTree tree = HtmlTree.parse(shape.page(MEGABYTES_2), ADDRESS);
    Size size = Size.of(tree.document());
    assertTrue(size.depth <= HtmlTree.MAX_DEPTH + 1, size.toString());
    assertTrue(size.elements <= HtmlTree.MAX_ELEMENTS + OPEN, size.toString());
    assertTrue(size.depths <= HtmlTree.MAX_DEPTHS + OPEN * HtmlTree.MAX_DEPTH, size.toString());
  }

  /// @param depths of all elements together
  private record Size(int elements, int depths, int depth) {
    static Size of(Document document) {
      int[] size = new int[3];
      document.traverse((node, depth) -> {
        size[0] += node instanceof Element ? 1 : 0;
        size[1] += node instanceof Element ? depth : 0;
        size[2] = Math.max(size[2], depth);
      });
      return new Size(size[0], size[1], size[2]);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void readsOrRefusesWithoutFailing(HostilePages shape) {
    Extraction extraction =
        new Extractor(List.of()).extract(Pages.of(shape.page(20_000), "text/html"));
    String detail = String.valueOf(extraction.detail());
    assertFalse(detail.startsWith("The page could not be read"), detail);
  }

  @Test
  void saysThatOnlyTheBeginningOfAPageOfTooManyElementsWasRead() {
    String start = "<article><h1>甲</h1><p>" + "这一段写的是书不怕旧，怕没人翻。".repeat(20) + "</p></article>";
    Extraction extraction =
        new Extractor(List.of())
            .extract(Pages.of(start + "<i></i>".repeat(HtmlTree.MAX_ELEMENTS), "text/html"));
    assertEquals(
        "The page has too many elements to read them all; only its beginning was read.",
        extraction.detail());
    assertTrue(extraction.article().content().text().contains("书不怕旧"));
  }

  @Test
  void readsLessOfAPageWhoseElementsAreDeepInEachOther() {
    String deep = "<div>".repeat(200) + "<i></i>".repeat(HtmlTree.MAX_DEPTHS / 200);
    assertFalse(HtmlTree.parse(deep, ADDRESS).whole());
    assertTrue(HtmlTree.parse(deep.substring(0, deep.length() / 2), ADDRESS).whole());
  }

  @Test
  void readsAPageOfManyElementsWhole() {
    assertTrue(HtmlTree.parse("<p>x</p>".repeat(HtmlTree.MAX_ELEMENTS / 2), ADDRESS).whole());
  }

  @Test
  void readsAFeedWhoseItemsAreInEachOtherOnceAndOnlyItsBeginning() {
    String items = "<item><title>x</title><description>&lt;b&gt;&lt;i&gt;word".repeat(20_000);
    HtmlTree feed = FeedPage.read("<rss><channel>" + items, ADDRESS);
    Size size = Size.of(feed.document());
    assertTrue(size.elements <= 2 * HtmlTree.MAX_ELEMENTS, size.toString());
    assertFalse(feed.whole());
  }

  @Test
  void endsWhenNobodyWaitsForThePageAnyMore() {
    Thread.currentThread().interrupt();
    try {
      assertThrows(Interruption.class, () -> HtmlTree.parse("<p>x</p>", ADDRESS));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }
}
