package zhai.exchange;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import zhai.model.Bytes;

/// Bytes as text: zlib (RFC 1950) at its best level, then base64. No time and no name is in it.
final class Compression {
  /// The largest body that is taken in; no fetch and no file brings in as much.
  static final int MAX_BYTES = 256 << 20;

  private static final int BUFFER_BYTES = 16 << 10;

  private Compression() {}

  static String compress(Bytes bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes.toArray());
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  /// The bytes again, or empty when the text is damaged or holds another number of bytes. Never
  /// takes more memory than the number that is expected, however far the text would expand.
  static Optional<Bytes> expand(String text, int expectedBytes) {
    if (expectedBytes < 0 || expectedBytes > MAX_BYTES) {
      return Optional.empty();
    }
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(Base64.getDecoder().decode(text));
      byte[] bytes = new byte[expectedBytes];
      int filled = fill(inflater, bytes);
      boolean ended = inflater.inflate(new byte[1]) == 0 && inflater.finished();
      return filled == expectedBytes && ended ? Optional.of(Bytes.of(bytes)) : Optional.empty();
    } catch (DataFormatException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int fill(Inflater inflater, byte[] bytes) throws DataFormatException {
    int filled = 0;
    while (filled < bytes.length) {
      int count = inflater.inflate(bytes, filled, bytes.length - filled);
      if (count == 0) {
        break;
      }
      filled += count;
    }
    return filled;
  }
}
