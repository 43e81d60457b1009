package zhai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// SQLite's full-text search with the trigram tokenizer, what most collectors use for Chinese: it
/// finds no word of two characters.
final class Fts5 implements AutoCloseable {
  private static final int PAGES_IN_A_TRANSACTION = 5_000;

  private final Connection database;

  Fts5(Path file) throws SQLException {
    database = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = database.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("CREATE VIRTUAL TABLE pages USING fts5(title, body, tokenize='trigram')");
    }
  }

  void add(MadePages pages, int count) throws SQLException, IOException {
    database.setAutoCommit(false);
    try (PreparedStatement insert = database.prepareStatement("INSERT INTO pages VALUES (?, ?)")) {
      for (int number = 0; number < count; number++) {
        MadePages.MadePage page = pages.page(number);
        insert.setString(1, page.title());
        insert.setString(2, page.text());
        insert.executeUpdate();
        if (number % PAGES_IN_A_TRANSACTION == 0) {
          database.commit();
        }
      }
    }
    database.commit();
    database.setAutoCommit(true);
  }

  /// @param match in FTS5's language
  /// @return how many of at most ten were found, best first, with snippets
  int search(String match) throws SQLException {
    String sql =
        "SELECT title, snippet(pages, 1, '[', ']', '…', 20) FROM pages WHERE pages MATCH ?"
            + " ORDER BY rank LIMIT 10";
    try (PreparedStatement query = database.prepareStatement(sql)) {
      query.setString(1, match);
      int found = 0;
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found++;
        }
      }
      return found;
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
