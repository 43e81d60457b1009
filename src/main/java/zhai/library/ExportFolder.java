package zhai.library;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhai.exchange.writer.Folder;
import zhai.store.Disk;
import zhai.store.Leftovers;

/// A folder that an export is written into. The files are made aside, below the folder, and take
/// their places when all of them are complete; what was there before stays if it is the same or not
/// of this export. Nothing is written outside the folder.
final class ExportFolder implements Folder, AutoCloseable {
  /// What is no name of a file below a folder, on some system.
  private static final Pattern OUTWARD = Pattern.compile("\\.{0,2}|.*[\\\\:\\p{Cntrl}].*");

  private static final Pattern ASIDE = Pattern.compile("\\.zhai-export-\\d+");

  private final Path root;
  private final Path aside;
  private final Map<Path, Path> asideByTarget = new LinkedHashMap<>();

  /// Makes the folder if it is not there.
  ExportFolder(Path folder) throws IOException {
    Disk.createFolders(folder.toAbsolutePath().normalize());
    root = folder.toRealPath();
    aside = Files.createTempDirectory(root, ".zhai-export-");
    Leftovers.sweep(aside, ASIDE);
  }

  @Override
  public OutputStream open(String relativePath) throws IOException {
    Path target = inside(relativePath);
    Path file = aside.resolve(asideByTarget.size() + ".part");
    if (asideByTarget.putIfAbsent(target, file) != null) {
      throw new IOException("%s would be written twice".formatted(relativePath));
    }
    return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
  }

  /// Puts the files into their places, safe on disk.
  ///
  /// @return how many there are
  int keep() throws IOException {
    Map<Path, Path> changed = new LinkedHashMap<>();
    for (Map.Entry<Path, Path> file : asideByTarget.entrySet()) {
      if (!isSame(file.getValue(), file.getKey())) {
        Disk.sync(file.getValue());
        changed.put(file.getKey(), file.getValue());
      }
    }
    for (Map.Entry<Path, Path> file : changed.entrySet()) {
      place(file.getValue(), file.getKey());
    }
    for (Path folder : changed.keySet().stream().map(Path::getParent).distinct().toList()) {
      Disk.sync(folder);
    }
    return asideByTarget.size();
  }

  private static boolean isSame(Path file, Path target) throws IOException {
    return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        && Files.mismatch(file, target) < 0;
  }

  /// Every part of the path is a plain name, and no folder on the way is a link: so it ends below
  /// the folder, whatever is in there already.
  private Path inside(String relativePath) throws IOException {
    Path target = root;
    for (String name : relativePath.split("/", -1)) {
      if (OUTWARD.matcher(name).matches()) {
        throw new IOException("%s is not inside the folder %s".formatted(relativePath, root));
      }
      if (Files.isSymbolicLink(target) && !target.equals(root)) {
        throw new IOException("%s is a link; nothing is written through it".formatted(target));
      }
      target = target.resolve(name);
    }
    return target;
  }

  private void place(Path file, Path target) throws IOException {
    Path parent = root;
    for (Path name : root.relativize(target.resolveSibling(""))) {
      parent = parent.resolve(name);
      if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(parent);
        Disk.sync(parent.resolveSibling(""));
      }
    }
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
