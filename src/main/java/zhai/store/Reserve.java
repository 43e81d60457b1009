package zhai.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Room on the disk that a library keeps for the day when there is none, in a file beside it
/// (`library.db.reserve`).
///
/// Even reading takes a little: SQLite makes a file of 32 KiB for what its processes share. And
/// removing writes before it frees. So on a full disk the file is given up for as long as a command
/// works, and made again at its end. Adding never gets at it, or it would soon be gone.
record Reserve(Path file) {
  static final int BYTES = 1 << 20;
  private static final int LEAST_BYTES = BYTES / 16;

  /// Frees the room.
  ///
  /// @return false if there was none to free
  boolean giveUp() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException _) {
      return false;
    }
  }

  /// Takes the room unless it is taken, or as much of it as the disk has. Of a library that can
  /// only be read nothing is expected.
  void fill() {
    try {
      long taken = Files.exists(file) ? Files.size(file) : 0;
      long free = Files.getFileStore(NewFile.folderOf(file)).getUsableSpace();
      for (int bytes = BYTES; bytes > taken && bytes >= LEAST_BYTES; bytes /= 2) {
        if (bytes <= free + taken && take(bytes)) {
          return;
        }
      }
    } catch (IOException _) {
      giveUp();
    }
  }

  private boolean take(int bytes) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, NewFile.only(file, "rw-------"));
    try {
      Files.write(file, incompressible(bytes));
      return true;
    } catch (IOException _) {
      Files.delete(file);
      return false;
    }
  }

  /// Zeros take no room on a disk that packs its files.
  private static byte[] incompressible(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
