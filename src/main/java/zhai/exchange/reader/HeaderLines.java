package zhai.exchange.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Snapshot.Header;

/// Heads of `Name: value` lines up to an empty line, as WARC and HTTP have them.
final class HeaderLines {
  private static final int MAX_LINE_BYTES = 64 << 10;
  private static final int MAX_LINES = 2_000;

  private HeaderLines() {}

  /// The next line without its end; null if there is none. Bytes that are no UTF-8 become U+FFFD.
  ///
  /// @throws BrokenArchiveException if it is longer than any head has
  static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
      if (line.size() > MAX_LINE_BYTES) {
        throw new BrokenArchiveException("a line of a head is longer than heads have");
      }
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /// The lines of a head; one that begins with white space goes on with the one before. Goes behind
  /// the empty line, if one ends the head.
  ///
  /// @throws BrokenArchiveException if it is longer than any head
  static List<Header> read(InputStream in) throws IOException {
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < MAX_LINES; i++) {
      String line = line(in);
      if (line == null || line.isEmpty()) {
        return headers;
      }
      add(line, headers);
    }
    throw new BrokenArchiveException("a head has more lines than heads have");
  }

  private static void add(String line, List<Header> headers) {
    int colon = line.indexOf(':');
    if (Character.isWhitespace(line.charAt(0)) && !headers.isEmpty()) {
      Header last = headers.removeLast();
      headers.add(new Header(last.name(), last.value() + " " + line.strip()));
    } else if (colon > 0) {
      headers.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
  }
}
