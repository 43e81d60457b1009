package zhai.exchange.writer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import zhai.exchange.ReadingList;

/// What a format that is text makes of a list.
public final class Written {
  private Written() {}

  public static String as(ExportFormat format, ReadingList list) throws IOException {
    return switch (format.writer()) {
      case ListWriter text -> by(text, list);
      case BytesWriter _, FolderWriter _ ->
          throw new IllegalArgumentException(format + " is no text");
    };
  }

  static String by(ListWriter writer, ReadingList list) throws IOException {
    StringBuilder out = new StringBuilder();
    writer.write(list, out);
    return out.toString();
  }

  /// A golden file of this package.
  static String golden(String file) throws IOException {
    try (InputStream in = Written.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
