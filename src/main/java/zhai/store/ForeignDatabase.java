package zhai.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// Another program's SQLite file.
///
/// A copy is read, in a temporary file that is gone afterwards: the other program may be running,
/// and nothing of ours may get into its file, nor beside it.
public final class ForeignDatabase {
  private static final String TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'";

  private ForeignDatabase() {}

  /// Hands over all rows that a query gives.
  ///
  /// @param tables what the query reads: where one is missing, or is no table but a view that may
  ///   compute for ever, nothing is read
  /// @param query each of its columns is handed over as text, empty for NULL
  /// @return why the rest could not be read, as a sentence; null if all was read
  /// @throws IOException if the bytes can't be read or copied; never because of what they are
  public static @Nullable String read(
      InputStream database, Set<String> tables, String query, Consumer<List<String>> sink)
      throws IOException {
    Path copy = Files.createTempFile("zhai-import", ".db");
    try {
      Files.copy(database, copy, StandardCopyOption.REPLACE_EXISTING);
      return read(copy, tables, query, sink);
    } finally {
      Files.delete(copy);
    }
  }

  private static @Nullable String read(
      Path file, Set<String> tables, String query, Consumer<List<String>> sink) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
            config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
        Statement statement = connection.createStatement()) {
      // A schema can call functions; this one was written by somebody else.
      statement.execute("PRAGMA trusted_schema = OFF");
      if (!tables(statement).containsAll(tables)) {
        return "This database has no table of bookmarks that zhai knows.";
      }
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          sink.accept(row(rows));
        }
      }
      return null;
    } catch (SQLException e) {
      return "The database can't be read: " + e.getMessage() + ".";
    }
  }

  private static Set<String> tables(Statement statement) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet tables = statement.executeQuery(TABLES)) {
      while (tables.next()) {
        names.add(tables.getString(1));
      }
    }
    return names;
  }

  private static List<String> row(ResultSet rows) throws SQLException {
    List<String> row = new ArrayList<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      row.add(Objects.requireNonNullElse(rows.getString(column), ""));
    }
    return row;
  }
}
