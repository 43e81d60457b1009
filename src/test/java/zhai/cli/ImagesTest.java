package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zhai.loopback.TestBook;
import zhai.loopback.TestPicture;
import zhai.loopback.TestWeb;
import zhai.model.Bytes;

/// The pictures of an article come along with its page, and are told of.
class ImagesTest extends CommandTest {
  private static final String PAGE = "https://pics.example.org/page";
  private static final String TEXT = "一篇带图的文章，图在下面。".repeat(10);
  private static final Bytes ONE = TestPicture.png(1);
  private static final Bytes TWO = TestPicture.as("jpg", 2);

  @BeforeEach
  void writeThePage() {
    page(
        "<img src=/one.png alt=图一>",
        "<img data-original=https://cdn.example/two.jpg src=/blank.gif>");
    web.picture("pics.example.org/one.png", "image/png", ONE)
        .picture("cdn.example/two.jpg", "application/octet-stream", TWO)
        .picture("pics.example.org/blank.gif", "image/gif", TestPicture.as("gif", 3));
  }

  private void page(String... images) {
    web.article("pics.example.org/page", "带图的文章", TEXT + String.join(TEXT, images), TEXT);
  }

  private long askedFor(String address) {
    return web.asked().stream().filter(address::equals).count();
  }

  @Test
  void areKeptAfterTheArticleIs() {
    Zhai.Ran added = zhai.run("add", PAGE);
    assertEquals(
        """
        stored    1  https://pics.example.org/page
        read      1  带图的文章
        images    1  2 kept (%s)
        """
            .formatted(ByteSize.of(ONE.size() + TWO.size())),
        added.out());
    assertEquals(0, askedFor("pics.example.org/blank.gif"));
    assertTrue(
        zhai.run("show", "1")
            .out()
            .endsWith(
                "      images: 2 kept (%s)\n".formatted(ByteSize.of(ONE.size() + TWO.size()))));
    assertTrue(
        zhai.run("show", "1", "--json")
            .out()
            .endsWith(
                ",\"images\":{\"kept\":2,\"missing\":0,\"bytes\":%d}}\n"
                    .formatted(ONE.size() + TWO.size())));
    assertTrue(zhai.run("status").out().contains("images     2\n"));
    assertEquals("The library is sound.\n", zhai.run("check", "--read-data").out());
  }

  @Test
  void thatDoNotComeAreLinksAndNoFailure() {
    page("<img src=/one.png>", "<img src=/gone.png>", "<img src=/lie.png>");
    web.html("pics.example.org/lie.png", 200, "<html><script>alert(1)</script>");
    Zhai.Ran added = zhai.run("add", PAGE);
    assertEquals(0, added.code());
    assertTrue(
        added
            .out()
            .endsWith(
                "images    1  1 kept (%s), 2 stay links\n".formatted(ByteSize.of(ONE.size()))),
        added.out());
    assertTrue(
        zhai.run("show", "1")
            .out()
            .endsWith("kept (%s), 2 links\n".formatted(ByteSize.of(ONE.size()))));
  }

  @Test
  void thatWereMissingAreAskedForAgainWithThePage() {
    page("<img src=/one.png>", "<img src=/late.png>");
    zhai.run("add", PAGE);
    web.picture("pics.example.org/late.png", "image/png", TestPicture.png(4));
    zhai.run("fetch");
    assertEquals(1, askedFor("pics.example.org/late.png"));
    assertTrue(zhai.run("fetch", "带图").out().contains("images    1  1 kept ("));
    assertEquals(1, askedFor("pics.example.org/one.png"));
    assertEquals(2, askedFor("pics.example.org/late.png"));
  }

  @Test
  void ofALaterVersionJoinThoseOfTheFirst() {
    zhai.run("add", PAGE);
    page("<img src=/three.png>", "<img src=/one.png>");
    web.picture("pics.example.org/three.png", "image/png", TestPicture.png(3));
    zhai.run("fetch", "带图");
    assertTrue(zhai.run("show", "1").out().contains("images: 2 kept"));
    assertTrue(zhai.run("status").out().contains("images     3\n"));
  }

