package zhai.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.regex.Pattern;

/// What a process leaves behind that is killed while it writes a file beside its place: a draft
/// that nobody will finish, as large as a library perhaps. The next one that writes a draft in the
/// same folder clears it away.
public final class Leftovers {
  /// Whoever still writes has touched its draft since.
  private static final Duration ABANDONED = Duration.ofDays(1);

  private Leftovers() {}

  /// Removes the drafts beside a new one that were not touched for a day, by the clock of the disk
  /// that all of them lie on. One that can't be removed stays: the work itself can do without.
  ///
  /// @param draft just made
  /// @param names the names that such drafts have
  public static void sweep(Path draft, Pattern names) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(draft.resolveSibling(""))) {
      FileTime oldest = before(Files.getLastModifiedTime(draft));
      for (Path file : files) {
        if (names.matcher(file.getFileName().toString()).matches()
            && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(oldest) < 0) {
          remove(file);
        }
      }
    } catch (IOException _) {
      // Another user's file, say. It lies there until somebody may.
    }
  }

  private static FileTime before(FileTime now) {
    return FileTime.from(now.toInstant().minus(ABANDONED));
  }

  private static void remove(Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(file)) {
        for (Path part : parts) {
          Files.deleteIfExists(part);
        }
      }
    }
    Files.deleteIfExists(file);
  }
}
