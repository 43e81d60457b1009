package zhai.cli;

import java.io.IOException;
import java.nio.file.Files;
import zhai.library.Library;
import zhai.library.LibraryFolder;
import zhai.library.ScratchFolder;

/// A place for a library that is tried and thrown away.
final class Scratch implements AutoCloseable {
  private final ScratchFolder folder;

  Scratch() throws IOException {
    this.folder = new ScratchFolder();
  }

  /// The session's library; an empty one in this folder where there is none yet, so that a trial
  /// leaves none behind.
  Library libraryLike(Session session) {
    return Files.exists(session.folder().database())
        ? session.open()
        : Library.create(new LibraryFolder(folder.path()), session.parts());
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
