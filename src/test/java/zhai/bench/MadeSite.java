package zhai.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

/// Web pages around the made texts, with what real ones carry besides: menus, links to other pages,
/// styles, and data for scripts. In the median some 20 kB come over the wire, of a page in ten more
/// than 100.
final class MadeSite {
  private static final double SPREAD = 1.2;
  private static final double MEDIAN_SIZE = 4;
  private static final double LARGEST = 100;

  /// However much a page carries besides, articles end some time.
  private static final int MOST_TEXTS = 20;

  private final MadePages pages;

  MadeSite(MadePages pages) {
    this.pages = pages;
  }

  /// A page as it is sent, compressed.
  Buffer gzip(int number) throws IOException {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(html(number));
    }
    return packed;
  }

  String html(int number) {
    Random random = new Random(number);
    MadePages.MadePage page = pages.page(number);
    String language = MadePages.isChinese(number) ? "zh-CN" : "en";
    double size = Math.min(LARGEST, MEDIAN_SIZE * Math.exp(SPREAD * random.nextGaussian()));
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + language + "\"><head>");
    html.append("<meta charset=\"utf-8\"><title>").append(page.title()).append("</title>");
    html.append("<meta property=\"og:type\" content=\"article\"><style>");
    repeat(
        html,
        100 * size,
        i -> ".c%d-%d{margin:%dpx;color:#%06x}".formatted(number, i, i % 40, i * 7919));
    html.append("</style></head><body><header><nav><ul>");
    repeat(html, 30 + 4 * size, i -> item(number + i));
    html.append("</ul></nav></header><main><article><h1>").append(page.title()).append("</h1>");
    html.append("<p class=\"byline\"><time datetime=\"2026-01-04\">2026-01-04</time></p>");
    repeat(html, 1 + Math.min(MOST_TEXTS, size / 2), i -> paragraphs(number + 2 * i));
    html.append("</article></main><aside><h2>…</h2><ul>");
    repeat(html, 10 + 2 * size, i -> item(number + 1_000 + i));
    html.append("</ul></aside><footer><p>©</p></footer><script type=\"application/json\">[");
    repeat(html, 2 + 2 * size, i -> data(number + 2 * i, random) + ",");
    return html.append("0]</script></body></html>\n").toString();
  }

  private interface Part {
    String of(int i);
  }

  private static void repeat(StringBuilder html, double times, Part part) {
    for (int i = 0; i < times; i++) {
      html.append(part.of(i)).append('\n');
    }
  }

  private String item(int number) {
    return "<li class=\"menu-item\"><a href=\"/p/%d\" title=\"%2$s\">%2$s</a></li>"
        .formatted(number, pages.page(number).title());
  }

  private String paragraphs(int number) {
    return "<p>" + pages.page(number).text().strip().replace("\n\n", "</p>\n<p>") + "</p>";
  }

  private String data(int number, Random random) {
    return Bench.json(
        Map.of(
            "id", Long.toHexString(random.nextLong()),
            "hash", Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()),
            "title", pages.page(number).title(),
            "summary", pages.page(number).text()));
  }
}
