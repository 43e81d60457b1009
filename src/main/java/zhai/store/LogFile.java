package zhai.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// SQLite's write-ahead log, read without SQLite, which would write beside it. A program that was
/// killed may have left the newest state of the library there.
///
/// The log is a head of 32 bytes and frames; a frame is a head of 24 bytes and a page. Frames count
/// up to the last that ends a transaction, as long as they bear the head's two salts
/// (sqlite.org/fileformat.html#the_write_ahead_log). Checksums are left to SQLite.
record LogFile(Path path) {
  private static final int HEAD_BYTES = 32;
  private static final int PAGE_SIZE_AT = 8;
  private static final int SALTS_AT = 16;
  private static final int FRAME_HEAD_BYTES = 24;
  private static final int PAGE_COUNT_AT = 4;
  private static final int FRAME_SALTS_AT = 8;

  /// The library's format as the log has it; 0 if the log does not say.
  int userVersion() throws IOException {
    try (FileChannel log = FileChannel.open(path)) {
      ByteBuffer head = read(log, 0, HEAD_BYTES);
      return head.hasRemaining()
          ? 0
          : lastVersion(log, head.getInt(PAGE_SIZE_AT), head.getLong(SALTS_AT));
    } catch (NoSuchFileException _) {
      // Looking first would not do: the last one to close the library takes the log away.
      return 0;
    }
  }

  private static int lastVersion(FileChannel log, int pageBytes, long salts) throws IOException {
    int committed = 0;
    int latest = 0;
    int frameBytes = FRAME_HEAD_BYTES + LibraryFile.HEADER_BYTES;
    for (long at = HEAD_BYTES; ; at += FRAME_HEAD_BYTES + pageBytes) {
      ByteBuffer frame = read(log, at, frameBytes);
      if (frame.hasRemaining() || frame.getLong(FRAME_SALTS_AT) != salts) {
        return committed;
      }
      if (frame.getInt(0) == 1) {
        latest = frame.getInt(FRAME_HEAD_BYTES + LibraryFile.USER_VERSION_AT);
      }
      if (frame.getInt(PAGE_COUNT_AT) != 0) {
        committed = latest;
      }
    }
  }

  /// Has room left if the log ends before that many bytes.
  private static ByteBuffer read(FileChannel log, long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    long position = at;
    while (buffer.hasRemaining()) {
      int read = log.read(buffer, position);
      if (read < 0) {
        break;
      }
      position += read;
    }
    return buffer;
  }
}
