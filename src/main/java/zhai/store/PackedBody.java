package zhai.store;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import zhai.model.Bytes;

/// A body as it is kept: under its hash, in zlib's format (RFC 1950), which most programs can read.
/// Making one is nearly all the computing that keeping a page takes.
final class PackedBody {
  private static final int CHUNK_BYTES = 16 * 1024;

  private final String sha256;
  private final int size;
  private final byte[] packed;

  private PackedBody(String sha256, int size, byte[] packed) {
    this.sha256 = sha256;
    this.size = size;
    this.packed = packed;
  }

  static PackedBody of(Bytes body, Packing packing) {
    return new PackedBody(body.sha256(), body.size(), pack(body, packing));
  }

  /// Of the bytes before packing.
  String sha256() {
    return sha256;
  }

  /// In bytes, before packing.
  int size() {
    return size;
  }

  /// Not a copy: nobody may change it.
  byte[] packed() {
    return packed;
  }

  static byte[] pack(Bytes body, Packing packing) {
    try (Deflater deflater = new Deflater(packing.level())) {
      deflater.setInput(body.toArray());
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK_BYTES];
      while (!deflater.finished()) {
        packed.write(chunk, 0, deflater.deflate(chunk));
      }
      return packed.toByteArray();
    }
  }

  /// @param sizeBytes before packing
  /// @throws DataFormatException if the bytes are not those that were packed
  static Bytes unpack(byte[] packed, int sizeBytes, String sha256) throws DataFormatException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK_BYTES];
      int length = -1;
      while (length != 0 && body.size() <= sizeBytes) {
        length = inflater.inflate(chunk);
        body.write(chunk, 0, length);
      }
      Bytes bytes = Bytes.of(body.toByteArray());
      if (!inflater.finished() || !bytes.sha256().equals(sha256)) {
        throw new DataFormatException("body " + sha256 + " has other bytes than were stored");
      }
      return bytes;
    }
  }
}
