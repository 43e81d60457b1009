package zhai.exchange.writer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import zhai.model.Bytes;

/// The zip that a book is: its type first and uncompressed, so that the first bytes of the file
/// tell what it is, and no time of the making in it.
final class EpubContainer {
  /// A zip's calendar begins in 1980. For its very first day Java adds a field with the time in
  /// full, and a book's first file must have none.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream zip;

  /// @param out stays open
  EpubContainer(OutputStream out) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    byte[] type = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    ZipEntry entry = new ZipEntry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(type.length);
    entry.setCrc(sum.getValue());
    add(entry, type);
  }

  void add(String name, String text) throws IOException {
    add(new ZipEntry(name), text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String name, Bytes bytes) throws IOException {
    add(new ZipEntry(name), bytes.toArray());
  }

  /// Writes the zip's end.
  void finish() throws IOException {
    zip.finish();
  }

  private void add(ZipEntry entry, byte[] bytes) throws IOException {
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
