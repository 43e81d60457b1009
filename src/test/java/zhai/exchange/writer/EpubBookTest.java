package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import zhai.exchange.Dossiers;
import zhai.exchange.Grouping;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.Tags;
import zhai.exchange.With;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Mark;

/// Books are opened by a program that is not ours: the W3C's validator.
class EpubBookTest {

  @Test
  void isValid() throws IOException {
    assertEquals(List.of(), Epubcheck.complaints(book(Samples.LIST)));
  }

  @Test
  void isValidWithoutAnyPage() throws IOException {
    assertEquals(List.of(), Epubcheck.complaints(book(new ReadingList(" ", null, List.of()))));
  }

  @Test
  void isValidGroupedByTagWhereAPageHasTwoHeadings() throws IOException {
    Layout byTag = new Layout(Grouping.TAG, Split.NONE, null);
    assertEquals(List.of(), Epubcheck.complaints(book(Samples.LIST.with(byTag))));
  }

  @Test
  void isValidWhateverAnArticleIsMadeOf() throws IOException {
    List<Entry> entries =
        Stream.concat(ArticleMarkupTest.awkward(), MarkdownListTest.hostile().stream())
            .map(EpubBookTest::read)
            .toList();
    assertEquals(List.of(), Epubcheck.complaints(book(new ReadingList("x", null, entries))));
  }

  @Test
  void isValidWhateverIsInAnEntry() throws IOException {
    Stream<Entry> hostile = MarkdownListTest.hostile().stream().map(EpubBookTest::marked);
    Stream<Entry> any = IntStream.range(0, 60).mapToObj(seed -> Dossiers.any(seed).entry());
    List<Entry> entries = Stream.concat(hostile, any).toList();
    String title = "]]><!--\u0000\ud800 & \"x\"";
    assertEquals(List.of(), Epubcheck.complaints(book(new ReadingList(title, title, entries))));
  }

  @Test
  void beginsWithItsTypeSoThatItsFirstBytesTellWhatItIs() throws IOException {
    byte[] book = book(Samples.LIST);
    String head = new String(book, 0, 58, StandardCharsets.US_ASCII);
    assertEquals("mimetypeapplication/epub+zip", head.substring(30));
  }

  @Test
  void isTheSameBytesEachTimeAndHasNoTimeInIt() throws IOException {
    assertArrayEquals(book(Samples.LIST), book(Samples.LIST));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book(Samples.LIST)))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), file.getTimeLocal());
      }
    }
  }

  @Test
  void saysWhenItLastChangedAndKeepsItsIdentifierWhenAPageChanges() throws IOException {
    Document opf = xml(files(book(Samples.LIST)).get("book/package.opf"));
    assertEquals("2026-03-03T21:05:09Z", opf.expectFirst("meta[property=dcterms:modified]").text());
    ReadingList renamed = new ReadingList("检索与小模型 Reading", null, Samples.LIST.entries());
    Document other = xml(files(book(renamed)).get("book/package.opf"));
    assertEquals(
        opf.expectFirst("dc|identifier").text(), other.expectFirst("dc|identifier").text());
  }

  @Test
  void hasTheUsersWordsBeforeTheArticle() throws IOException {
    Document page = xml(files(book(Samples.LIST)).get("book/p1.xhtml"));
    assertEquals(List.of("marks", "article"), page.select("section").eachAttr("class"));
    assertEquals("靠前", page.expectFirst(".marks blockquote strong").text());
    assertEquals("和我们上周的观察一致。", page.expectFirst(".comment").text());
    assertEquals("…", page.expectFirst(".article").text());
    assertEquals("zh", page.expectFirst("html").attr("xml:lang"));
  }

  @Test
  void leavesOutWhatIsNotWanted() throws IOException {
    Layout bare = new Layout(null, Split.NONE, Set.of(With.NOTES));
    Document page = xml(files(book(Samples.LIST.with(bare))).get("book/p1.xhtml"));
    assertTrue(page.select("blockquote, .article").isEmpty());
    assertFalse(page.select(".note").isEmpty());
  }

  @Test
  void listsEveryPageUnderItsDay() throws IOException {
    Document nav = xml(files(book(Samples.LIST)).get("book/nav.xhtml"));
    assertEquals(
        List.of("title.xhtml", "p1.xhtml", "p2.xhtml", "p3.xhtml", "p4.xhtml"),
        nav.select("nav a").eachAttr("href"));
    assertEquals(
        List.of("2026-03-02", "2026-03-03", "2026-03-01"), nav.select("nav span").eachText());
  }

  static byte[] book(ReadingList list) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EpubBook().write(list, out);
    return out.toByteArray();
  }

  private static Map<String, String> files(byte[] book) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        files.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static Document xml(String text) {
    return Jsoup.parse(text, Parser.xmlParser());
  }

  /// An entry with this article.
  static Entry read(String html) {
    return read(html, "");
  }

  static Entry read(String html, String markdown) {
    ArticleVersion version = Samples.version("t", "b", "s", "2024-02-29");
    Article as = version.article();
    Article article =
        new Article(
            as.title(),
            null,
            null,
            "en",
            null,
            null,
            null,
            null,
            null,
            new Content(html, markdown, ""));
    return new Entry(
        Samples.bookmark(html.hashCode(), "https://example.org/page", "t"),
        new ArticleVersion(1, version.verdict(), article, null, version.readAt(), true),
        List.of(),
        List.of());
  }

  private static Entry marked(String text) {
    List<Mark> marks =
        List.of(Mark.Excerpt.of(text, text, Samples.MORNING), Mark.Note.of(text, Samples.MORNING));
    return Samples.entry(text, Tags.parse(text).stream().toList(), marks);
  }
}
