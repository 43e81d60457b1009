package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk in memory that is as small as one likes. Only root on Linux can make one.
final class SmallDisk implements AutoCloseable {
  private static final long PLENTY = 256L << 20;
  private static final int PAGE_BYTES = 4096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /// Makes one with plenty of room, or skips the test.
  static SmallDisk at(Path folder) throws IOException {
    Files.createDirectories(folder);
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=" + PLENTY, "tmpfs", folder.toString()),
        "no small disk can be mounted here (that takes root on Linux)");
    return new SmallDisk(folder);
  }

  /// Leaves that many bytes free.
  void leave(long bytes) throws IOException {
    long used = PLENTY - usable();
    resize(used + bytes);
  }

  void leavePlenty() {
    resize(PLENTY);
  }

  private long usable() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private void resize(long bytes) {
    assertTrue(succeeds("mount", "-o", "remount,size=" + bytes, folder.toString()));
  }

  /// Fills what is left with a file, to the last page.
  Path fill() throws IOException {
    Path file = folder.resolve("filled");
    byte[] page = new byte[PAGE_BYTES];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (usable() > 0) {
        out.write(page);
      }
    }
    return file;
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    assertTrue(succeeds("umount", folder.toString()));
  }
}
