package zhai.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import zhai.model.Bytes;

/// What a file begins with, by which its format is told: every format looks at it, so it is decoded
/// once.
public final class Beginning {
  private static final String ZIP = "PK\u0003\u0004";
  private static final String SQLITE = "SQLite format 3\0";
  private static final String GZIP = "\u001F\u008B";

  private final String name;
  private final Bytes head;
  private final String text;
  private final String bytes;

  /// @param name the file's, which only decides where the content doesn't
  /// @param head the file's first bytes, or all of a shorter file
  public Beginning(String name, Bytes head) {
    this.name = name;
    this.head = head;
    byte[] first = head.toArray();
    String decoded = new String(first, StandardCharsets.UTF_8);
    this.text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    this.bytes = new String(first, StandardCharsets.ISO_8859_1);
  }

  /// The beginning of a text, as if it were a file's.
  public static Beginning of(String name, String text) {
    return new Beginning(name, Bytes.ofUtf8(text));
  }

  public String name() {
    return name;
  }

  /// The first bytes.
  public Bytes head() {
    return head;
  }

  /// The beginning as UTF-8 text, without a byte order mark; cut anywhere, and full of U+FFFD where
  /// the file is no such text.
  public String text() {
    return text;
  }

  /// The bytes as they are, a character each.
  public String bytes() {
    return bytes;
  }

  public boolean isZip() {
    return bytes.startsWith(ZIP);
  }

  public boolean isSqlite() {
    return bytes.startsWith(SQLITE);
  }

  public boolean isGzip() {
    return bytes.startsWith(GZIP);
  }

  /// What stands behind the last dot of the file's name, in lower case; empty if there is none.
  public String ending() {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.substring(
            file.lastIndexOf('.') + 1 == 0 ? file.length() : file.lastIndexOf('.') + 1)
        .toLowerCase(Locale.ROOT);
  }
}
