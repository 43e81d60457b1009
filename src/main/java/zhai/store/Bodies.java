package zhai.store;

import java.sql.SQLException;
import java.util.List;
import java.util.zip.DataFormatException;
import zhai.model.Bytes;

/// The table `body`: the bytes of pages and of the images in them, each kept once for the whole
/// library under its hash, packed.
record Bodies(Sql sql) {

  /// Keeps the bytes, if they are not there yet.
  ///
  /// @return their hash
  String put(Bytes body, Packing packing) {
    String sha256 = body.sha256();
    if (!has(sha256)) {
      add(PackedBody.of(body, packing));
    }
    return sha256;
  }

  /// The same with bytes that are packed already.
  String put(PackedBody body) {
    if (!has(body.sha256())) {
      add(body);
    }
    return body.sha256();
  }

  private boolean has(String sha256) {
    return sql.exists("SELECT 1 FROM body WHERE sha256 = ?", sha256);
  }

  private void add(PackedBody body) {
    sql.update(
        "INSERT INTO body (sha256, size, packed) VALUES (?, ?, ?)",
        body.sha256(),
        body.size(),
        body.packed());
  }

  /// The bytes of a row of the table. Bytes that are not those that were stored are never handed
  /// out.
  Bytes read(Row row) throws SQLException {
    String sha256 = row.text("sha256");
    try {
      return PackedBody.unpack(row.bytes("packed"), row.integer("size"), sha256);
    } catch (DataFormatException e) {
      throw new StoreException.Damaged(sql.path(), String.valueOf(e.getMessage()), e);
    }
  }

  /// Reads every body of the library anew, one at a time.
  List<Finding> check() {
    return damaged().stream()
        .map(sha256 -> new Finding(Finding.Kind.BODY, sentence(sha256)))
        .toList();
  }

  /// The hashes of the bodies whose bytes are not those that came.
  List<String> damaged() {
    return sql.list("SELECT sha256 FROM body", row -> row.text("sha256")).stream()
        .filter(sha256 -> !isWhole(sha256))
        .toList();
  }

  private boolean isWhole(String sha256) {
    try {
      return sql.first("SELECT * FROM body WHERE sha256 = ?", this::read, sha256).isPresent();
    } catch (StoreException.Damaged _) {
      return false;
    }
  }

  private String sentence(String sha256) {
    String what = new Images(sql).has(sha256) ? "An image" : "The saved page";
    return "%s of bookmark %s can't be read: body %s has other bytes than were stored."
        .formatted(what, bookmarksOf(sha256), sha256);
  }

  /// Lets a body go, with all that says it is there.
  ///
  /// @return the bookmarks that had it
  List<Long> letGo(String sha256) {
    List<Long> bookmarks = bookmarksOf(sha256);
    sql.update("UPDATE article SET sha256 = NULL WHERE sha256 = ?", sha256);
    sql.update("DELETE FROM snapshot WHERE sha256 = ?", sha256);
    sql.update("DELETE FROM image WHERE sha256 = ?", sha256);
    sql.update("DELETE FROM body WHERE sha256 = ?", sha256);
    return bookmarks;
  }

  private List<Long> bookmarksOf(String sha256) {
    return sql.list(
        """
        SELECT bookmark_id FROM snapshot WHERE sha256 = ?1
        UNION SELECT bookmark_id FROM article WHERE sha256 = ?1
        UNION SELECT bookmark_id FROM image WHERE sha256 = ?1 ORDER BY 1\
        """,
        row -> row.number(1),
        sha256);
  }

  /// Lets go of bodies that no bookmark needs any more.
  void forgetUnused() {
    sql.update(
        """
        DELETE FROM body WHERE NOT EXISTS (SELECT 1 FROM snapshot WHERE snapshot.sha256 = body.sha256)
          AND NOT EXISTS (SELECT 1 FROM article WHERE article.sha256 = body.sha256)
          AND NOT EXISTS (SELECT 1 FROM image WHERE image.sha256 = body.sha256)\
        """);
  }
}
