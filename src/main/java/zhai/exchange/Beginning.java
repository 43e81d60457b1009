package zhai.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import zhai.model.Bytes;

/// What a file begins with, by which its format is told.
///
/// @param name the file's, which only decides where the content doesn't
/// @param head its first {@value #KIBIBYTES} KiB, or all of a shorter file
public record Beginning(String name, Bytes head) {
  static final int KIBIBYTES = 64;

  private static final String ZIP = "PK\u0003\u0004";
  private static final String SQLITE = "SQLite format 3\0";
  private static final String GZIP = "\u001F\u008B";

  /// The beginning of a text, as if it were a file's.
  public static Beginning of(String name, String text) {
    return new Beginning(name, Bytes.ofUtf8(text));
  }

  /// The beginning as UTF-8 text, without a byte order mark; cut anywhere, and full of U+FFFD where
  /// the file is no such text.
  public String text() {
    String text = new String(head.toArray(), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  public boolean isZip() {
    return startsWith(ZIP);
  }

  public boolean isSqlite() {
    return startsWith(SQLITE);
  }

  public boolean isGzip() {
    return startsWith(GZIP);
  }

  private boolean startsWith(String bytes) {
    return new String(head.toArray(), StandardCharsets.ISO_8859_1).startsWith(bytes);
  }

  /// What stands behind the last dot of the file's name, in lower case; empty if there is none.
  public String ending() {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.substring(
            file.lastIndexOf('.') + 1 == 0 ? file.length() : file.lastIndexOf('.') + 1)
        .toLowerCase(Locale.ROOT);
  }
}