  @Test
  void areNotAskedForWhereNobodyWantsThem() {
    zhai.run("add", PAGE, "--no-images");
    assertTrue(zhai.run("show", "1").out().endsWith("images: 0 kept, 2 links\n"));
    zhai.in(Map.of("ZHAI_IMAGES", "no")).run("fetch", "带图");
    zhai.in(Map.of("ZHAI_IMAGES", "no")).run("fetch", "带图", "--no-images");
    assertEquals(0, askedFor("pics.example.org/one.png"));
    zhai.in(Map.of("ZHAI_IMAGES", "no")).run("fetch", "带图", "--images");
    assertEquals(1, askedFor("pics.example.org/one.png"));
  }

  @Test
  void ofAPageThatIsHandedOverAreAskedForOnlyOnRequest() throws IOException {
    Path saved =
        Files.writeString(
            folder.resolve("saved.html"),
            TestWeb.articleHtml("带图的文章", TEXT + "<img src=/one.png>", TEXT));
    zhai.run("add", PAGE, "--html", saved.toString());
    assertEquals(List.of(), web.asked());
    zhai.run("add", PAGE, "--html", saved.toString(), "--images");
    assertEquals(List.of("pics.example.org/one.png"), web.asked());
    assertTrue(zhai.run("show", "1").out().contains("images: 1 kept"));
  }

  @Test
  void thatASavedPageCarriesAreKeptAndNobodyIsAsked() throws IOException {
    String html =
        TestWeb.articleHtml(
            "带图的文章",
            TEXT,
            "<img alt=有址 src=\"%s\" data-original=/one.png>"
                .formatted(TestPicture.dataAddress(ONE)),
            TEXT,
            "<img alt=无址 src=\"%s\">".formatted(TestPicture.dataAddress(TestPicture.png(5))),
            TEXT);
    Path saved = Files.writeString(folder.resolve("saved.html"), html);
    Zhai.Ran added = zhai.run("add", PAGE, "--html", saved.toString());
    assertTrue(added.out().contains("images    1  2 kept ("), added.out());
    assertEquals(List.of(), web.asked());
    String shown = zhai.run("show", "1", "--markdown").out();
    assertTrue(shown.contains("![有址](https://pics.example.org/one.png)"), shown);
    assertTrue(shown.contains("![无址](ni:///sha-256;"), shown);
    assertFalse(shown.contains("data:"), shown);
    Zhai.Ran again = zhai.run("add", PAGE, "--html", saved.toString());
    assertFalse(again.out().contains("images"), again.out());
  }

  private static String part(String head, Bytes picture) {
    return "--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n%s\r\n\r\n%s\r\n"
        .formatted(head, Base64.getMimeEncoder().encodeToString(picture.toArray()));
  }

  @Test
  void thatStandBesideThePageInAWebArchiveAreKeptAndNobodyIsAsked() throws IOException {
    String html =
        TestWeb.articleHtml(
            "带图的文章",
            TEXT + "<img alt=有址 src='%s'>".formatted("https://pics.example.org/one.png"),
            TEXT + "<img alt=无址 src='cid:two@mail'>",
            TEXT + "<img alt=不在 src='https://pics.example.org/gone.png'>");
    String archive =
        "Snapshot-Content-Location: %s\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n"
                .formatted(PAGE)
            + "--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8))
            + "\r\n"
            + part("Content-Location: https://pics.example.org/one.png", ONE)
            + part("Content-ID: <two@mail>", TestPicture.png(2))
            + part("Content-Location: https://pics.example.org/unshown.png", TestPicture.png(3))
            + "--x--\r\n";
    Path saved = Files.writeString(folder.resolve("page.mhtml"), archive);
    Zhai.Ran added = zhai.run("add", saved.toString());
    assertTrue(added.out().contains("images    1  2 kept ("), added.out());
    assertTrue(zhai.run("show", "1").out().endsWith(", 1 a link\n"), zhai.run("show", "1").out());
    String shown = zhai.run("show", "1", "--html").out();
    assertTrue(shown.contains(TestPicture.dataAddress(TestPicture.png(2))), shown);
    Zhai other = new Zhai(folder.resolve("other"), web);
    other.run("add", saved.toString(), "--no-images");
    assertTrue(other.run("show", "1").out().contains("images: 0 kept"));
    assertEquals(List.of(), web.asked());
  }

