package zhai.exchange.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportReader;
import zhai.model.PageDate;
import zhai.model.Snapshot;
import zhai.model.Surroundings;

/// What the tables of [ReadersTest] don't show of highlights, references and archives.
class HighlightsTest {

  @Test
  void keepsWhenAClippingWasMadeAndWhoWroteTheBook() throws IOException {
    Supplied book = first(new KindleClippings(), "reader/kindle/english.txt");
    assertEquals("Walker, Ada", book.facts().byline());
    assertEquals(Instant.parse("2017-01-02T00:05:30Z"), book.excerpts().get(1).addedAt());
    assertEquals(Instant.parse("2017-01-03T08:10:00Z"), book.notes().getFirst().addedAt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tides (Ada Walker) | Tides | Ada Walker",
        "潮（下）（林远） | 潮（下） | 林远",
        "Tides (Walker (ed. (2nd))) | Tides | Walker (ed. (2nd))",
        "Tides (1) b) | Tides (1) b) | ",
        "Tides ) | Tides ) | ",
        "Tides () | Tides () | ",
        "(Ada Walker) | (Ada Walker) | "
      })
  void tellsWhoWroteTheBookOfAClipping(String line, String title, @Nullable String author) {
    Clipping clipping = Clipping.read(List.of(line, "- Page 1", "words"), ClippingWords.load());
    assertEquals(title, clipping.title());
    assertEquals(author, clipping.author());
  }

  @Test
  void keepsACommentOnNoWordsAsANote() throws IOException {
    List<Supplied> pages =
        List.of(
            only(
                new CsvReader(),
                "url,excerpts,comments\n"
                    + "https://a.example/,\"\n"
                    + "---\n"
                    + "said\",\"alone\n"
                    + "---\n"
                    + "on it\"\n"),
            only(
                new JsonReader(),
                """
                [{"url": "https://a.example/", "excerpts": [
                  {"quote": " ", "comment": "alone"}, {"quote": "said", "comment": "on it"}]}]
                """));
    for (Supplied page : pages) {
      assertEquals(List.of(ImportLine.Words.of("alone")), page.notes());
      assertEquals(List.of(ImportLine.Quote.of("said", "on it")), page.excerpts());
    }
  }

  @Test
  void keepsWhatStoodAroundAnAnnotatedQuote() throws IOException {
    Supplied page = first(new HypothesisJson(), "reader/hypothesis/client.json");
    ImportLine.Quote quote = page.excerpts().getFirst();
    assertEquals(
        new Surroundings("ay that a hedge is at all times ", ". Nobody knows who said it first"),
        quote.surroundings());
    assertEquals(Instant.parse("2024-03-01T08:00:00Z"), quote.addedAt());
  }

  @Test
  void keepsWhatAReferenceSaysOfItsPage() throws IOException {
    Supplied bibTex = first(new BibTexReader(), "reader/bibtex/zotero.bib");
    assertEquals(
        new ImportLine.Facts(
            "Walker, Ada, Björk, Åsa, Institut für Gärten",
            "Garden & Code Weekly",
            "en",
            PageDate.parse("2020-01-02").orElseThrow()),
        bibTex.facts());
    Supplied ris = first(new RisReader(), "reader/ris/zotero.ris");
    assertEquals("林, 远, Walker, Ada", ris.facts().byline());
    assertEquals("zh-CN", ris.facts().language());
    Supplied csl = first(new CslJson(), "reader/csl-json/zotero.json");
    assertEquals("Ada Walker, 林远, Institut für Gärten", csl.facts().byline());
  }

  @Test
  void handsASavedPageOverWithTheTimeItWasSaved() throws IOException {
    Supplied page = first(new SavedPageReader(), "reader/saved-page/singlefile.html");
    Snapshot snapshot = assertInstanceOf(PageGiven.Saved.class, page.page()).snapshot();
    assertEquals(Instant.parse("2022-01-01T02:00:00Z"), snapshot.takenAt());
    assertEquals(Snapshot.Origin.HANDED_OVER, snapshot.origin());
    assertEquals("text/html", snapshot.header("content-type").orElseThrow());
  }

  @Test
  void stopsWhereAZipUnfoldsToTooMuchAndKeepsWhatItHad() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("metadata_0_to_20.json"));
      zip.write("[{\"slug\":\"a\",\"url\":\"https://a.example/\"}]".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("content/bomb.html"));
      for (int i = 0; i < 400; i++) {
        zip.write(new byte[1_000_000]);
      }
      zip.closeEntry();
    }
    List<ImportLine> lines = read(new OmnivoreZip(), "a.zip", out.toByteArray());
    assertEquals("https://a.example/", assertInstanceOf(Supplied.class, lines.getFirst()).url());
    assertEquals(
        "The archive can't be read to its end: it unfolds to more than 200 times its size.",
        assertInstanceOf(ImportLine.Rejected.class, lines.getLast()).reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {\\"O}sterreich \\& {\\o}re        | Österreich & øre
          Fran\\c{c}ois, \\v{S}koda         | François, Škoda
          \\'{\\i}ndice \\^\\i              | índice î
          \\emph{Slow} growth---``now''     | Slow growth—“now”
          $E = mc^2$ at 5\\,\\% and 3\\_4   | E = mc^2 at 5,% and 3_4
          {{{深度}}}~学习                    | 深度 学习
          dangling \\                       | dangling \\
          """)
  void readsTex(String tex, String words) {
    assertEquals(words.replace("\\\\", "\\"), TexText.load().words(tex.replace("\\\\", "\\")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sunday, January 1, 2017 3:23:07 PM | 2017-01-01T15:23:07Z",
        "Sunday, 1 January 17 15:23:07 | ",
        "2017年1月1日星期日 上午12:00:07 | 2017-01-01T00:00:07Z",
        "2017年1月1日星期日 下午12:00 | 2017-01-01T12:00:00Z",
        "Sonntag, 1. Oktober 2017 09:05:01 | 2017-10-01T09:05:01Z",
        "01.10.2017 09:05:01 | 2017-10-01T09:05:01Z",
        "Monday, February 30, 2017 1:00:00 PM | ",
        "'' | ",
      })
  void readsTheTimeOfAClipping(String text, Instant time) {
    assertEquals(time, new ClippingTime(ClippingWords.load()).read(text));
  }

  private static Supplied first(ImportReader reader, String name) throws IOException {
    Told file = Told.of(name);
    return read(reader, name, file.bytes()).stream()
        .filter(Supplied.class::isInstance)
        .map(Supplied.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Supplied only(ImportReader reader, String text) throws IOException {
    return (Supplied) read(reader, "links", text.getBytes(UTF_8)).getFirst();
  }

  private static List<ImportLine> read(ImportReader reader, String name, byte[] bytes)
      throws IOException {
    List<ImportLine> lines = new ArrayList<>();
    reader.read(
        new ImportFile(name, () -> new ByteArrayInputStream(bytes)), (_, line) -> lines.add(line));
    return lines;
  }
}
