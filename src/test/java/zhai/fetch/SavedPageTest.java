package zhai.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.model.Bytes;
import zhai.model.Snapshot;

class SavedPageTest {
  private static final String URL = "https://example.com/saved?a=b&c=d";

  private static final String SINGLE_FILE =
      """
      <!DOCTYPE html> <html lang=zh-CN><!--
       Page saved with SingleFile\s
       url: https://example.com/saved?a=b&c=d\s
       saved date: Sun Jan 04 2026 16:00:00 GMT+0800 (中国标准时间)
      --><meta charset=utf-8><title>摘</title><p>An article.
      """;

  private static final String SAVED_FROM =
      """
      <!DOCTYPE html>
      <!-- saved from url=(0033)https://example.com/saved?a=b&c=d -->
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=GBK"></head></html>
      """;

  private static SavedPage read(String file) {
    return SavedPage.read(Bytes.ofUtf8(file));
  }

  private static String contentType(SavedPage page) {
    return page.contentType();
  }

  @ParameterizedTest
  @ValueSource(strings = {SINGLE_FILE, SAVED_FROM})
  void findsTheAddressThatTheFileNames(String file) {
    SavedPage page = read(file);
    assertEquals(URL, page.namedAddress());
    Snapshot snapshot = page.snapshot("https://given.example/", Trial.NOW);
    assertEquals("https://given.example/", snapshot.address());
    assertEquals(Snapshot.Origin.HANDED_OVER, snapshot.origin());
    assertEquals(0, snapshot.status());
    assertEquals(Bytes.ofUtf8(file), snapshot.body());
    assertEquals(Trial.NOW, snapshot.takenAt());
    assertEquals(Optional.of("text/html"), snapshot.header("content-type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><p>nothing</p></html>",
        "<!-- saved from url=(0014)about:internet --><html></html>",
        "<!-- saved from url=(0011)file:///C:/ --><html></html>",
        "<html><p>&lt;!-- saved from url=(0019)https://example.com --&gt;</p></html>"
      })
  void namesNoAddressThatTheFileDoesNotName(String file) {
    assertNull(read(file).namedAddress());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<!DOCTYPE html><p>x | text/html",
        "<p>just a fragment</p> | text/html",
        "\uFEFF<html> | text/html",
        "%PDF-1.7 | application/pdf",
        "{\"data\": []} | application/json",
        "[{\"id\": \"1\"}] | application/json",
        "[a link](https://example.com) in Markdown | text/plain",
        "# A heading | text/plain",
        "a < b and nothing else | text/plain",
        "摘录 | text/plain"
      })
  void tellsTypesApartByContent(String file, String type) {
    assertEquals(type, contentType(SavedPage.read(Bytes.ofUtf8(file))));
  }

