package zhai.exchange.writer;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import zhai.model.Bytes;

/// Identifiers for what we write: the same thing has the same one each time, and nothing else has
/// it.
final class StableId {
  private StableId() {}

  /// A UUID of version 8 (RFC 9562: made by a rule of one's own) from the SHA-256 of a text.
  static String urn(String text) {
    ByteBuffer hash = ByteBuffer.wrap(HexFormat.of().parseHex(Bytes.ofUtf8(text).sha256()));
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & ~(3L << 62)) | (2L << 62);
    return "urn:uuid:" + new UUID(high, low);
  }
}
