package zhai.exchange.reader;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import zhai.exchange.ImportFile;

/// Goes through the files in a zip archive, in its order. Nothing is written anywhere, so a name
/// that leads out of the archive leads nowhere.
final class ZipWalk {
  private static final int MAX_FILES = 500_000;

  private ZipWalk() {}

  /// Takes the files one after the other.
  @FunctionalInterface
  interface Visitor {
    /// @param in the file's bytes; needn't be read to the end
    void visit(String name, InputStream in) throws IOException;
  }

  /// @throws BrokenArchiveException if the archive is damaged, or larger unpacked than can be meant
  /// @throws IOException if the file can't be read
  static void walk(ImportFile file, Visitor visitor) throws IOException {
    Unpacking unpacking = new Unpacking();
    try (InputStream in = unpacking.packed(new BufferedInputStream(file.opening().open()));
        ZipInputStream zip = new ZipInputStream(in)) {
      int files = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++files > MAX_FILES) {
          throw new BrokenArchiveException("it holds more than " + MAX_FILES + " files");
        }
        InputStream content = unpacking.unpacked(zip);
        visitor.visit(entry.getName(), content);
        content.transferTo(OutputStream.nullOutputStream());
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new BrokenArchiveException("it is damaged");
    }
  }
}
