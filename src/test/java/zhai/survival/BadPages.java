package zhai.survival;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import zhai.extract.HostilePages;
import zhai.loopback.TestWeb;

/// Pages that come as they should and are bad in themselves: text in another charset than told,
/// text that no charset has, files that unpack to more than there is memory, shapes that make
/// parsers hang.
final class BadPages {
  private static final int MIB = 1 << 20;
  private static final String TITLE = "漢字編碼一頁";
  private static final String ANY =
      "read|empty|unsupported|not-article|preview|login|challenge|refused";

  private BadPages() {}

  static List<BadAnswer> charsets() {
    Charset jis = Charset.forName("ISO-2022-JP");
    return List.of(
        page("meta-lies", "text/html", bytes(TITLE, StandardCharsets.UTF_8, "gb2312")),
        page(
            "header-lies",
            "text/html; charset=big5",
            bytes(TITLE, StandardCharsets.UTF_8, "utf-8")),
        page(
            "both-lie",
            "text/html; charset=iso-8859-1",
            bytes(TITLE, StandardCharsets.UTF_8, "shift_jis")),
        page(
            "mark-against-header",
            "text/html; charset=gbk",
            marked(bytes(TITLE, StandardCharsets.UTF_16LE, "gbk"))),
        page(
            "gb18030",
            "text/html; charset=gb2312",
            bytes(TITLE, Charset.forName("GB18030"), "gb2312")),
        page("big5", "text/html; charset=big5", bytes(TITLE, Charset.forName("Big5"), "big5")),
        page("big5-untold", "text/html", bytes(TITLE, Charset.forName("Big5"), "big5")),
        html(
            "iso-2022-jp",
            "日本語のページ",
            "text/html; charset=iso-2022-jp",
            bytes("日本語のページ", jis, "iso-2022-jp")));
  }

  static List<BadAnswer> strangeTexts() {
    String mixed = TITLE + "\uFFFE\uFFFF\0\u0001";
    return List.of(
        html(
            "utf-7",
            "",
            "text/html; charset=utf-7",
            "<title>+ADw-script+AD4-</title>".getBytes(StandardCharsets.US_ASCII)),
        html(
            "unknown-charset",
            TITLE,
            "text/html; charset=\"klingon\0\"",
            bytes(TITLE, StandardCharsets.UTF_8, "x-none")),
        html("no-characters", TITLE, "text/html", bytes(mixed, StandardCharsets.UTF_8, "utf-8")),
        html(
            "references",
            "",
            "text/html",
            bytes(
                "&#0;&#xD800;&#x110000;&#xFFFE;&#99999999999;字", StandardCharsets.UTF_8, "utf-8")),
        html(
            "invalid-utf-8",
            "",
            "text/html; charset=utf-8",
            broken(0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF8, 0x88)),
        html(
            "one-line",
            "",
            "text/html",
            ("<p>" + "一行不断的字".repeat(10 * MIB / 18)).getBytes(StandardCharsets.UTF_8)),
        html(
            "combining-marks",
            "",
            "text/html",
            ("<title>a" + "\u0301\u0323".repeat(MIB) + "</title><p>b" + "\u0F73".repeat(MIB))
                .getBytes(StandardCharsets.UTF_8)),
        html("plain-line", "", "text/plain", "字".repeat(3 * MIB).getBytes(StandardCharsets.UTF_8)),
        html(
            "markdown-brackets",
            "",
            "text/markdown",
            "[](<![".repeat(MIB / 4).getBytes(StandardCharsets.UTF_8)));
  }

