package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.model.ArticleVersion;
import zhai.model.Bytes;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Snapshot;

/// The pictures of a page saved whole come along in a book.
class StoredPicturesTest {
  private static final String ARTICLE =
      """
      <p>第一段，足够长，只出现一次。</p>
      <p><img src="https://e.org/a.png" alt="图一"></p>
      <p>Second paragraph, with a <strong>picture</strong> below it.</p>
      <p><img src="https://e.org/other.png" alt="not kept"></p>
      <p>twice, twice, twice</p><p>twice, twice, twice</p>
      """;

  private static final String SAVED =
      """
      <header><h1>标题也足够长了吧</h1><img src="data:image/png;base64,%2$s"></header>
      <p>第一段，足够长，只出现一次。</p>
      <img src="data:image/png;base64,%1$s" data-original="https://e.org/a.png">
      <div><p>Second paragraph,
        with a <b>picture</b> below it.</p></div>
      <img src="data:image/jpeg;base64,%2$s" alt="图二">
      <img src="data:image/svg+xml;base64,PHN2Zz4="><img src="data:image/png;base64,AAAA">
      <p>twice, twice, twice</p><img src="data:image/png;base64,%2$s"><p>twice, twice, twice</p>
      """;

  @Test
  void standWhereTheyStoodOnThePage() throws IOException {
    byte[] book = book(SAVED.formatted(picture(1), picture(2)));
    assertEquals(List.of(), Epubcheck.complaints(book));
    Document page = page(book);
    List<String> files = page.select("img").eachAttr("src");
    assertEquals(2, files.size(), page::html);
    assertEquals(List.of("图一", "图二"), page.select("img").eachAttr("alt"));
    assertEquals(
        "Second paragraph, with a picture below it.",
        Objects.requireNonNull(page.expectFirst("figure").previousElementSibling()).text());
    assertEquals("🖼 not kept", page.expectFirst("a.picture").text());
  }

  @Test
  void areNotLookedForInAnotherPage() throws IOException {
    assertEquals(List.of(), page(book("<p>no pictures</p>")).select("img"));
  }

  private static byte[] book(String saved) throws IOException {
    Bytes body = Bytes.ofUtf8("<meta charset=utf-8>" + saved);
    Entry bare = EpubBookTest.read(ARTICLE);
    ArticleVersion version = Objects.requireNonNull(bare.article());
    Entry entry =
        new Entry(
            bare.bookmark(),
            new ArticleVersion(
                1, version.verdict(), version.article(), body.sha256(), version.readAt(), true),
            List.of(),
            List.of());
    Snapshot snapshot =
        new Snapshot(
            "https://example.org/page",
            Snapshot.Origin.HANDED_OVER,
            0,
            List.of(),
            body,
            version.readAt());
    Dossier dossier =
        new Dossier(entry, Stream.ofNullable(entry.article()).toList(), List.of(snapshot));
    return EpubBookTest.book(
        new ReadingList(
            "t", null, List.of(entry), ZoneOffset.UTC, Layout.DEFAULT, _ -> Optional.of(dossier)));
  }

  private static Document page(byte[] book) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      ZipEntry file = zip.getNextEntry();
      while (!file.getName().equals("book/p1.xhtml")) {
        file = zip.getNextEntry();
      }
      return Jsoup.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// A PNG of noise, so that it is no icon by its size.
  private static String picture(long seed) throws IOException {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int i = 0; i < 1600; i++) {
      image.setRGB(i % 40, i / 40, random.nextInt());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
