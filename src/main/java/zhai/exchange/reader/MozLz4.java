package zhai.exchange.reader;

import java.util.Arrays;
import java.util.Optional;

/// The compression of Firefox's automatic backups (`.jsonlz4`): eight bytes `mozLz40\0`, the length
/// of the text (32 bits, little-endian), one LZ4 block
/// (github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md).
final class MozLz4 {
  private static final byte[] MAGIC = {'m', 'o', 'z', 'L', 'z', '4', '0', 0};
  private static final int HEADER = MAGIC.length + 4;

  // LZ4 can't make a text more than 255 times smaller.
  private static final int MAX_RATIO = 255;
  private static final int MIN_MATCH = 4;

  private final byte[] in;
  private final byte[] out;
  private int from = HEADER;
  private int to;

  private MozLz4(byte[] in, int length) {
    this.in = in;
    this.out = new byte[length];
  }

  static boolean begins(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /// The bytes that were compressed; empty if they were damaged.
  static Optional<byte[]> decompress(byte[] bytes) {
    if (!begins(bytes) || bytes.length < HEADER) {
      return Optional.empty();
    }
    long length = 0;
    for (int i = HEADER - 1; i >= MAGIC.length; i--) {
      length = length << 8 | (bytes[i] & 0xFF);
    }
    if (length > Math.min(Integer.MAX_VALUE - 8L, (long) bytes.length * MAX_RATIO)) {
      return Optional.empty();
    }
    MozLz4 block = new MozLz4(bytes, (int) length);
    try {
      block.read();
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty();
    }
    return block.to == length ? Optional.of(block.out) : Optional.empty();
  }

  // A sequence is a token with two lengths, characters as they are, and how far back to copy from.
  private void read() {
    while (from < in.length) {
      int token = in[from++] & 0xFF;
      int plain = length(token >> 4);
      System.arraycopy(in, from, out, to, plain);
      from += plain;
      to += plain;
      if (from >= in.length) {
        return;
      }
      int back = (in[from++] & 0xFF) | (in[from++] & 0xFF) << 8;
      copy(back, length(token & 0xF) + MIN_MATCH);
    }
  }

  private int length(int nibble) {
    int length = nibble;
    if (nibble == 0xF) {
      int more;
      do {
        more = in[from++] & 0xFF;
        length += more;
      } while (more == 0xFF && length <= out.length);
    }
    return length;
  }

  // What is copied may overlap what it is copied to: then it repeats.
  private void copy(int back, int length) {
    if (back == 0) {
      throw new IndexOutOfBoundsException("a copy from nowhere");
    }
    for (int i = 0; i < length; i++) {
      out[to] = out[to - back];
      to++;
    }
  }
}
