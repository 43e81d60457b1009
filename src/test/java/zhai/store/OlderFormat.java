package zhai.store;

import java.nio.file.Path;
import java.util.List;

/// Makes libraries as older versions of the program wrote them: by the steps of the schema that
/// they knew.
public final class OlderFormat {
  private OlderFormat() {}

  /// The format that the program writes now.
  public static int latest() {
    return Migration.all().getLast().number();
  }

  /// Writes an older library that holds what a library of now holds, as far as its tables know it.
  ///
  /// @param format the number of the last step that it went through
  public static void write(Path library, int format, Path older) {
    List<Migration> steps =
        Migration.all().stream().filter(step -> step.number() <= format).toList();
    LibraryFile file = new LibraryFile(older, steps, LibraryFile.PATIENCE, "");
    file.create();
    try (Sql sql = file.writer()) {
      sql.script("PRAGMA foreign_keys = OFF");
      sql.update("ATTACH ? AS now", library.toString());
      sql.writing(() -> {
        tables(sql).forEach(table -> copy(sql, table));
        return true;
      });
      sql.script("DETACH now");
      sql.script("PRAGMA journal_mode = delete");
      sql.script("VACUUM");
    }
  }

  /// The counters of given numbers come last, since rows that come would move them.
  private static List<String> tables(Sql sql) {
    return sql.list(
        """
        SELECT name FROM main.sqlite_schema
        WHERE type = 'table' AND (name NOT LIKE 'sqlite_%' OR name = 'sqlite_sequence')
        ORDER BY name = 'sqlite_sequence', name\
        """,
        row -> row.text("name"));
  }

  private static void copy(Sql sql, String table) {
    String columns =
        String.join(
            ", ",
            sql.list(
                "SELECT name FROM pragma_table_info(?, 'main')", row -> row.text("name"), table));
    sql.script("DELETE FROM main." + table);
    sql.script("INSERT INTO main.%1$s (%2$s) SELECT %2$s FROM now.%1$s".formatted(table, columns));
  }
}
