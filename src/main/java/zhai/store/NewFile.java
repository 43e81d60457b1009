package zhai.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.regex.Pattern;

/// A file that is written beside its target and appears there whole or not at all, safe on disk.
/// Closing removes what was not published. Only its owner may read it, where the file system knows
/// owners.
final class NewFile implements AutoCloseable {
  /// The names of drafts, and of what SQLite and the holder of a lock put beside them.
  private static final Pattern DRAFT = Pattern.compile(".+\\.new-[0-9a-f-]{36}([-.]\\w+)?");

  private final Path target;
  private final Path draft;

  private NewFile(Path target, Path draft) {
    this.target = target;
    this.draft = draft;
  }

  /// Creates an empty draft beside the target, and the target's folder if need be.
  static NewFile beside(Path target) {
    Path whole = target.toAbsolutePath();
    Path folder = folderOf(whole);
    try {
      Disk.createFolders(folder, only(folder, "rwx------"));
      Path draft = folder.resolve(whole.getFileName() + ".new-" + UUID.randomUUID());
      Files.createFile(draft, only(folder, "rw-------"));
      Leftovers.sweep(draft, DRAFT);
      return new NewFile(whole, draft);
    } catch (IOException e) {
      throw new StoreException.Unusable(whole, "no file can be written beside it (" + e + ")", e);
    }
  }

  Path draft() {
    return draft;
  }

  /// Puts the draft at its target in one step, unless something is there.
  ///
  /// @return false if something was there; it is left as it is
  boolean appear() {
    try {
      Disk.sync(draft);
      linkOrMove();
      Disk.sync(folderOf(target));
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    } catch (IOException e) {
      throw new StoreException.Unusable(target, "it could not be written (" + e + ")", e);
    }
  }

  /// A second name is the only step that both is atomic and never replaces. Where the file system
  /// has no such names (FAT), a rename comes close.
  private void linkOrMove() throws IOException {
    try {
      Files.createLink(target, draft);
    } catch (UnsupportedOperationException _) {
      Files.move(draft, target);
    }
  }

  /// Puts the draft in its target's place in one step, whatever was there.
  void replace() {
    try {
      Disk.sync(draft);
      Files.move(draft, target, ATOMIC_MOVE, REPLACE_EXISTING);
      Disk.sync(folderOf(target));
    } catch (IOException e) {
      throw new StoreException.Unusable(target, "it could not be written (" + e + ")", e);
    }
  }

  @Override
  public void close() {
    try {
      for (String ending : LibraryFile.COMPANIONS) {
        Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ending));
      }
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new StoreException.Unusable(draft, "it could not be removed (" + e + ")", e);
    }
  }

  static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new StoreException.Unusable(file, "it is not a file in a folder", null);
    }
    return folder;
  }

  static FileAttribute<?>[] only(Path folder, String permissions) {
    return Disk.knowsOwners(folder)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
