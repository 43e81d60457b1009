package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.loopback.TestPicture;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// Pictures that are written into a page are found with the article that shows them.
class WrittenImagesTest {
  private static final Bytes ONE = TestPicture.png(1);
  private static final Bytes TWO = TestPicture.png(2);
  private static final String TEXT = "正文里的一段话，说的是图里看不见的事。".repeat(8);

  private static Snapshot snapshot(Bytes page) {
    return new Snapshot(
        "https://example.org/page",
        Snapshot.Origin.HANDED_OVER,
        0,
        List.of(new Snapshot.Header("Content-Type", "text/html")),
        page,
        Instant.parse("2026-01-04T02:00:00Z"));
  }

  private static Extraction read(Bytes page) {
    return new Extractor(List.of()).extract(snapshot(page));
  }

  private static Extraction read(String... images) {
    return read(Bytes.ofUtf8(page(images)));
  }

  private static String page(String... images) {
    String body = "<p>" + TEXT + "</p>" + String.join("<p>" + TEXT + "</p>", images);
    return "<!doctype html><meta charset=utf-8><title>有图</title><article><h1>有图</h1>%s<p>%s</p></article>"
        .formatted(body, TEXT);
  }

  private static String html(Extraction read) {
    Article article = Objects.requireNonNull(read.article(), read::toString);
    return article.content().html();
  }

  private static String img(Bytes picture, String attributes) {
    return "<img src=\"%s\" %s>".formatted(TestPicture.dataAddress(picture), attributes);
  }

  /// The dialects of sites whose pictures come late, as SingleFile leaves them.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "data-original=https://pic.example/a_r.jpg data-actualsrc=https://pic.example/a_b.jpg",
        "data-src=https://pic.example/a_r.jpg",
        "data-actualsrc=//pic.example/a_r.jpg",
        "srcset='https://pic.example/a_s.jpg 1x, https://pic.example/a_r.jpg 2x'",
      })
  void areKnownByTheAddressThatStandsBesideThem(String attributes) {
    Extraction read = read(img(ONE, attributes));
    assertEquals(Map.of("https://pic.example/a_r.jpg", ONE), read.images());
    assertTrue(html(read).contains("<img src=\"https://pic.example/a_r.jpg\""), html(read));
  }

  @Test
  void thatStandBesideThePageAreKnownByTheirAddressOrTheirContent() {
    Bytes page =
        Bytes.ofUtf8(
            page(
                "<img src=https://example.org/a.png>",
                "<img src=/b.png data-original=https://pic.example/b_r.png>",
                "<img src=cid:c@mail>",
                "<img src=cid:nowhere@mail>",
                "<img src=https://example.org/away.png>"));
    Bytes three = TestPicture.png(3);
    Extraction read =
        new Extractor(List.of())
            .extract(
                snapshot(page),
                Map.of(
                    "https://example.org/a.png", ONE,
                    "https://example.org/b.png", TWO,
                    "cid:c@mail", three,
                    "https://example.org/unshown.png", TestPicture.png(4)));
    assertEquals(List.of(ONE, TWO, three), List.copyOf(read.images().values()));
    List<String> names = List.copyOf(read.images().keySet());
    assertEquals(
        List.of("https://example.org/a.png", "https://pic.example/b_r.png"), names.subList(0, 2));
    assertTrue(html(read).contains("<img src=\"" + names.getLast() + "\""), html(read));
    assertTrue(html(read).contains("away.png") && !html(read).contains("cid:"), html(read));
  }

  @Test
  void areKnownByTheirContentWhereNothingStandsBesideThem() {
    Extraction read = read(img(ONE, "alt=一"), img(TWO, ""), img(ONE, ""));
    assertEquals(List.of(ONE, TWO), List.copyOf(read.images().values()));
    for (String name : read.images().keySet()) {
      assertTrue(name.matches("ni:///sha-256;[A-Za-z0-9_-]{43}"), name);
      assertTrue(html(read).contains("<img src=\"" + name + "\""), html(read));
    }
    assertEquals(html(read), ContentWriter.cleaned(html(read)));
  }

  @Test
  void thatAreIconsOrNoPicturesAreNoneOfTheArticle() {
    Extraction read =
        read(
            "<img src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\">",
            "<img src=\"data:image/png;base64," + "A".repeat(4000) + "\">",
            "<img src=\"data:image/svg+xml;base64," + "PHN2Zz4g".repeat(500) + "\">",
            "<img src=\"data:image/png;base64,=====\"><img src=\"data:image/png;base64,");
    assertEquals(Map.of(), read.images());
    assertEquals(-1, html(read).indexOf("<img"));
  }

  @Test
  void thatTheArticleDoesNotShowAreNotHandedOn() {
    String beside = "<nav>" + img(TWO, "data-src=https://pic.example/logo.png") + "</nav>";
    Extraction read = read(Bytes.ofUtf8(beside + page(img(ONE, ""))));
    assertEquals(List.of(ONE), List.copyOf(read.images().values()));
  }

  @Test
  void comeAlongWhereTheirCaptionDoesNot() {
    String figure = "<figure><div><a href=/big>%s</a></div><figcaption>图一</figcaption></figure>";
    Extraction read = read(figure.formatted(img(ONE, "")), "<p>" + TEXT + "</p>");
    assertEquals(List.of(ONE), List.copyOf(read.images().values()));
  }

  /// A page is read to its end however large its pictures are.
  @Test
  void doNotCountAsTextOfThePage() {
    String[] images = new String[1000];
    for (int i = 0; i < images.length; i++) {
      images[i] = img(TestPicture.png(i), "data-src=https://pic.example/" + i + ".png");
    }
    Bytes page = Bytes.ofUtf8(page(images) + "<!--" + " ".repeat(100) + "-->");
    assertTrue(page.size() > PageParser.MAX_PARSED_BYTES);
    Extraction read = read(page);
    assertNull(read.detail());
    assertEquals(1000, read.images().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-16LE", "UTF-16"})
  void breakNoPageInAnotherEncoding(String charset) {
    String text = "\uFEFF" + page(img(ONE, "alt=一")).replace("utf-8", charset);
    Bytes page = Bytes.of(text.getBytes(Charset.forName(charset)));
    assertTrue(html(read(page)).contains(TEXT), charset);
  }

  @Test
  void areTakenOutWithoutTouchingTheRest() {
    String before = "<p>一\u0000<img src='";
    String after = "' alt=\"data:image/\">data:image/png;base64,AAAA 二";
    WrittenImages written =
        WrittenImages.takenOutOf(Bytes.ofUtf8(before + TestPicture.dataAddress(ONE) + after));
    String rest = new String(written.rest().toArray(), StandardCharsets.UTF_8);
    assertEquals(before + written.byName().keySet().iterator().next() + after, rest);
  }
}
