package zhai.library;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A folder of notes, or a single note: which files in it are notes, and which folders hold them.
/// Links are followed, but no folder is entered twice on one way down.
///
/// @param given as the user named it
public record NoteFolder(Path given) {
  private static final Set<String> ENDINGS = Set.of("md", "markdown", "mdx");

  /// Folders of other programs' own files and of what they threw away. Those that begin with a dot
  /// (`.obsidian`, `.trash`, `.git`) are left out anyway.
  private static final Set<String> LEFT_OUT = Set.of("node_modules", "logseq/bak");

  /// A note on the disk.
  ///
  /// @param path absolute, links followed in its folders
  /// @param name as sources call it: from the given path on, with `/` between folders
  record Found(Path path, String name) {}

  /// Whether a file of that name is a note.
  public static boolean isNote(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && name.contains(".") && ENDINGS.contains(ending);
  }

  /// Where it lies, absolute; there or not.
  Path place() {
    return given.toAbsolutePath().normalize();
  }

  /// All notes, by name. A file that was named is one whatever it is called.
  List<Found> notes() throws IOException {
    return Files.isRegularFile(given) ? List.of(found(given)) : walk().notes;
  }

  /// All folders that hold notes or may come to hold some.
  List<Path> folders() throws IOException {
    return Files.isRegularFile(given) ? List.of(place().resolveSibling("")) : walk().folders;
  }

  private Walk walk() throws IOException {
    Walk walk = new Walk();
    Files.walkFileTree(given, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    walk.notes.sort(Comparator.comparing(Found::name));
    return walk;
  }

  private static Found found(Path file) {
    String name = file.normalize().toString().replace(file.getFileSystem().getSeparator(), "/");
    return new Found(file.toAbsolutePath().normalize(), name);
  }

  /// Collects on the way; what can't be read is passed over, as it may belong to somebody else.
  private final class Walk extends SimpleFileVisitor<Path> {
    final List<Found> notes = new ArrayList<>();
    final List<Path> folders = new ArrayList<>();

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(given) && isLeftOut(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      folders.add(folder.toAbsolutePath().normalize());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && isNote(file)) {
        notes.add(found(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(given)) {
        throw e;
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isLeftOut(Path folder) {
      return String.valueOf(folder.getFileName()).startsWith(".")
          || LEFT_OUT.stream().anyMatch(folder::endsWith);
    }
  }
}
