package zhai.survival;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import zhai.loopback.RawServer;
import zhai.loopback.TestWeb;

/// The pieces that bad answers are put together from.
final class Sending {
  private static final int MIB = 1 << 20;

  private Sending() {}

  /// A head, one byte for each character, and a body.
  static RawServer.Answer whole(String head, byte[] body) {
    return out -> {
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
    };
  }

  /// As HTTP has it, one byte for each character.
  static String head(String status, String... fields) {
    return status
        + "\r\n"
        + String.join("\r\n", fields)
        + (fields.length == 0 ? "" : "\r\n")
        + "\r\n";
  }

  static byte[] page(String title) {
    return TestWeb.articleHtml(title, "这一页讲的是" + title + "。").getBytes(StandardCharsets.UTF_8);
  }

  static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static void endless(OutputStream out, byte[]... parts) throws IOException {
    while (true) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
  }

  /// A stream of gzip that unpacks to zeros without end: a thousand times what is sent.
  static void bomb(OutputStream out) throws IOException {
    GZIPOutputStream packed = new GZIPOutputStream(out);
    endless(packed, new byte[MIB]);
  }

  /// A byte now and then, as long as someone listens.
  static void drip(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; true; i++) {
      out.write(bytes[i % bytes.length]);
      out.flush();
      pause();
    }
  }

  static void waitForEver(OutputStream out) throws IOException {
    out.flush();
    for (int i = 0; i < 600; i++) {
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
