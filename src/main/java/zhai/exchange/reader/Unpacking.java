package zhai.exchange.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what goes into unpacking and what comes out, and stops where that is out of proportion: a
/// few kilobytes can be made to unfold to more than any disk holds.
final class Unpacking {
  /// The largest page that is taken in.
  static final int MAX_PAGE_BYTES = 32 << 20;

  // Web pages pack to a fifth or a tenth; an endless row of one byte to a thousandth.
  private static final long MOST = 200;
  private static final long ALWAYS_ALLOWED_BYTES = 64L << 20;

  private long packedBytes;
  private long unpackedBytes;

  /// The stream, counted as what is packed.
  InputStream packed(InputStream in) {
    return new Counted(in) {
      @Override
      void count(long bytes) {
        packedBytes += bytes;
      }
    };
  }

  /// The stream, counted as what was unpacked.
  InputStream unpacked(InputStream in) {
    return new Counted(in) {
      @Override
      void count(long bytes) throws IOException {
        unpackedBytes += bytes;
        if (unpackedBytes > ALWAYS_ALLOWED_BYTES && unpackedBytes > MOST * packedBytes) {
          throw new BrokenArchiveException("it unfolds to more than " + MOST + " times its size");
        }
      }
    };
  }

  private abstract static class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    abstract void count(long bytes) throws IOException;

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      return readNBytes((int) Math.min(wanted, 8192)).length;
    }
  }
}
