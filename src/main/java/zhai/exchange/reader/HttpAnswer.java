package zhai.exchange.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import zhai.model.Bytes;
import zhai.model.Snapshot.Header;

/// What a server answered, as an archive keeps it: head and body as they came over the wire.
final class HttpAnswer {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/[\\d.]+ +(\\d{3})\\b.*");
  private static final List<String> PAGES =
      List.of("text/html", "application/xhtml+xml", "application/pdf");

  private final int status;
  private final List<Header> headers;
  private final InputStream block;

  private HttpAnswer(int status, List<Header> headers, InputStream block) {
    this.status = status;
    this.headers = headers;
    this.block = block;
  }

  /// A body can't be read; the message is a sentence.
  static final class UnreadableBody extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableBody(String sentence) {
      super(sentence);
    }
  }

  /// Reads a record's block as far as the body. A block that doesn't begin as HTTP does is an
  /// answer of status 0 that is no page.
  static HttpAnswer read(WarcRecord record) throws IOException {
    InputStream block = record.block();
    try {
      String first = HeaderLines.line(block);
      Matcher line = STATUS_LINE.matcher(first == null ? "" : first);
      if (line.matches()) {
        return new HttpAnswer(Integer.parseInt(line.group(1)), HeaderLines.read(block), block);
      }
    } catch (BrokenArchiveException _) {
      // Only this record's block is no HTTP; what is wrong with the archive shows at the next one.
    }
    return new HttpAnswer(0, List.of(), block);
  }

  /// A record whose block is the body itself.
  static HttpAnswer bare(WarcRecord record) {
    List<Header> type = List.of(new Header("Content-Type", record.header("Content-Type")));
    return new HttpAnswer(0, type, record.block());
  }

  /// 0 where only the page was kept.
  int status() {
    return status;
  }

  /// As they came; empty ones, too.
  List<Header> headers() {
    return headers;
  }

  /// Whether the answer is good, and HTML or PDF.
  boolean isPage() {
    String type = header("Content-Type").split(";", 2)[0].strip();
    return (status == 0 || (status >= 200 && status < 300 && status != 206))
        && PAGES.contains(type);
  }

  private String header(String name) {
    return headers.stream()
        .filter(it -> it.name().equalsIgnoreCase(name))
        .map(it -> it.value().strip().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  /// The body without the codings of transfer and content. Some archives keep the head as it came
  /// and the body decoded; so a coding is undone only where the bytes are in it.
  ///
  /// @throws UnreadableBody if it is too large, or in a coding that isn't known
  Bytes body() throws IOException, UnreadableBody {
    byte[] body = limited(block);
    if (header("Transfer-Encoding").contains("chunked")) {
      body = unchunked(body);
    }
    String coding = header("Content-Encoding");
    return Bytes.of(coding.isEmpty() ? body : decoded(body, coding));
  }

  private static byte[] decoded(byte[] body, String coding) throws UnreadableBody {
    if (coding.equals("identity") || isDecoded(body)) {
      return body;
    }
    try {
      return limited(decoding(new ByteArrayInputStream(body), coding, isRaw(body)));
    } catch (IOException _) {
      throw new UnreadableBody("The page is damaged: it doesn't unpack as " + coding + ".");
    }
  }

  private static InputStream decoding(InputStream in, String coding, boolean isRaw)
      throws IOException, UnreadableBody {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in, new Inflater(isRaw));
      case "br" -> new BrotliInputStream(in);
      default ->
          throw new UnreadableBody("The page is packed as " + coding + ", which isn't read.");
    };
  }

  // The standard means zlib, many servers send what is in it.
  private static boolean isRaw(byte[] body) {
    return body.length < 2
        || (body[0] & 0x0F) != 8
        || ((body[0] & 0xFF) << 8 | (body[1] & 0xFF)) % 31 != 0;
  }

  private static boolean isDecoded(byte[] body) {
    int at = 0;
    while (at < body.length && (body[at] <= ' ' && body[at] > 0)) {
      at++;
    }
    return at == body.length || body[at] == '<' || (body[at] == '%' && body.length > 4);
  }

  private static byte[] limited(InputStream in) throws IOException, UnreadableBody {
    byte[] bytes = in.readNBytes(Unpacking.MAX_PAGE_BYTES + 1);
    if (bytes.length > Unpacking.MAX_PAGE_BYTES) {
      throw new UnreadableBody(Pages.TOO_LARGE);
    }
    return bytes;
  }

  /// The chunks' bytes; all of the body if it isn't in chunks.
  private static byte[] unchunked(byte[] body) throws IOException {
    try {
      return joinedChunks(body);
    } catch (BrokenArchiveException _) {
      return body;
    }
  }

  private static byte[] joinedChunks(byte[] body) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(body);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    for (String size = HeaderLines.line(in); size != null; size = HeaderLines.line(in)) {
      String digits = size.split(";", 2)[0].strip();
      if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
        return out.size() == 0 ? body : out.toByteArray();
      }
      int length = Integer.parseInt(digits, 16);
      if (length == 0) {
        return out.toByteArray();
      }
      out.write(in.readNBytes(length));
      HeaderLines.line(in);
    }
    return out.toByteArray();
  }
}
