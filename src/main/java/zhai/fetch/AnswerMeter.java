package zhai.fetch;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what comes in on a connection since something last went out on it, which is what the
/// other side says to one request.
///
/// OkHttp hands on bodies and bounds heads, but it reads the line before each chunk to its end,
/// however far away that is: only here does one show that has none.
final class AnswerMeter {
  private final long maxBytes;
  private final AtomicLong count = new AtomicLong();

  AnswerMeter(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// What comes in; reading past the limit fails with a {@link LimitException}.
  InputStream counting(InputStream incoming) {
    return new FilterInputStream(incoming) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        add(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        add(Math.max(0, read));
        return read;
      }
    };
  }

  /// What goes out, and begins the count anew.
  OutputStream resetting(OutputStream outgoing) {
    return new FilterOutputStream(outgoing) {
      @Override
      public void write(int one) throws IOException {
        count.set(0);
        out.write(one);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        count.set(0);
        out.write(bytes, from, length);
      }
    };
  }

  private void add(int read) throws LimitException {
    if (count.addAndGet(read) > maxBytes) {
      throw new LimitException(Limit.WIRE_BYTES, "more than " + maxBytes + " bytes sent");
    }
  }
}
