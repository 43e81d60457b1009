package zhai.exchange.reader;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportFile;
import zhai.model.Snapshot.Header;

/// The records of a web archive in their order; of each block only as much is in memory as is asked
/// for.
final class WarcStream implements Closeable {
  private final InputStream in;
  private InputStream block = InputStream.nullInputStream();

  private WarcStream(InputStream in) {
    this.in = in;
  }

  static WarcStream open(ImportFile file) throws IOException {
    Unpacking unpacking = new Unpacking();
    InputStream raw = new BufferedInputStream(file.opening().open());
    try {
      if (!file.beginning().isGzip()) {
        return new WarcStream(raw);
      }
      InputStream members = new GZIPInputStream(unpacking.packed(raw), 64 << 10);
      return new WarcStream(new BufferedInputStream(unpacking.unpacked(members)));
    } catch (EOFException | ZipException e) {
      raw.close();
      throw new BrokenArchiveException("it is damaged");
    }
  }

  /// The next record, or null at the end; what is left of the block before is passed over.
  ///
  /// @throws BrokenArchiveException if there is no record where one should be
  @Nullable WarcRecord next() throws IOException {
    try {
      block.transferTo(OutputStream.nullOutputStream());
      String version = version();
      if (version == null) {
        return null;
      }
      if (!version.startsWith("WARC/")) {
        throw new BrokenArchiveException("there is no record where one should begin");
      }
      List<Header> headers = HeaderLines.read(in);
      WarcRecord head = new WarcRecord(headers, InputStream.nullInputStream());
      block = new Block(in, length(head.header("Content-Length")));
      return new WarcRecord(headers, block);
    } catch (EOFException | ZipException e) {
      throw new BrokenArchiveException("it breaks off in the middle of a record");
    }
  }

  // Two empty lines end a record; some writers leave out one, or both.
  private @Nullable String version() throws IOException {
    String line = HeaderLines.line(in);
    while (line != null && line.isEmpty()) {
      line = HeaderLines.line(in);
    }
    return line;
  }

  private static long length(String digits) throws IOException {
    if (!digits.matches("\\d{1,18}")) {
      throw new BrokenArchiveException("a record doesn't say how long it is");
    }
    return Long.parseLong(digits);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// The next bytes of the archive.
  private static final class Block extends FilterInputStream {
    private long left;

    Block(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      if (left == 0 || length == 0) {
        return left == 0 ? -1 : 0;
      }
      int read = in.read(buffer, from, (int) Math.min(length, left));
      if (read < 0) {
        throw new EOFException();
      }
      left -= read;
      return read;
    }

    // The archive stays open when a block is done with.
    @Override
    public void close() {}
  }
}
