package zhai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// SQLite, what most collectors keep their pages in, in the two ways in which they search it.
final class SqlitePages implements Peer {
  private static final int PAGES_IN_A_TRANSACTION = 5_000;

  private final Path file;
  private final Connection database;
  private final Way way;

  /// How it is searched.
  enum Way {
    /// The full-text index with the trigram tokenizer, what is used for Chinese: it finds no word
    /// of two characters.
    FTS5(
        "SQLite FTS5 trigram",
        "CREATE VIRTUAL TABLE pages USING fts5(title, body, tokenize='trigram')",
        "SELECT title, snippet(pages, 1, '[', ']', '…', 20) FROM pages WHERE pages MATCH ?"
            + " ORDER BY rank LIMIT 10 OFFSET "),
    /// Every text is looked at. The newest come first; a passage is not looked for.
    LIKE(
        "SQLite LIKE",
        "CREATE TABLE pages (id INTEGER PRIMARY KEY, title TEXT, body TEXT)",
        "SELECT title, body FROM pages WHERE %s ORDER BY id DESC LIMIT 10 OFFSET ");

    private final String label;
    private final String schema;
    private final String query;

    Way(String label, String schema, String query) {
      this.label = label;
      this.schema = schema;
      this.query = query;
    }
  }

  /// @param folder for the database
  SqlitePages(Path folder, Way way) throws SQLException {
    this.way = way;
    this.file = folder.resolve(way.name() + ".db");
    this.database = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = database.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute(way.schema);
    }
  }

  @Override
  public String label() {
    return way.label;
  }

  @Override
  public double add(MadePages pages, int count) throws SQLException {
    long start = System.nanoTime();
    database.setAutoCommit(false);
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO pages (title, body) VALUES (?, ?)")) {
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
    try (Statement statement = database.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public double megabytes() throws IOException {
    return MadeLibrary.megabytes(file);
  }

  @Override
  public boolean startsAnew() {
    return false;
  }

  @Override
  public OptionalInt search(Asked asked) throws SQLException {
    if (asked.shape() == Asked.Shape.OF_SITE) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        switch (way) {
          case FTS5 -> found(way.query + asked.offset(), List.of(match(asked)));
          case LIKE -> found(like(asked), patterns(asked));
        });
  }

  private static String match(Asked asked) {
    String between = asked.shape() == Asked.Shape.ANY ? " OR " : " AND ";
    return asked.words().stream()
        .map(word -> '"' + word + '"')
        .collect(Collectors.joining(between));
  }

  private String like(Asked asked) {
    String between = asked.shape() == Asked.Shape.ANY ? " OR " : " AND ";
    String conditions =
        String.join(
            between, Collections.nCopies(asked.words().size(), "(title LIKE ? OR body LIKE ?)"));
    return way.query.formatted(conditions) + asked.offset();
  }

  private static List<String> patterns(Asked asked) {
    return asked.words().stream()
        .map(word -> '%' + word + '%')
        .flatMap(pattern -> List.of(pattern, pattern).stream())
        .toList();
  }

  private int found(String sql, List<String> values) throws SQLException {
    try (PreparedStatement query = database.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        query.setString(i + 1, values.get(i));
      }
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
