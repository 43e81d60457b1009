package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.extract.Extractor;
import zhai.fetch.FetchOptions;
import zhai.fetch.Fetcher;
import zhai.fetch.Limits;
import zhai.loopback.HastyLimits;
import zhai.loopback.TestPicture;
import zhai.loopback.TestWeb;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.StoredImage;
import zhai.model.Verdict;
import zhai.store.NewReading;
import zhai.url.WebUrl;

/// Of an article's pictures those are kept that are pictures, and not more than fits.
class ImageWalkTest {
  private static final Instant NOW = Instant.parse("2026-01-04T02:00:00Z");
  private static final ImageLimits USUAL = ImageLimits.USUAL;

  @TempDir Path folder;
  private TestWeb web;
  private Fetcher fetcher;
  private Library library;

  @BeforeEach
  void open() throws IOException {
    web = new TestWeb();
    Limits usual = Limits.defaults();
    Limits hasty = HastyLimits.of(usual, usual.callTime(), 2);
    InstantSource clock = InstantSource.fixed(NOW);
    fetcher =
        new Fetcher(FetchOptions.defaults().withGateway(web.gateway()).withLimits(hasty), clock);
    library =
        Library.create(
            new LibraryFolder(folder.resolve("library")),
            new Parts(
                new TimedExtractor(() -> new Extractor(List.of())),
                clock,
                ZoneId.of("Asia/Shanghai"),
                "test"));
  }

  @AfterEach
  void close() {
    library.close();
    fetcher.close();
    web.close();
  }

  private Entry showing(String... addresses) {
    String html =
        Arrays.stream(addresses)
            .map("<p><img src=\"%s\" alt=\"\"></p>"::formatted)
            .collect(Collectors.joining("\n"));
    Article article =
        new Article(
            null, null, null, null, null, null, null, null, null, new Content(html, "", "x"));
    long id =
        library
            .store()
            .write(tx -> {
              long added =
                  tx.addBookmark(WebUrl.stored("p", "https://e.org/p", "https://e.org/p"), NOW)
                      .id();
              tx.addArticle(added, new NewReading(null, Verdict.READ, article, true, NOW));
              return added;
            });
    return library.entry(id);
  }

  private String[] pictures(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          web.picture("e.org/%d.png".formatted(i), "image/png", TestPicture.png(i));
          return "https://e.org/%d.png".formatted(i);
        })
        .toArray(String[]::new);
  }

  private List<String> kept(Entry entry) {
    return library.images(entry).kept().stream().map(StoredImage::address).toList();
  }

  private ImagesKept walk(ImageLimits limits, Entry entry) {
    return ImageWalk.keep(library, fetcher, limits, entry);
  }

  private static ImageLimits limits(int images, long bytes, long pixels) {
    return new ImageLimits(images, bytes, pixels, USUAL.time(), USUAL.refusals());
  }

  @Test
  void keepsTheFirstOfMany() {
    String[] pictures = pictures(5);
    Entry entry = showing(pictures);
    ImagesKept kept = walk(limits(3, USUAL.bytes(), USUAL.pixels()), entry);
    assertEquals(List.of(pictures[0], pictures[1], pictures[2]), kept(entry));
    assertEquals(2, kept.missing());
    assertEquals(3, web.asked().size());
    walk(limits(3, USUAL.bytes(), USUAL.pixels()), entry);
    assertEquals(3, web.asked().size());
  }

  @Test
  void keepsNotMoreBytesThanOneArticleMayHave() {
    Entry entry = showing(pictures(3));
    long two = TestPicture.png(0).size() + TestPicture.png(1).size();
    walk(limits(100, two, USUAL.pixels()), entry);
    assertEquals(2, kept(entry).size());
    walk(limits(100, two, USUAL.pixels()), entry);
    assertEquals(2, kept(entry).size());
  }

  @Test
  void keepsNothingThatClaimsMorePixelsThanMemoryHolds() {
    Entry entry = showing(pictures(1));
    walk(limits(100, USUAL.bytes(), 40 * 40 - 1), entry);
    assertEquals(List.of(), kept(entry));
    walk(limits(100, USUAL.bytes(), 40 * 40), entry);
    assertEquals(1, kept(entry).size());
  }

  @Test
  void asksAHostThatRefusesNotForEver() {
    String[] gone =
        IntStream.range(0, 9)
            .mapToObj("https://no.example/%d.png"::formatted)
            .toArray(String[]::new);
    web.picture("e.org/a.png", "image/png", TestPicture.png(1));
    Entry entry = showing(gone[0], gone[1], gone[2], gone[3], "https://e.org/a.png", gone[4]);
    ImagesKept kept = walk(USUAL, entry);
    assertEquals(List.of("https://e.org/a.png"), kept(entry));
    assertEquals(5, kept.missing());
    assertEquals(4, web.asked().size());
  }

  @Test
  void stopsWhenItsTimeIsOver() {
    Entry entry = showing(pictures(2));
    walk(new ImageLimits(100, USUAL.bytes(), USUAL.pixels(), Duration.ofSeconds(-1), 3), entry);
    assertEquals(List.of(), web.asked());
  }

  @Test
  void takesNothingForAPictureBecauseItIsCalledOne() {
    web.picture("e.org/html", "image/png", Bytes.ofUtf8("<html><script>alert(1)</script></html>"))
        .picture("e.org/svg", "image/svg+xml", Bytes.ofUtf8("<svg onload=\"alert(1)\"/>"))
        .picture("e.org/cut", "image/png", Bytes.of(TestPicture.png(1).beginning(12)))
        .html("e.org/teapot", 418, "no")
        .picture("e.org/true", "text/plain", TestPicture.png(1));
    Entry entry =
        showing(
            "https://e.org/html",
            "https://e.org/svg",
            "https://e.org/true",
            "https://e.org/cut",
            "https://e.org/teapot",
            "https://e.org/no such|address\\",
            "ni:///sha-256;none",
            "javascript:alert(1)");
    assertEquals(7, walk(USUAL, entry).missing());
    assertEquals(List.of("https://e.org/true"), kept(entry));
  }
}
