package zhai.loopback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import zhai.model.Bytes;

/// An EPUB's archive around files of a test's own.
public final class TestBook {
  private TestBook() {}

  /// The archive, whose first entry says what it is, uncompressed.
  public static byte[] zip(Map<String, Bytes> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      byte[] type = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
      var first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      var crc = new CRC32();
      crc.update(type);
      first.setCrc(crc.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().toArray());
      }
    }
    return bytes.toByteArray();
  }
}