  @Test
  void seesMarkupInUtf16() {
    for (String charset : new String[] {"UTF-16", "x-UTF-16LE-BOM"}) {
      Bytes file = Bytes.of(SAVED_FROM.getBytes(Charset.forName(charset)));
      SavedPage page = SavedPage.read(file);
      assertEquals("text/html", contentType(page));
      assertEquals(URL, page.namedAddress());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "PK\u0003\u0004\u0000\u0000", "\u0089PNG\r\n\u001a\n\u0000"})
  void refusesWhatIsNoPage(String file) {
    Bytes bytes = Bytes.of(file.getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(UnreadableSavedPageException.class, () -> SavedPage.read(bytes));
  }

  /// Encodes text as a mail program would: everything but plain ASCII as `=XX`, lines of 76.
  private static String quotedPrintable(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (byte b : bytes) {
      boolean plain = b >= ' ' && b < 0x7f && b != '=';
      String next = plain ? String.valueOf((char) b) : "=%02X".formatted(b & 0xff);
      if (column + next.length() > 75) {
        text.append("=\r\n");
        column = 0;
      }
      text.append(next);
      column += next.length();
    }
    return text.toString();
  }

  private static Bytes mhtml(String type, String coding, String body) {
    String file =
        """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://example.com/saved?a=b&c=d
        Subject: =?utf-8?Q?=E6=91=98?=
        MIME-Version: 1.0
        Content-Type: multipart/related;
        \ttype="text/html";
        \tboundary="----MultipartBoundary--abc----"


        ------MultipartBoundary--abc----
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://example.com/a.png

        iVBORw0KGgo=

        ------MultipartBoundary--abc----
        Content-Type: %s
        Content-ID: <frame-1@mhtml.blink>
        Content-Transfer-Encoding: %s
        Content-Location: https://example.com/part

        %s
        ------MultipartBoundary--abc----
        Content-Type: text/html
        Content-Location: https://ads.example.com/frame

        <p>an advertisement</p>
        ------MultipartBoundary--abc------
        """
            .replace("\n", "\r\n")
            .formatted(type, coding, body);
    return Bytes.of(file.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void takesThePageOutOfAWebArchiveInItsOwnCharset() {
    String html = "<html><title>新闻</title><p>a=b 与一段足够长、要分成几行来写的中文，以便软换行也被测试到。</p>";
    byte[] gbk = html.getBytes(Charset.forName("GBK"));
    Bytes file = mhtml("text/html; charset=\"gb2312\"", "quoted-printable", quotedPrintable(gbk));
    SavedPage page = SavedPage.read(file);
    assertEquals(Bytes.of(gbk), page.snapshot(URL, Trial.NOW).body());
    assertEquals("text/html; charset=\"gb2312\"", contentType(page));
    assertEquals(URL, page.namedAddress());
  }

  @ParameterizedTest
  @CsvSource({"base64", "BASE64", "8bit", "binary", "''"})
  void undoesTheCodingOfAPart(String coding) {
    byte[] html = "<html>\r\n<p>摘</p></html>".getBytes(StandardCharsets.UTF_8);
    String body =
        coding.equalsIgnoreCase("base64")
            ? Base64.getMimeEncoder(20, new byte[] {'\r', '\n'}).encodeToString(html)
            : new String(html, StandardCharsets.ISO_8859_1);
    SavedPage page = SavedPage.read(mhtml("text/html", coding, body));
    assertEquals(Bytes.of(html), page.snapshot(URL, Trial.NOW).body());
  }

  @ParameterizedTest
  @CsvSource({"a=3Db, a=b", "a=RNb, ab", "a= RNb, ab", "a=Nb, ab", "50=, 50=", "x=ZZ, x=ZZ"})
  void readsQuotedPrintableAsWritten(String coded, String plain) {
    String text = coded.replace('R', '\r').replace('N', '\n');
    SavedPage page = SavedPage.read(mhtml("text/html", "quoted-printable", text));
    assertEquals(Bytes.ofUtf8(plain), page.snapshot(URL, Trial.NOW).body());
  }

  @Test
  void takesThePicturesThatStandBesideThePage() {
    String file =
        """
        Content-Type: multipart/related; boundary=x

        --x
        Content-Type: text/html
        Content-Location: https://example.com/page

        <p><img src="https://example.com/a.png"><img src="cid:b@mail"></p>
        --x
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://example.com/a.png

        AQID
        BAU=
        --x
        Content-Type: image/gif
        Content-ID: <b@mail>
        Content-Transfer-Encoding: quoted-printable

        =00=FF
        --x
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://example.com/damaged.png

        a
        --x
        Content-Type: text/css
        Content-Location: https://example.com/style.css

        p {}
        --x--
        """;
    Map<String, Bytes> images = read(file).images();
    assertEquals(List.of("https://example.com/a.png", "cid:b@mail"), List.copyOf(images.keySet()));
    assertEquals(Bytes.of(new byte[] {1, 2, 3, 4, 5}), images.get("https://example.com/a.png"));
    assertEquals(Bytes.of(new byte[] {0, -1}), images.get("cid:b@mail"));
  }

  @Test
  void endsWherePartsHoldPartsWithoutEnd() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      file.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    assertThrows(UnreadableSavedPageException.class, () -> read(file + "Content-Type: text/html"));
  }

  @Test
  void looksIntoPartsOfParts() {
    String file =
        """
        Content-Type: multipart/related; boundary=outer

        --outer
        Content-Type: multipart/alternative; boundary="inner"

        --inner
        Content-Type: text/html
        Content-Location: https://example.com/inner

        <p>found</p>
        --inner--
        --outer--
        """;
    SavedPage page = read(file);
    assertEquals(Bytes.ofUtf8("<p>found</p>"), page.snapshot(URL, Trial.NOW).body());
    assertEquals("https://example.com/inner", page.namedAddress());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--",
        "Content-Type: multipart/related\n\nno boundary",
        "Content-Type: multipart/related; boundary=x\n\nno part",
        "Content-Type: multipart/related; boundary=x\n\n--x\n"
            + "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\na\n--x--"
      })
  void refusesAWebArchiveWithoutAPage(String file) {
    assertThrows(UnreadableSavedPageException.class, () -> SavedPage.read(Bytes.ofUtf8(file)));
  }
}
