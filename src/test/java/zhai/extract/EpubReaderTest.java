package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhai.loopback.TestBook;
import zhai.loopback.TestPicture;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Verdict;

class EpubReaderTest {
  private static final String CONTAINER =
      """
      <?xml version="1.0"?>
      <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
      <rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>
      """;

  private static final String PACKAGE =
      """
      <?xml version="1.0"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
      <dc:title>河的两岸</dc:title><dc:creator opf:role="aut">林一</dc:creator><dc:creator>Ana Ruiz</dc:creator>
      <dc:creator opf:role="trl">某译者</dc:creator>
      <dc:language>zh-CN</dc:language><dc:date>2021-05-06</dc:date>
      </metadata>
      <manifest>
      <item id="nav" href="nav.xhtml" properties="nav"/>
      <item id="b" href="text/b.xhtml"/><item id="a" href="text/a%20one.xhtml"/>
      <item id="n" href="notes.xhtml"/><item id="x" href="../../../etc/passwd.xhtml"/>
      </manifest>
      <spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="n"/><itemref idref="x"/></spine>
      </package>
      """;

  private static Map<String, Bytes> with(Map<String, String> texts, Map<String, Bytes> pictures) {
    Map<String, Bytes> files = new LinkedHashMap<>(pictures);
    texts.forEach((name, text) -> files.put(name, Bytes.ofUtf8(text)));
    return files;
  }

  @Test
  void keepsThePicturesThatItShowsByTheirContent() throws IOException {
    Bytes cover = TestPicture.png(1);
    Bytes drawing = TestPicture.png(2);
    Map<String, String> texts = book();
    texts.put(
        "OEBPS/text/a one.xhtml",
        page(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                + "<image xlink:href='../images/cover.png'/></svg><h1>第一章</h1><p>河水向东。</p>"));
    texts.put(
        "OEBPS/text/b.xhtml",
        page(
            "<h1>第二章</h1><p>对岸有灯。</p><p><img src='../images/the%20lamp.png' alt='灯'/></p>"
                + "<p><img src='../images/none.png'/><img src='../images/lie.png'/></p>"));
    Map<String, Bytes> pictures = new LinkedHashMap<>();
    pictures.put("OEBPS/images/the lamp.png", drawing);
    pictures.put("OEBPS/images/unshown.png", TestPicture.png(3));
    pictures.put("OEBPS/images/lie.png", Bytes.ofUtf8("<script>alert(1)</script>".repeat(200)));
    pictures.put("OEBPS/images/cover.png", cover);

    Extraction read = extraction(with(texts, pictures));

    assertEquals(List.of(cover, drawing), List.copyOf(read.images().values()));
    Article article = read.article();
    assertNotNull(article);
    for (String name : read.images().keySet()) {
      assertTrue(name.startsWith("ni:///sha-256;"), name);
      assertTrue(article.content().html().contains("<img src=\"" + name + "\""), name);
    }
    assertEquals(2, article.content().html().split("<img ", -1).length - 1);
  }

  @Test
  void takesNoMorePicturesOutOfAnArchiveThanAPageMayCarry() throws IOException {
    Map<String, String> texts = book();
    Map<String, Bytes> pictures = new LinkedHashMap<>();
    StringBuilder body = new StringBuilder("<h1>第一章</h1><p>河水向东。</p>");
    for (int i = 0; i < 12; i++) {
      byte[] large = Arrays.copyOf(TestPicture.png(i).toArray(), i == 0 ? 5_000_001 : 4_600_000);
      pictures.put("OEBPS/text/%d.png".formatted(i), Bytes.of(large));
      body.append("<p><img src='%d.png'/></p>".formatted(i));
    }
    texts.put("OEBPS/text/a one.xhtml", page(body.toString()));
    assertEquals(10, extraction(with(texts, pictures)).images().size());
  }

  private static Map<String, String> book() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("META-INF/container.xml", CONTAINER);
    files.put("OEBPS/book.opf", PACKAGE);
    files.put("OEBPS/nav.xhtml", page("<nav><ol><li>目录里的一行</li></ol></nav>"));
    files.put(
        "OEBPS/text/b.xhtml",
        page("<h1>第二章</h1><p>对岸<a epub:type='noteref' href='../notes.xhtml#n1'>1</a>有灯。</p>"));
    files.put("OEBPS/text/a one.xhtml", page("<h1 id='n1'>第一章</h1><p>河水向东。</p>"));
    files.put(
        "OEBPS/notes.xhtml", page("<aside epub:type='footnote' id='n1'><p>一盏油灯。</p></aside>"));
    return files;
  }

  private static String page(String body) {
    return "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'"
        + " xmlns:epub='http://www.idpf.org/2007/ops'><head><title>t</title></head><body>"
        + body
        + "</body></html>";
  }

  private static Extraction read(Map<String, String> files) throws IOException {
    return extraction(with(files, Map.of()));
  }

  private static Extraction extraction(Map<String, Bytes> files) throws IOException {
    return new Extractor(List.of()).extract(Pages.of(TestBook.zip(files), "application/epub+zip"));
  }

  @Test
  void readsTheChaptersInTheOrderOfTheSpineWithTheirNotes() throws IOException {
    Article article = read(book()).article();

    assertNotNull(article);
    assertEquals("河的两岸", article.title());
    assertEquals("林一, Ana Ruiz", article.byline());
    assertEquals("2021-05-06", String.valueOf(article.published()));
    assertEquals("第一章\n\n河水向东。\n\n第二章\n\n对岸[1]有灯。\n\n[1] ^ 一盏油灯。", article.content().text());
  }

  @Test
  void refusesAnArchiveThatUnfoldsToMoreThanABook() throws IOException {
    Map<String, String> files = book();
    files.put("OEBPS/text/b.xhtml", " ".repeat(61 * 1024 * 1024));

    Extraction extraction = read(files);

    assertEquals(Verdict.UNSUPPORTED, extraction.verdict());
    assertTrue(String.valueOf(extraction.detail()).contains("too large"), extraction.toString());
  }

  @Test
  void saysThatALockedBookIsLocked() throws IOException {
    Map<String, String> files = book();
    files.put(
        "META-INF/encryption.xml",
        "<encryption><EncryptedData><CipherData><CipherReference URI='OEBPS/text/b.xhtml'/>"
            + "</CipherData></EncryptedData></encryption>");

    assertTrue(String.valueOf(read(files).detail()).contains("locked"));
  }

  @Test
  void saysThatAnArchiveWithoutAPackageHoldsNoBook() throws IOException {
    assertEquals("The EPUB holds no book.", read(Map.of("a.xhtml", page("<p>x</p>"))).detail());
  }
}
