package zhai.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhai.model.Snapshot;

/// The table `snapshot`: pages as they came. The bytes are among the {@link Bodies}; each bookmark
/// has its own line about how and when they came.
record Snapshots(Sql sql) {
  /// Bookmarks to a statement.
  private static final int CHUNK = 2_000;

  /// Keeps the snapshot. The same body again only renews what is known about how it came, if it
  /// came later.
  ///
  /// @return false if nothing new was kept
  boolean put(long id, Snapshot snapshot) {
    return put(id, snapshot, new Bodies(sql).put(snapshot.body(), Packing.TEXT));
  }

  /// The same with a snapshot that is packed already.
  boolean put(long id, PackedSnapshot packed) {
    return put(id, packed.snapshot(), new Bodies(sql).put(packed.body()));
  }

  private boolean put(long id, Snapshot snapshot, String sha256) {
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

  /// Those of the bookmarks whose current version has its bytes here, in the order asked.
  List<KeptPage> keptPages(List<Long> ids) {
    List<KeptPage> pages = new ArrayList<>();
    for (List<Long> chunk : Ids.chunks(ids, CHUNK)) {
      Map<Long, KeptPage> found = new HashMap<>();
      sql.list(
              """
              SELECT bookmark_id, size FROM article
                JOIN snapshot USING (bookmark_id, sha256) JOIN body USING (sha256)
                JOIN bookmark ON bookmark.id = bookmark_id
              WHERE current = 1 AND removed_at IS NULL
                AND bookmark_id IN (SELECT value FROM json_each(?))\
              """,
              row -> new KeptPage(row.number("bookmark_id"), row.number("size")),
              Ids.json(chunk))
          .forEach(page -> found.put(page.id(), page));
      chunk.stream().filter(found::containsKey).map(found::get).forEach(pages::add);
    }
    return pages;
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
        new Bodies(sql).read(row),
        row.instant("taken_at"));
  }
}
