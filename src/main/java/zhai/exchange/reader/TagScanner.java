package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Cuts old-fashioned HTML into tags and the text between them, as it comes: a bookmark file of any
/// size, with the icons of all its sites in it, takes the memory of one tag.
///
/// It builds no tree, since these files have none: their `DT`, `DD` and `p` are hardly ever closed.
final class TagScanner {
  // Pictures in attributes; nobody asks for them.
  private static final String ICON = "icon";

  private static final String CLOSED = "/";

  private final Reader in;
  private final char[] buffer = new char[8 << 10];
  private int at;
  private int end;

  // The next character, which is not read yet; -1 at the end.
  private int ahead;
  private int line = 1;

  TagScanner(Reader in) throws IOException {
    this.in = in;
    this.ahead = fetch();
  }

  /// What stands at one place of the file.
  sealed interface Piece {}

  /// Characters with their entities resolved, white space as it stands.
  record Text(String text) implements Piece {}

  /// A tag.
  ///
  /// @param name in lower case, with `/` before it where it ends an element
  /// @param attributes by names in lower case; an attribute without value is empty
  /// @param line where it begins, from 1
  record Tag(String name, Map<String, String> attributes, int line) implements Piece {
    /// The attribute's value, empty if there is none.
    String value(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
      return attributes.containsKey(attribute);
    }

    /// Whether it ends with `/>`, so that nothing is in it.
    boolean isClosed() {
      return has(CLOSED);
    }
  }

  /// The next piece, or null at the end. A tag that the end of the file cuts off is left out.
  @Nullable Piece next() throws IOException {
    while (ahead == '<') {
      int begun = line;
      read();
      if (Character.isLetter(ahead) || ahead == '/') {
        return tag(begun);
      }
      if (ahead != '!' && ahead != '?') {
        return new Text("<" + plain());
      }
      skipDeclaration();
    }
    return ahead < 0 ? null : new Text(plain());
  }

  private int read() throws IOException {
    int read = ahead;
    ahead = fetch();
    if (read == '\n' || (read == '\r' && ahead != '\n')) {
      line++;
    }
    return read;
  }

  // A reader's own read() takes a lock for every character.
  private int fetch() throws IOException {
    if (at == end) {
      end = Math.max(0, in.read(buffer));
      at = 0;
      if (end == 0) {
        return -1;
      }
    }
    return buffer[at++];
  }

  private String plain() throws IOException {
    StringBuilder text = new StringBuilder();
    while (ahead >= 0 && ahead != '<') {
      text.append((char) read());
    }
    return Parser.unescapeEntities(text.toString(), false);
  }

  // A comment ends at -->, anything else that begins with <! or <? at the next >.
  private void skipDeclaration() throws IOException {
    read();
    boolean comment = ahead == '-';
    int dashes = 0;
    while (ahead >= 0) {
      int c = read();
      if (c == '>' && (!comment || dashes >= 2)) {
        return;
      }
      dashes = c == '-' ? dashes + 1 : 0;
    }
  }

  private @Nullable Piece tag(int begun) throws IOException {
    StringBuilder name = new StringBuilder();
    do {
      name.append((char) read());
    } while (ahead >= 0 && ahead != '>' && ahead != '/' && !Character.isWhitespace(ahead));
    Map<String, String> attributes = new HashMap<>();
    while (ahead >= 0 && ahead != '>') {
      readAttribute(attributes);
    }
    return read() < 0 ? null : new Tag(lower(name), attributes, begun);
  }

  private void readAttribute(Map<String, String> attributes) throws IOException {
    while (Character.isWhitespace(ahead) || ahead == '/') {
      if (read() == '/' && ahead == '>') {
        attributes.put(CLOSED, "");
      }
    }
    StringBuilder name = new StringBuilder();
    while (ahead >= 0 && ahead != '>' && ahead != '=' && !Character.isWhitespace(ahead)) {
      name.append((char) read());
    }
    skipSpace();
    String value = "";
    if (ahead == '=') {
      read();
      skipSpace();
      value = value(lower(name).startsWith(ICON));
    }
    if (!name.isEmpty()) {
      attributes.putIfAbsent(lower(name), value);
    }
  }

  private String value(boolean unwanted) throws IOException {
    StringBuilder value = new StringBuilder();
    int quote = ahead == '"' || ahead == '\'' ? read() : 0;
    while (ahead >= 0 && (quote == 0 ? !endsBareValue() : ahead != quote)) {
      int c = read();
      if (!unwanted) {
        value.append((char) c);
      }
    }
    if (quote != 0) {
      read();
    }
    return Parser.unescapeEntities(value.toString(), true);
  }

  private boolean endsBareValue() {
    return ahead == '>' || Character.isWhitespace(ahead);
  }

  private void skipSpace() throws IOException {
    while (Character.isWhitespace(ahead)) {
      read();
    }
  }

  private static String lower(StringBuilder name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
