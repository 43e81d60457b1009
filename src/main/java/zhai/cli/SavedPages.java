package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import zhai.fetch.LocalFile;
import zhai.fetch.SavedPage;
import zhai.fetch.UnreadableSavedPageException;
import zhai.library.GivenBytes;
import zhai.model.Bytes;

/// Reads pages that the user hands over as files or on standard input.
final class SavedPages {
  private static final int MAX_PAGE_BYTES = (int) LocalFile.MAX_BYTES;

  private SavedPages() {}

  /// @param file a path, or `-` for standard input
  /// @throws UnreadableSavedPageException if the file can't be taken for a page
  static SavedPage read(Session session, String file) {
    return SavedPage.read(bytes(session, file));
  }

  static LocalFile file(Path path) {
    try {
      return LocalFile.read(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param file a path, or `-` for standard input
  static Bytes bytes(Session session, String file) {
    try {
      return file.equals("-")
          ? GivenBytes.read(session.input(), "standard input", MAX_PAGE_BYTES)
          : GivenBytes.read(session.path(file), MAX_PAGE_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
