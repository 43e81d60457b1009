package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import zhai.fetch.SavedPage;
import zhai.fetch.UnreadableSavedPageException;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.url.WebUrl;

/// Reads pages that the user hands over as files or on standard input.
final class SavedPages {
  private SavedPages() {}

  /// The address that a saved page says it is from.
  ///
  /// @throws IllegalArgumentException if it doesn't say, or can't be taken apart
  static String namedAddress(Session session, Bytes file) {
    return read(session, file, null).snapshot().address();
  }

  /// A saved page as the page of that address.
  ///
  /// @throws IllegalArgumentException if the file can't be taken apart
  static Snapshot of(Session session, Bytes file, WebUrl url) {
    return read(session, file, url.fetchAddress()).snapshot();
  }

  private static SavedPage read(Session session, Bytes file, @Nullable String address) {
    try {
      return SavedPage.read(file, address, session.parts().clock().instant());
    } catch (UnreadableSavedPageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// @param file a path, or `-` for standard input
  static Bytes bytes(Session session, String file) {
    try {
      return Bytes.of(
          file.equals("-") ? session.input().readAllBytes() : Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
