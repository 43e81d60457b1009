package zhai.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// How many bytes of the files of a run were read, and how many there are: what tells how long the
/// rest takes. A file that is opened again is read from its beginning.
final class ReadBytes {
  private final Map<Path, Long> read = new HashMap<>();
  private long all;

  /// A file that is to be read; one that isn't there counts nothing.
  void expect(Path file) throws IOException {
    if (Files.isRegularFile(file) && read.putIfAbsent(file, 0L) == null) {
      all += Files.size(file);
    }
  }

  /// The file from its beginning.
  InputStream counting(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    set(file, 0);
    return new FilterInputStream(in) {
      private long here;

      @Override
      public int read() throws IOException {
        int next = in.read();
        count(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        count(count);
        return count;
      }

      private void count(int more) {
        if (more > 0) {
          here += more;
          set(file, here);
        }
      }
    };
  }

  private synchronized void set(Path file, long bytes) {
    read.replace(file, bytes);
  }

  synchronized long done() {
    return read.values().stream().mapToLong(Long::longValue).sum();
  }

  long all() {
    return all;
  }
}
