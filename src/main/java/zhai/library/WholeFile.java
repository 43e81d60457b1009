package zhai.library;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Pattern;
import zhai.store.Disk;
import zhai.store.Leftovers;

/// Writes a file, all of it or none: an older file of that name stays as it is until the new one is
/// complete and on disk.
final class WholeFile {
  private static final Pattern PART = Pattern.compile("\\.zhai-\\d+\\.part");

  private WholeFile() {}

  /// What is to stand in the file.
  @FunctionalInterface
  interface Content {
    /// @param out stays open
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    // Not by createTempFile: only its owner may read such a file, this one whoever may any new one.
    long number = UUID.randomUUID().getMostSignificantBits();
    Path beside = target.resolveSibling(".zhai-" + Long.toUnsignedString(number) + ".part");
    Files.createFile(beside);
    Leftovers.sweep(beside, PART);
    try {
      try (OutputStream out = Files.newOutputStream(beside)) {
        content.writeTo(out);
      }
      Disk.sync(beside);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Disk.sync(target.resolveSibling(""));
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
