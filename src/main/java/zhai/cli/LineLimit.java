package zhai.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import zhai.library.TooLargeException;

/// A stream of lines, none longer than a limit: what reads it line by line never holds more.
final class LineLimit extends FilterInputStream {
  private static final int MAX_LINE_BYTES = 64 << 20;

  private int length;

  LineLimit(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read);
    return read;
  }

  @Override
  public int read(byte[] buffer, int from, int bytes) throws IOException {
    int read = super.read(buffer, from, bytes);
    for (int i = 0; i < read; i++) {
      count(buffer[from + i]);
    }
    return read;
  }

  private void count(int read) throws IOException {
    length = read == '\n' ? 0 : length + 1;
    if (length > MAX_LINE_BYTES) {
      throw new TooLargeException("a line of standard input", MAX_LINE_BYTES);
    }
  }
}
