package zhai.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts a backup in a library's place.
///
/// A library that other processes may have open is never swapped as a file: its log would be taken
/// for the new file's. Its rows are replaced in one transaction instead, which everyone sees as any
/// other change. Only what can't be opened any more is replaced as files, and kept.
record Restoring(LibraryFile backup, LibraryFile library) {

  /// Restores.
  ///
  /// @return the file that keeps what was there, or empty if nothing was
  Optional<Path> run() {
    backup.inspect();
    try (NewFile file = NewFile.beside(library.path())) {
      LibraryFile draft = library.in(file.draft());
      prepare(draft);
      if (file.appear()) {
        return Optional.empty();
      }
      Path aside = freeName();
      if (!replaceRows(draft, aside)) {
        keepAside(aside);
        file.replace();
      }
      return Optional.of(aside);
    }
  }

  /// Copies the backup, which reads every page of it, brings it up to date, and gives it a name of
  /// its own so that no index takes it for the library that it replaces.
  private void prepare(LibraryFile draft) {
    new Copy(backup).fill(draft.path());
    try (Sql sql = draft.writer()) {
      sql.writing(() -> {
        draft.migrate(sql, (int) sql.number("PRAGMA user_version"));
        new Seals(sql).sealTheUnsealed();
        return sql.update("UPDATE library SET uuid = ?", LibraryFile.newUuid());
      });
    }
  }

  /// Copies what is there to the file aside, then replaces its rows, all under the write lock.
  ///
  /// @return false if what is there can't be opened and copied as a library
  private boolean replaceRows(LibraryFile draft, Path aside) {
    try {
      Store.open(library).close();
      try (Sql writer = library.writer()) {
        writer.script("PRAGMA foreign_keys = OFF");
        writer.update("ATTACH ? AS backup", draft.path().toString());
        writer.writing(() -> {
          new Copy(library).write(aside, false);
          replaceAll(writer);
          return true;
        });
      }
      return true;
    } catch (StoreException.Damaged | StoreException.NotALibrary | StoreException.NewerLibrary _) {
      return false;
    }
  }

  /// References are not looked at on the way: those of the backup were checked as a whole. The
  /// counters of given numbers come last, since rows that come would move them.
  private static void replaceAll(Sql sql) {
    List<String> tables =
        sql.list(
            """
            SELECT name FROM main.sqlite_schema
            WHERE type = 'table' AND (name NOT LIKE 'sqlite_%' OR name = 'sqlite_sequence')
            ORDER BY name = 'sqlite_sequence', name\
            """,
            row -> row.text("name"));
    for (String table : tables) {
      sql.script("DELETE FROM main." + table);
      sql.script("INSERT INTO main.%1$s SELECT * FROM backup.%1$s".formatted(table));
    }
  }

  /// Gives the file a second name, under which it stays when another takes its place: so there is a
  /// file at every moment, and nobody who comes by then begins an empty library.
  private void keepAside(Path aside) {
    try {
      for (String ending : LibraryFile.COMPANIONS) {
        Path companion = library.companion(ending);
        if (Files.exists(companion)) {
          Files.move(companion, aside.resolveSibling(aside.getFileName() + ending));
        }
      }
      linkOrCopy(aside);
      // Or the old log might stand beside the new file, and be taken for its own.
      Disk.sync(NewFile.folderOf(aside));
    } catch (IOException e) {
      throw new StoreException.Unusable(library.path(), "it can't be kept aside (" + e + ")", e);
    }
  }

  private void linkOrCopy(Path aside) throws IOException {
    try {
      Files.createLink(aside, library.path());
    } catch (UnsupportedOperationException _) {
      Files.copy(library.path(), aside);
    }
  }

  private Path freeName() {
    String name = library.path().getFileName() + ".before-restore";
    return Stream.concat(
            Stream.of(name), IntStream.iterate(2, i -> i + 1).mapToObj(i -> name + "-" + i))
        .map(library.path()::resolveSibling)
        .filter(path -> !Files.exists(path))
        .findFirst()
        .orElseThrow();
  }
}
