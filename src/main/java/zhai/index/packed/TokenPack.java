package zhai.index.packed;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/// Tokens one after the other in the bytes of one term.
///
/// ```
/// pack   number (8 bytes), token, token, …
/// token  4 · its length in bytes + its step, the step only if it is 0 or 1, else 2; the step if it
///        is greater than 1; its bytes
/// ```
///
/// A step is how many places a token stands after the one before it; the pack's first has none, 0.
/// Numbers but the first take 7 bits a byte, the lowest first, the highest bit set in all but the
/// last.
///
/// Packs of later numbers are greater, so that a dictionary has them in the order of their
/// documents.
final class TokenPack {
  /// The bytes of a pack with more than one token. Lucene keeps terms in blocks of 32 kB, two bytes
  /// before each, and leaves empty what remains of one: eight packs fill it.
  private static final int FULL = 4094;

  private static final int HEADER = Long.BYTES;
  private static final int MAX_NUMBER = 5;

  /// Stands for each greater step in the head of a token.
  private static final int FAR = 2;

  private TokenPack() {}

  /// Writes one pack after the other to the same bytes.
  static final class Writer {
    private final BytesRef pack = new BytesRef(new byte[FULL]);

    void begin(long number) {
      pack.length = 0;
      for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
        pack.bytes[pack.length++] = (byte) (number >>> shift);
      }
    }

    boolean hasRoomFor(BytesRef token) {
      return pack.length + 2 * MAX_NUMBER + token.length <= FULL;
    }

    void add(BytesRef token, int step) {
      pack.bytes = ArrayUtil.grow(pack.bytes, pack.length + 2 * MAX_NUMBER + token.length);
      number(token.length << 2 | Math.min(step, FAR));
      if (step >= FAR) {
        number(step);
      }
      System.arraycopy(token.bytes, token.offset, pack.bytes, pack.length, token.length);
      pack.length += token.length;
    }

    private void number(int number) {
      int rest = number;
      while (rest > Byte.MAX_VALUE) {
        pack.bytes[pack.length++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      pack.bytes[pack.length++] = (byte) rest;
    }

    /// Until the next one is begun.
    BytesRef pack() {
      return pack;
    }
  }

  /// Reads one pack after the other.
  static final class Reader {
    private final BytesRef token = new BytesRef();
    private int step;
    private int at;
    private int end;

    void begin(BytesRef pack) {
      token.bytes = pack.bytes;
      at = pack.offset + HEADER;
      end = pack.offset + pack.length;
    }

    /// Moves to the next token; false at the end.
    boolean next() {
      if (at == end) {
        return false;
      }
      int head = number();
      step = head & 3;
      if (step == FAR) {
        step = number();
      }
      token.offset = at;
      token.length = head >>> 2;
      at += token.length;
      return true;
    }

    private int number() {
      int number = token.bytes[at++];
      if (number < 0) {
        number &= Byte.MAX_VALUE;
        int more;
        int shift = 0;
        do {
          more = token.bytes[at++];
          shift += 7;
          number |= (more & Byte.MAX_VALUE) << shift;
        } while (more < 0);
      }
      return number;
    }

    BytesRef token() {
      return token;
    }

    /// How many places it stands after the one before it.
    int step() {
      return step;
    }
  }
}
