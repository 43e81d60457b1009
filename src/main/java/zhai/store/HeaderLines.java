package zhai.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import zhai.model.Snapshot.Header;

/// A response's head as one text, `name: value` a line. A backslash stands before what would
/// otherwise end a line or a name, so any head comes back as it was.
final class HeaderLines {
  private HeaderLines() {}

  static String write(List<Header> headers) {
    return headers.stream()
        .map(header -> escape(header.name()).replace(":", "\\c") + ": " + escape(header.value()))
        .collect(Collectors.joining("\n"));
  }

  static List<Header> read(String lines) {
    return lines.isEmpty()
        ? List.of()
        : Arrays.stream(lines.split("\n", -1)).map(HeaderLines::header).toList();
  }

  private static Header header(String line) {
    int colon = line.indexOf(": ");
    return new Header(unescape(line.substring(0, colon)), unescape(line.substring(colon + 2)));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(c == '\\' && i + 1 < text.length() ? unescaped(text.charAt(++i)) : c);
    }
    return plain.toString();
  }

  private static char unescaped(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'c' -> ':';
      default -> escaped;
    };
  }
}
