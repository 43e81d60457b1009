package zhai.standby;

import java.io.InputStream;
import java.io.OutputStream;

/// Where a command reads and prints.
public record Streams(InputStream in, OutputStream out, OutputStream err) {
  /// Nothing to read, and nobody to read what is printed.
  static Streams none() {
    return new Streams(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream());
  }
}
