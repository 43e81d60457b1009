package zhai.exchange.writer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import zhai.exchange.Characters;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// One record of a web archive.
///
/// @param header the named fields, in order, but for the length
/// @param block what follows them
record WarcRecord(Map<String, String> header, Bytes block) {
  private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /// What a server says of how it sent the bytes, which are kept without that.
  private static final Set<String> OF_THE_SENDING =
      Set.of("content-encoding", "transfer-encoding", "content-length", "trailer", "connection");

  private static final String ANY_TYPE = "application/octet-stream";

  /// Writes it as a gzip member of its own; leaves `out` open.
  void write(OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder("WARC/1.1\r\n");
    header.forEach((name, value) -> append(name, value, head));
    append("Content-Length", Integer.toString(block.size()), head);
    head.append("\r\n");
    GZIPOutputStream member = new GZIPOutputStream(out);
    member.write(head.toString().getBytes(StandardCharsets.UTF_8));
    member.write(block.toArray());
    member.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    member.finish();
  }

  static String date(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// The media type of the bytes as far as somebody said.
  static String type(Snapshot snapshot) {
    String type = snapshot.header("Content-Type").map(Characters::oneLine).orElse(ANY_TYPE);
    return type.matches("[\\w.+-]+/[\\w.+-]+(\\s*;.*)?") ? type : ANY_TYPE;
  }

  /// The head of the server's answer.
  static String httpHead(Snapshot snapshot) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(snapshot.status());
    head.append(snapshot.status() == 200 ? " OK\r\n" : " \r\n");
    for (Snapshot.Header field : snapshot.headers()) {
      boolean kept = !OF_THE_SENDING.contains(field.name().toLowerCase(Locale.ROOT));
      if (kept && FIELD_NAME.matcher(field.name()).matches()) {
        append(field.name(), field.value(), head);
      }
    }
    append("Content-Length", Integer.toString(snapshot.body().size()), head);
    return head.append("\r\n").toString();
  }

  private static void append(String name, String value, StringBuilder head) {
    head.append(name).append(": ").append(Characters.oneLine(value)).append("\r\n");
  }
}
