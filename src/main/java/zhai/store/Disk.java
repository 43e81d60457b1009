package zhai.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;

/// What is to stay when the power goes. A disk may keep what was written to itself for a while, and
/// the bytes of a file and its name in a folder are two things: each is safe once it was synced.
public final class Disk {
  private Disk() {}

  /// Waits until the disk has the bytes of the file, or the names that the folder holds. Windows
  /// syncs no folders, and needs none.
  public static void sync(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (folder && !knowsOwners(path)) {
      return;
    }
    StandardOpenOption how = folder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  /// Makes the folder and those above it that are missing, each safe under its name.
  public static void createFolders(Path folder, FileAttribute<?>... attributes) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (Files.isDirectory(folder) || above == null) {
      return;
    }
    createFolders(above, attributes);
    try {
      Files.createDirectory(folder, attributes);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    sync(above);
  }

  static boolean knowsOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