  static List<BadAnswer> files() {
    return List.of(
        html("pdf-bomb", "", "application/pdf", pdf(out -> repeat(out, new byte[MIB], 300))),
        html(
            "pdf-of-saved-states",
            "",
            "application/pdf",
            pdf(out -> repeat(out, "q ".repeat(MIB).getBytes(StandardCharsets.US_ASCII), 20))),
        html(
            "pdf-of-letters",
            "",
            "application/pdf",
            pdf(out ->
                repeat(
                    out, "(abc) Tj T* ".repeat(MIB / 12).getBytes(StandardCharsets.US_ASCII), 30))),
        html(
            "pdf-cut-off",
            "",
            "application/pdf",
            "%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 1 0 R /Kids [1 0 R]>>"
                .getBytes(StandardCharsets.US_ASCII)),
        html("epub-bomb", "", "application/epub+zip", epub(400)),
        html("epub-of-text", "", "application/epub+zip", epub(50)),
        html("epub-cut-off", "", "application/epub+zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}));
  }

  static List<BadAnswer> data() {
    String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">" + entities() + "]>";
    return List.of(
        html(
            "json-deep",
            "",
            "application/json",
            "[".repeat(MIB).getBytes(StandardCharsets.US_ASCII)),
        html(
            "json-wide",
            "",
            "application/json",
            ("[" + "{\"a\":[]},".repeat(MIB / 2) + "0]").getBytes(StandardCharsets.US_ASCII)),
        html(
            "json-number",
            "",
            "application/json",
            ("{\"title\":" + "9".repeat(MIB) + "}").getBytes(StandardCharsets.US_ASCII)),
        html(
            "laughs-in-xhtml",
            "",
            "application/xhtml+xml",
            (laughs + "<html><body><p>&z;</p></body></html>").getBytes(StandardCharsets.US_ASCII)),
        html(
            "laughs-in-a-feed",
            "",
            "application/rss+xml",
            (laughs + "<rss><channel><title>&z;</title></channel></rss>")
                .getBytes(StandardCharsets.US_ASCII)),
        html(
            "entity-of-a-file",
            "",
            "application/rss+xml",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&a;</title></channel></rss>"
                .getBytes(StandardCharsets.US_ASCII)),
        html(
            "feed-of-items",
            "",
            "application/rss+xml",
            ("<rss><channel>"
                    + "<item><title>x</title><description>&lt;b&gt;&lt;i&gt;".repeat(20_000))
                .getBytes(StandardCharsets.US_ASCII)),
        html(
            "feed-deep",
            "",
            "application/atom+xml",
            "<feed><entry><content>".repeat(50_000).getBytes(StandardCharsets.US_ASCII)));
  }

  /// @param bytes of each
  static List<BadAnswer> shapes(int bytes) {
    return HostilePages.all().stream()
        .map(shape ->
            html(
                "shape-" + shape.name(),
                "",
                "text/html",
                shape.page(bytes).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  /// Titles that would act on a terminal.
  static List<BadAnswer> titles() {
    return Stream.of(
            "\u001b[31mred\u001b[2J\u001b]0;owned\u0007",
            "\u001b]8;;http://evil.example/\u001b\\click\u001b]8;;\u001b\\",
            "\u001b]52;c;cm0gLXJmIH4=\u0007",
            "\u009b31m\u0090q\u009c\u008d",
            "\u202Egnp.exe\u202C\u2066\u2067\u2069\u200F",
            "bell\u0007\b\b\b\u007f\rover",
            "&#27;[5m&#x9b;1m&#8238;",
            " \t\n\u00a0\u3000\u200b",
            "very long ".repeat(MIB / 10),
            "長".repeat(MIB / 3))
        .map(title ->
            html(
                "title-" + Integer.toHexString(title.hashCode()),
                "",
                "text/html",
                bytes(title, StandardCharsets.UTF_8, "utf-8")))
        .toList();
  }

  private static BadAnswer page(String name, String type, byte[] body) {
    return html(name, TITLE, type, body);
  }

  private static BadAnswer html(String name, String title, String type, byte[] body) {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n";
    return new BadAnswer(name, title.isEmpty() ? ANY : "read", title, Sending.whole(head, body));
  }

  private static byte[] bytes(String title, Charset charset, String declared) {
    return TestWeb.articleHtml(title, "一段話。")
        .replace("<meta charset=utf-8>", "<meta charset=" + declared + ">")
        .getBytes(charset);
  }

  private static byte[] marked(byte[] littleEndian) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
    page.writeBytes(littleEndian);
    return page.toByteArray();
  }

  private static byte[] broken(int... bytes) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    byte[] fine = bytes(TITLE, StandardCharsets.UTF_8, "utf-8");
    for (int i = 0; i < fine.length; i++) {
      page.write(fine[i]);
      if (i % 40 == 39) {
        page.write(bytes[i / 40 % bytes.length]);
      }
    }
    return page.toByteArray();
  }

  /// Each is ten of the one before: a billion at the end.
  private static String entities() {
    StringBuilder all = new StringBuilder();
    for (char name = 'b'; name <= 'z'; name++) {
      all.append("<!ENTITY ").append(name).append(" \"");
      all.append(("&" + (char) (name - 1) + ";").repeat(10)).append("\">");
    }
    return all.toString();
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static void repeat(OutputStream out, byte[] part, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      out.write(part);
    }
  }

  /// A PDF of one page with this content, packed.
  private static byte[] pdf(Writing content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      out.write("BT /F1 9 Tf 10 TL ".getBytes(StandardCharsets.US_ASCII));
      content.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        """
        %%PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R
        /Resources <</Font <</F1 5 0 R>>>>>> endobj
        5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
        4 0 obj <</Filter /FlateDecode /Length %d>> stream
        """
            .formatted(packed.size())
            .getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(packed.toByteArray());
    file.writeBytes(
        "\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    return file.toByteArray();
  }

  private static byte[] epub(int chapterMegabytes) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.BEST_SPEED);
      stored(zip, "mimetype", "application/epub+zip".getBytes(StandardCharsets.US_ASCII));
      entry(
          zip,
          "META-INF/container.xml",
          out ->
              out.write(
                  "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>"
                      .getBytes(StandardCharsets.US_ASCII)));
      entry(
          zip,
          "b.opf",
          out ->
              out.write(
                  "<package><metadata><title>b</title></metadata><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"
                      .getBytes(StandardCharsets.US_ASCII)));
      entry(
          zip,
          "a.xhtml",
          out ->
              repeat(
                  out,
                  "<p>word ".repeat(MIB / 8).getBytes(StandardCharsets.US_ASCII),
                  chapterMegabytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static void stored(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static void entry(ZipOutputStream zip, String name, Writing content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.to(zip);
    zip.closeEntry();
  }
}
