package zhai.store;

import java.nio.file.Path;
import java.util.List;

/// A copy of a library in one file: taken from one consistent state, read back and checked, and
/// only then put where it is wanted.
///
/// @param source the library that is copied
record Copy(LibraryFile source) {

  /// @return true, always: either the copy stands or a {@link StoreException} says why not
  boolean write(Sql sql, Path target, boolean replace) {
    try (NewFile file = NewFile.beside(target)) {
      fill(sql, file.draft());
      if (replace) {
        file.replace();
      } else if (!file.appear()) {
        throw new StoreException.AlreadyThere(target);
      }
      return true;
    }
  }

  /// Writes the copy into an empty file and reads it back.
  void fill(Sql sql, Path draft) {
    sql.update("VACUUM INTO ?", draft.toString());
    LibraryFile copy = new LibraryFile(draft, source.migrations(), source.patience());
    try (Sql written = copy.reader()) {
      List<String> wrong =
          written.list("PRAGMA integrity_check", row -> row.text("integrity_check"));
      if (!wrong.equals(List.of("ok"))) {
        throw new StoreException.Damaged(source.path(), String.join("; ", wrong), null);
      }
    }
  }
}