  @Test
  void ofABookAreKeptAndGoIntoTheBookThatIsWrittenOfIt() throws IOException {
    Map<String, Bytes> files = new LinkedHashMap<>();
    files.put(
        "META-INF/container.xml",
        Bytes.ofUtf8(
            "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>"));
    files.put(
        "b.opf",
        Bytes.ofUtf8(
            "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>河</dc:title>"
                + "</metadata><manifest><item id='a' href='a.xhtml'/></manifest>"
                + "<spine><itemref idref='a'/></spine></package>"));
    files.put(
        "a.xhtml",
        Bytes.ofUtf8(
            "<html><body><p>%s</p><p><img src='one.png' alt='灯'/></p></body></html>"
                .formatted(TEXT)));
    files.put("one.png", ONE);
    Path book = Files.write(folder.resolve("book.epub"), TestBook.zip(files));
    Zhai.Ran added = zhai.run("add", book.toString());
    assertTrue(added.out().contains("images    1  1 kept ("), added.out());
    Path written = folder.resolve("list.epub");
    zhai.run("export", "--with", "article", "-o", written.toString());
    try (ZipFile zip = new ZipFile(written.toFile())) {
      assertTrue(zip.stream().anyMatch(it -> it.getName().contains(ONE.sha256().substring(0, 24))));
    }
  }

  @Test
  void ofAnImportedPageComeAlong() throws IOException {
    String head =
        "<!--\n Page saved with SingleFile \n url: "
            + PAGE
            + " \n saved date: Sun Jan 04 2026 10:00:00 GMT+0800\n-->";
    String html =
        TestWeb.articleHtml(
            "带图的文章", TEXT, "<img src=\"%s\">".formatted(TestPicture.dataAddress(ONE)), TEXT);
    Path saved =
        Files.writeString(folder.resolve("saved.html"), "<!DOCTYPE html> <html>" + head + html);
    zhai.run("import", saved.toString());
    assertTrue(zhai.run("show", "1").out().contains("images: 1 kept"), zhai.run("show", "1").out());
    Zhai other = new Zhai(folder.resolve("other"), web);
    other.run("import", saved.toString(), "--no-images");
    assertTrue(other.run("show", "1").out().contains("images: 0 kept"));
  }

  @Test
  void areKeptOnceAndGoWithTheLastPageThatShowsThem() {
    web.article("mirror.example/page", "转载", "转载的文章。".repeat(20) + "<img src=/copy.png>")
        .picture("mirror.example/copy.png", "image/png", ONE);
    zhai.run("add", PAGE);
    zhai.run("add", "https://mirror.example/page");
    assertTrue(zhai.run("status").out().contains("images     2\n"));
  }

  @Test
  void areInWhatIsWrittenOfTheArticle() throws IOException {
    zhai.run("add", PAGE);
    String shown = zhai.run("show", "1", "--html").out();
    assertTrue(shown.contains("<img src=\"" + TestPicture.dataAddress(ONE) + "\" alt=\"图一\">"));
    Path site = folder.resolve("site");
    zhai.run("export", "--format", "site", "-o", site.toString());
    String page = Files.readString(site.resolve("pages/1.html"));
    assertTrue(
        page.contains("src=\"../pictures/" + ONE.sha256().substring(0, 24) + ".png\""), page);
    assertEquals(
        -1,
        Files.mismatch(
            site.resolve("pictures/" + TWO.sha256().substring(0, 24) + ".jpg"),
            Files.write(folder.resolve("two"), TWO.toArray())));
  }
}
