package zhai.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a library can't be opened, read or written. Each kind carries its subject; the message is
/// one sentence for a person, without what to do about it, which is the command line's to say.
public abstract sealed class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Path path;

  private StoreException(Path path, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.path = path;
  }

  /// The library's database file, or the backup file that was refused.
  public Path path() {
    return path;
  }

  /// There is no file at that place.
  public static final class NoLibrary extends StoreException {
    private static final long serialVersionUID = 1;

    NoLibrary(Path path) {
      super(path, "There is no library at " + path + ".", null);
    }
  }

  /// The file is something else than a library of this program.
  public static final class NotALibrary extends StoreException {
    private static final long serialVersionUID = 1;

    NotALibrary(Path path) {
      super(path, path + " is not a library.", null);
    }
  }

  /// A newer program wrote the file. It is left as it is.
  public static final class NewerLibrary extends StoreException {
    private static final long serialVersionUID = 1;

    private final int found;
    private final int known;
    private final transient Optional<Path> copy;

    NewerLibrary(Path path, int found, int known, Optional<Path> copy) {
      super(
          path,
          "%s has format %d; this program knows formats up to %d.".formatted(path, found, known),
          null);
      this.found = found;
      this.known = known;
      this.copy = copy;
    }

    /// What the library was before a newer program brought it up to date, if that is still beside
    /// it in a format that this program knows.
    public Optional<Path> copy() {
      return copy;
    }

    public int found() {
      return found;
    }

    public int known() {
      return known;
    }
  }

  /// The SQLite in use is one that can damage a library under concurrent writers.
  public static final class OldSqlite extends StoreException {
    private static final long serialVersionUID = 1;

    OldSqlite(Path path, String found, String needed) {
      super(path, "SQLite %s is too old; %s is needed.".formatted(found, needed), null);
    }
  }

  /// Another process kept the write lock for longer than we wait; it is named if that is known.
  public static final class Locked extends StoreException {
    private static final long serialVersionUID = 1;
    private static final String SOMEBODY = "Another process";

    private final transient Duration waited;

    Locked(Path path, Duration waited, Optional<Holder.Signature> holder, Throwable cause) {
      super(
          path,
          "%s is writing to %s (waited %d s)."
              .formatted(holder.map(Locked::name).orElse(SOMEBODY), path, waited.toSeconds()),
          cause);
      this.waited = waited;
    }

    private static String name(Holder.Signature holder) {
      String task = holder.task().isEmpty() ? "" : " (%s)".formatted(holder.task());
      return "Process %d%s".formatted(holder.pid(), task);
    }

    public Duration waited() {
      return waited;
    }
  }

  /// The file's bytes are not what SQLite or the program wrote.
  public static final class Damaged extends StoreException {
    private static final long serialVersionUID = 1;

    Damaged(Path path, String what, @Nullable Throwable cause) {
      super(path, "%s is damaged: %s".formatted(path, what), cause);
    }
  }

  /// The disk is full; what was committed before is safe.
  public static final class Full extends StoreException {
    private static final long serialVersionUID = 1;

    Full(Path path, @Nullable Throwable cause) {
      super(path, "The disk that holds " + path + " is full.", cause);
    }
  }

  /// The target of a backup is there already.
  public static final class AlreadyThere extends StoreException {
    private static final long serialVersionUID = 1;

    AlreadyThere(Path path) {
      super(path, path + " is there already.", null);
    }
  }

  /// No bookmark has that number, and none ever joined another under it.
  public static final class NoBookmark extends StoreException {
    private static final long serialVersionUID = 1;

    private final long id;

    NoBookmark(Path path, long id) {
      super(path, "There is no bookmark " + id + ".", null);
      this.id = id;
    }

    public long id() {
      return id;
    }
  }

  /// The file can't be read or written: permissions, a read-only disk, an input or output error.
  public static final class Unusable extends StoreException {
    private static final long serialVersionUID = 1;

    Unusable(Path path, String what, @Nullable Throwable cause) {
      super(path, "%s can't be used: %s".formatted(path, what), cause);
    }
  }
}
