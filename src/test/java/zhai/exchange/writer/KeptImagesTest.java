package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Split;
import zhai.exchange.With;
import zhai.loopback.TestPicture;
import zhai.model.Bytes;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Image;
import zhai.model.StoredImage;

/// The pictures that are kept with an article stand in what is written of it; the others are links.
class KeptImagesTest {
  private static final Bytes ONE = TestPicture.png(1);
  private static final Bytes TWO = TestPicture.as("gif", 2);

  /// What is no picture that a book may hold without another in its place.
  private static final Bytes MODERN =
      Bytes.of("\0\0\0\u001cftypavif\0\0\0\0avifmif1miaf".getBytes(StandardCharsets.ISO_8859_1));

  private static final String NAMED = "ni:///sha-256;" + "A".repeat(43);
  private static final String HTML =
      """
      <p>一 <img src="https://e.org/a.png" alt="图一"></p>
      <figure><img src="%s" alt="图二"><figcaption>说明</figcaption></figure>
      <p><img src="https://e.org/new.avif" alt="new"><img src="https://e.org/other.png" alt="not kept"></p>
      <p><img src="ni:///sha-256;unknown" alt="lost" data-kept=""> <img src="data:image/png;base64,AAAA" alt="own"></p>
      """
          .formatted(NAMED);
  private static final String MARKDOWN =
      """
      一 ![图一](https://e.org/a.png)

      [![图 \\[二\\]](%s)](https://e.org/a.png)

      ![not kept](https://e.org/other.png) `![code](https://e.org/a.png)`
      """
          .formatted(NAMED);

  private static final Map<String, Bytes> KEPT =
      Map.of("https://e.org/a.png", ONE, NAMED, TWO, "https://e.org/new.avif", MODERN);

  /// A library with one article.
  private record Whole(Dossier dossier) implements ReadingList.Whole {
    @Override
    public Optional<Dossier> of(Entry outline) {
      return Optional.of(dossier);
    }

    @Override
    public Optional<Image> image(String sha256) {
      return KEPT.values().stream()
          .filter(it -> it.sha256().equals(sha256))
          .findFirst()
          .flatMap(Image::of);
    }
  }

  private static ReadingList list() {
    Entry entry = EpubBookTest.read(HTML, MARKDOWN);
    List<StoredImage> images =
        KEPT.entrySet().stream()
            .map(it -> new StoredImage(it.getKey(), it.getValue().sha256(), it.getValue().size()))
            .toList();
    Dossier dossier =
        new Dossier(entry, List.of(Objects.requireNonNull(entry.article())), List.of(), images);
    Layout layout = new Layout(null, Split.NONE, Set.of(With.ARTICLE));
    return new ReadingList("t", null, List.of(entry), ZoneOffset.UTC, layout, new Whole(dossier));
  }

  private static String name(Bytes picture, String ending) {
    return picture.sha256().substring(0, 24) + "." + ending;
  }

  @Test
  void areInTheBookButForThoseThatReadersOfBooksDoNotKnow() throws IOException {
    byte[] book = EpubBookTest.book(list());
    assertEquals(List.of(), Epubcheck.complaints(book));
    Map<String, byte[]> files = unzipped(book);
    Document page = Jsoup.parse(text(files, "book/p1.xhtml"));
    assertEquals(
        List.of("pictures/" + name(ONE, "png"), "pictures/" + name(TWO, "gif")),
        page.select("img").eachAttr("src"));
    assertEquals(List.of("图一", "图二"), page.select("img").eachAttr("alt"));
    assertArrayEquals(ONE.toArray(), files.get("book/pictures/" + name(ONE, "png")));
    assertEquals(
        List.of("🖼 new", "🖼 not kept"),
        page.select("a.picture").stream().map(Element::text).toList());
    assertTrue(page.text().contains("🖼 lost"), page.text());
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(
        Objects.requireNonNull(files.get(name), () -> files.keySet().toString()),
        StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unzipped(byte[] book) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
        files.put(it.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void areWrittenIntoAPageThatIsSentAlone() throws IOException {
    Document page = Jsoup.parse(Written.as(ExportFormat.HTML, list()));
    assertEquals(
        List.of(
            TestPicture.dataAddress(ONE),
            Image.of(TWO).orElseThrow().dataAddress(),
            Image.of(MODERN).orElseThrow().dataAddress()),
        page.select("img").eachAttr("src"));
    assertTrue(
        page.expectFirst("meta[http-equiv=Content-Security-Policy]")
            .attr("content")
            .endsWith("img-src data:"));
    assertEquals(List.of(), page.select("[data-kept]"));
    Document words =
        Jsoup.parse(
            Written.as(
                ExportFormat.HTML, list().with(new Layout(null, Split.NONE, Set.of(With.NOTES)))));
    assertEquals(List.of(), words.select("img"));
  }

  @Test
  void areFilesOfASite() throws IOException {
    Map<String, byte[]> site = FolderInMemory.bytesBy(new HtmlSite(), list());
    Document page = Jsoup.parse(text(site, SitePages.file(list().entries().getFirst())));
    assertEquals(
        List.of(
            "../pictures/" + name(ONE, "png"),
            "../pictures/" + name(TWO, "gif"),
            "../pictures/" + name(MODERN, "avif")),
        page.select("img").eachAttr("src"));
    assertArrayEquals(ONE.toArray(), site.get("pictures/" + name(ONE, "png")));
  }

  @Test
  void areFilesOfAVault() throws IOException {
    Map<String, byte[]> vault = FolderInMemory.bytesBy(new ObsidianVault(), list());
    String note = text(vault, "pages/t.md");
    assertTrue(
        note.endsWith(
            MARKDOWN
                .replaceFirst("https://e.org/a.png", "../pictures/" + name(ONE, "png"))
                .replace(NAMED, "../pictures/" + name(TWO, "gif"))),
        note);
    assertArrayEquals(TWO.toArray(), vault.get("pictures/" + name(TWO, "gif")));
    assertFalse(vault.containsKey("pictures/" + name(MODERN, "avif")));
  }
}
