package zhai.store;

import java.util.List;
import java.util.Optional;
import zhai.model.Bytes;
import zhai.model.StoredImage;

/// The table `image`: which pictures of a bookmark's articles are kept. Their bytes are among the
/// {@link Bodies}.
record Images(Sql sql) {

  /// Keeps a picture; what is known by that address already stays.
  ///
  /// @return false if one is known by it
  boolean put(long id, String address, Bytes image) {
    return !isKnown(id, address) && point(id, address, new Bodies(sql).put(image, Packing.IMAGE));
  }

  private boolean isKnown(long id, String address) {
    return sql.exists("SELECT 1 FROM image WHERE bookmark_id = ? AND address = ?", id, address);
  }

  /// Lets an address of a bookmark stand for bytes that are there; if they are not, nothing
  /// happens.
  ///
  /// @return false if nothing is new
  boolean point(long id, String address, String sha256) {
    return sql.update(
            """
            INSERT OR IGNORE INTO image (bookmark_id, address, sha256)
            SELECT ?, ?, sha256 FROM body WHERE sha256 = ?\
            """,
            id,
            address,
            sha256)
        > 0;
  }

  /// All of a bookmark, by address.
  List<StoredImage> list(long id) {
    return sql.list(
        """
        SELECT address, sha256, size FROM image JOIN body USING (sha256)
        WHERE bookmark_id = ? ORDER BY address\
        """,
        row -> new StoredImage(row.text("address"), row.text("sha256"), row.integer("size")),
        id);
  }

  /// Whether a hash is that of a picture.
  boolean has(String sha256) {
    return sql.exists("SELECT 1 FROM image WHERE sha256 = ?", sha256);
  }

  /// The bytes of that hash if they are those of a picture: pages are not handed out by their hash.
  Optional<Bytes> bytes(String sha256) {
    return has(sha256)
        ? sql.first("SELECT * FROM body WHERE sha256 = ?", new Bodies(sql)::read, sha256)
        : Optional.empty();
  }
}
