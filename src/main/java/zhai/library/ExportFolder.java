package zhai.library;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import zhai.exchange.writer.Folder;

/// A folder that an export is written into. The files are made aside, below the folder, and take
/// their places when all of them are complete; what was there before stays if it is the same or not
/// of this export. Nothing is written outside the folder.
final class ExportFolder implements Folder, AutoCloseable {
  private final Path root;
  private final Path aside;
  private final Map<Path, Path> asideByTarget = new LinkedHashMap<>();

  /// Makes the folder if it is not there.
  ExportFolder(Path folder) throws IOException {
    root = Files.createDirectories(folder.toAbsolutePath().normalize()).toRealPath();
    aside = Files.createTempDirectory(root, ".zhai-export-");
  }

  @Override
  public OutputStream open(String relativePath) throws IOException {
    Path target = root.resolve(relativePath).normalize();
    if (!target.startsWith(root) || target.equals(root)) {
      throw new IOException("%s is not inside the folder %s".formatted(relativePath, root));
    }
    Path file = Files.createTempFile(aside, "", ".part");
    if (asideByTarget.putIfAbsent(target, file) != null) {
      throw new IOException("%s would be written twice".formatted(relativePath));
    }
    return new FilterOutputStream(Files.newOutputStream(file)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }
    };
  }

  /// Puts the files into their places.
  ///
  /// @return how many there are
  int keep() throws IOException {
    for (Map.Entry<Path, Path> file : asideByTarget.entrySet()) {
      place(file.getValue(), file.getKey());
    }
    return asideByTarget.size();
  }

  private void place(Path file, Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null || !Files.createDirectories(parent).toRealPath().startsWith(root)) {
      throw new IOException("%s leads out of the folder %s".formatted(target, root));
    }
    boolean same =
        Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(file, target) < 0;
    if (!same) {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(aside)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(aside);
  }
}
