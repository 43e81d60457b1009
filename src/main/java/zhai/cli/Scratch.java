package zhai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import zhai.library.Library;
import zhai.library.LibraryFolder;

/// A folder for a library that is tried and thrown away.
final class Scratch implements AutoCloseable {
  private final Path folder;

  Scratch() throws IOException {
    this.folder = Files.createTempDirectory("zhai-rehearsal");
  }

  /// The session's library; an empty one in this folder where there is none yet, so that a trial
  /// leaves none behind.
  Library libraryLike(Session session) {
    return Files.exists(session.folder().database())
        ? session.open()
        : Library.create(new LibraryFolder(folder), session.parts());
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> inside = Files.walk(folder)) {
      all = inside.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
