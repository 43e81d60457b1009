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
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The bookmarks in another program's SQLite file: buku's table `bookmarks`.
///
/// A copy is read, in a temporary file that is gone afterwards: the other program may be running,
/// and nothing of ours may get into its file, nor beside it.
public final class ForeignBookmarks {
  private static final String IS_TABLE =
      "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'bookmarks'";

  private static final String ROWS = "SELECT URL, metadata, tags, desc FROM bookmarks ORDER BY id";

  private ForeignBookmarks() {}

  /// One row, as it stands there.
  ///
  /// @param tags between commas, `,a,b,`
  public record Row(String url, String title, String tags, String description) {}

  /// Hands over all rows.
  ///
  /// @return why the rest could not be read, as a sentence; null if all was read
  /// @throws IOException if the bytes can't be read or copied; never because of what they are
  public static @Nullable String read(InputStream database, Consumer<Row> sink) throws IOException {
    Path copy = Files.createTempFile("zhai-import", ".db");
    try {
      Files.copy(database, copy, StandardCopyOption.REPLACE_EXISTING);
      return read(copy, sink);
    } finally {
      Files.delete(copy);
    }
  }

  private static @Nullable String read(Path file, Consumer<Row> sink) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
            config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
        Statement statement = connection.createStatement()) {
      // A schema can call functions; this one was written by somebody else.
      statement.execute("PRAGMA trusted_schema = OFF");
      try (ResultSet table = statement.executeQuery(IS_TABLE)) {
        if (!table.next()) {
          return "This database has no table of bookmarks that zhai knows.";
        }
      }
      try (ResultSet rows = statement.executeQuery(ROWS)) {
        while (rows.next()) {
          sink.accept(new Row(text(rows, 1), text(rows, 2), text(rows, 3), text(rows, 4)));
        }
      }
      return null;
    } catch (SQLException e) {
      return "The database can't be read: " + e.getMessage() + ".";
    }
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    return Objects.requireNonNullElse(rows.getString(column), "");
  }
}
