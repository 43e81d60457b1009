package zhai.store;

import java.nio.file.Path;
import java.util.List;

/// A copy of a library in one file: taken from one consistent state, read back and checked, and
/// only then put where it is wanted.
///
/// @param source the library that is copied
record Copy(LibraryFile source) {

  /// Puts a copy in the target's place.
  ///
  /// @param replace whether a file that is there is replaced
  /// @throws StoreException.AlreadyThere if one is there and is not to be replaced
  void write(Path target, boolean replace) {
    try (NewFile file = NewFile.beside(target)) {
      try {
        fill(file.draft());
      } catch (StoreException.Full full) {
        throw new StoreException.Full(target, full);
      }
      if (replace) {
        file.replace();
      } else if (!file.appear()) {
        throw new StoreException.AlreadyThere(target);
      }
    }
  }

  /// Writes the copy into an empty file and reads it back.
  void fill(Path draft) {
    try (Sql sql = source.connect("ro")) {
      sql.update("VACUUM INTO ?", draft.toString());
    }
    LibraryFile copy = source.in(draft);
    try (Sql sql = copy.reader()) {
      List<String> wrong = sql.list("PRAGMA integrity_check", row -> row.text("integrity_check"));
      if (!wrong.equals(List.of("ok"))) {
        throw new StoreException.Damaged(source.path(), String.join("; ", wrong), null);
      }
    }
  }
}
