package zhai.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// The tables `snapshot` and `body`: pages as they came. A body is kept once for the whole library,
/// packed; each bookmark has its own line about how and when the body came.
record Snapshots(Sql sql) {

  /// Keeps the snapshot. The same body again only renews what is known about how it came, if it
  /// came later.
  ///
  /// @return false if nothing new was kept
  boolean put(long id, Snapshot snapshot) {
    String sha256 = snapshot.body().sha256();
    if (!sql.exists("SELECT 1 FROM body WHERE sha256 = ?", sha256)) {
      sql.update(
          "INSERT INTO body (sha256, size, packed) VALUES (?, ?, ?)",
          sha256,
          snapshot.body().size(),
          PackedBody.pack(snapshot.body()));
    }
    return sql.update(
            """
            INSERT INTO snapshot (bookmark_id, address, origin, status, headers, sha256, taken_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (bookmark_id, sha256) DO UPDATE SET address = excluded.address,
              origin = excluded.origin, status = excluded.status, headers = excluded.headers,
              taken_at = excluded.taken_at
            WHERE excluded.taken_at > taken_at\
            """,
            id,
            snapshot.address(),
            snapshot.origin().label(),
            snapshot.status(),
            HeaderLines.write(snapshot.headers()),
            sha256,
            snapshot.takenAt())
        > 0;
  }

  /// All of a bookmark, oldest first, each body once.
  List<Snapshot> list(long id) {
    return select("WHERE bookmark_id = ? ORDER BY taken_at, snapshot.id", id);
  }

  Optional<Snapshot> latest(long id) {
    return select("WHERE bookmark_id = ? ORDER BY taken_at DESC, snapshot.id DESC LIMIT 1", id)
        .stream()
        .findFirst();
  }

  Optional<Snapshot> ofBody(long id, String sha256) {
    return select("WHERE bookmark_id = ? AND sha256 = ?", id, sha256).stream().findFirst();
  }

  private List<Snapshot> select(String which, Object... values) {
    return sql.list("SELECT * FROM snapshot JOIN body USING (sha256) " + which, this::read, values);
  }

  private Snapshot read(Row row) throws SQLException {
    return new Snapshot(
        row.text("address"),
        Snapshot.Origin.ofLabel(row.text("origin")),
        row.integer("status"),
        HeaderLines.read(row.text("headers")),
        body(row),
        row.instant("taken_at"));
  }

  /// Bytes that are not those that were stored are never handed out as the page.
  private Bytes body(Row row) throws SQLException {
    String sha256 = row.text("sha256");
    try {
      return PackedBody.unpack(row.bytes("packed"), row.integer("size"), sha256);
    } catch (DataFormatException e) {
      throw new StoreException.Damaged(sql.path(), String.valueOf(e.getMessage()), e);
    }
  }

  /// Reads every body of the library anew, one at a time.
  List<Finding> checkBodies() {
    return damagedBodies().stream()
        .map(sha256 -> new Finding(Finding.Kind.BODY, sentence(sha256)))
        .toList();
  }

  /// The hashes of the bodies whose bytes are not those that came.
  List<String> damagedBodies() {
    return sql.list("SELECT sha256 FROM body", row -> row.text("sha256")).stream()
        .filter(sha256 -> !isWhole(sha256))
        .toList();
  }

  private boolean isWhole(String sha256) {
    try {
      return sql.first("SELECT * FROM body WHERE sha256 = ?", this::body, sha256).isPresent();
    } catch (StoreException.Damaged _) {
      return false;
    }
  }

  private String sentence(String sha256) {
    return "The saved page of bookmark %s can't be read: body %s has other bytes than were stored."
        .formatted(bookmarksOf(sha256), sha256);
  }

  /// Lets a body go, with all that says it is there.
  ///
  /// @return the bookmarks that had it
  List<Long> letGo(String sha256) {
    List<Long> bookmarks = bookmarksOf(sha256);
    sql.update("UPDATE article SET sha256 = NULL WHERE sha256 = ?", sha256);
    sql.update("DELETE FROM snapshot WHERE sha256 = ?", sha256);
    sql.update("DELETE FROM body WHERE sha256 = ?", sha256);
    return bookmarks;
  }

  private List<Long> bookmarksOf(String sha256) {
    return sql.list(
        """
        SELECT bookmark_id FROM snapshot WHERE sha256 = ?1
        UNION SELECT bookmark_id FROM article WHERE sha256 = ?1 ORDER BY 1\
        """,
        row -> row.number(1),
        sha256);
  }

  /// Lets go of bodies that no bookmark needs any more.
  void forgetUnused() {
    sql.update(
        """
        DELETE FROM body WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE snapshot.sha256 = body.sha256)
          AND NOT EXISTS (SELECT 1 FROM article WHERE article.sha256 = body.sha256)\
        """);
  }
}
