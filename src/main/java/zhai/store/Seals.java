package zhai.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The table `seal`: a checksum of every bookmark, over its own row and all that hang on it.
///
/// It is there for bits that turn over on the disk, which SQLite does not notice within a value:
/// one changed bit always shows, many do but once in four thousand million times. It is no proof
/// against somebody who means to deceive. The bytes of pages and images are not in it; they have a
/// SHA-256 of their own.
///
/// What takes a `seq` is sealed, and nothing else: so the bookmarks to seal in a transaction are
/// those whose `seq` is new. The line of a note and what a mark was read from are not in it. A
/// column that is added later does not touch it; one that is to be sealed needs a step of the
/// schema that empties the table.
record Seals(Sql sql) {
  /// Bookmarks to a statement.
  private static final int CHUNK = 1_000;

  /// What is sealed, the number of the bookmark first, in an order that does not depend on chance.
  private static final List<String> SEALED =
      List.of(
          """
          SELECT id, given, fetch_address, title, state, starred, verdict, detail, attempted_at,
            added_at, changed_at, read_at, removed_at, seq
          FROM bookmark WHERE id IN (SELECT value FROM json_each(?))\
          """,
          """
          SELECT bookmark_id, canonical, own
          FROM address WHERE bookmark_id IN (SELECT value FROM json_each(?))
          ORDER BY bookmark_id, canonical\
          """,
          """
          SELECT bookmark_id, number, current, verdict, sha256, read_at, title, byline, site,
            language, published, updated, canonical, description, lead_image, text, markdown, html
          FROM article WHERE bookmark_id IN (SELECT value FROM json_each(?))
          ORDER BY bookmark_id, number\
          """,
          """
          SELECT bookmark_id, id, position, kind, words, comment, prefix, suffix, anchor, places,
            similarity, added_at
          FROM mark WHERE bookmark_id IN (SELECT value FROM json_each(?))
          ORDER BY bookmark_id, position\
          """,
          """
          SELECT bookmark_id, tag_key, label
          FROM bookmark_tag JOIN tag ON key = tag_key
          WHERE bookmark_id IN (SELECT value FROM json_each(?))
          ORDER BY bookmark_id, tag_key\
          """,
          """
          SELECT bookmark_id, id, address, origin, status, headers, sha256, taken_at
          FROM snapshot WHERE bookmark_id IN (SELECT value FROM json_each(?))
          ORDER BY bookmark_id, id\
          """,
          """
          SELECT bookmark_id, id, file, day, body, kind, label, gone, tags
          FROM note_source WHERE bookmark_id IN (SELECT value FROM json_each(?))
          ORDER BY bookmark_id, id\
          """,
          """
          SELECT bookmark_id, address, sha256
          FROM image WHERE bookmark_id IN (SELECT value FROM json_each(?))
          ORDER BY bookmark_id, address\
          """);

  /// Seals the bookmarks that changed after that number.
  void sealAfter(long seq) {
    seal(sql.list("SELECT id FROM bookmark WHERE seq > ? ORDER BY id", row -> row.number(1), seq));
  }

  /// Seals those that have no seal, as all do in a library of a format before seals.
  void sealTheUnsealed() {
    seal(
        sql.list(
            "SELECT id FROM bookmark WHERE id NOT IN (SELECT bookmark_id FROM seal) ORDER BY id",
            row -> row.number(1)));
  }

  /// Seals those bookmarks as they are.
  void seal(List<Long> ids) {
    Ids.chunks(ids, CHUNK).forEach(chunk -> sums(chunk).forEach(this::put));
  }

  private void put(long id, long crc) {
    sql.update(
        """
        INSERT INTO seal (bookmark_id, crc) VALUES (?, ?)
        ON CONFLICT (bookmark_id) DO UPDATE SET crc = excluded.crc\
        """,
        id,
        crc);
  }

  /// The bookmarks whose rows are not those that were sealed, or that have no seal.
  List<Long> broken() {
    List<Long> all = sql.list("SELECT id FROM bookmark", row -> row.number(1));
    return Ids.chunks(all, CHUNK).stream().flatMap(this::brokenOf).toList();
  }

  private Stream<Long> brokenOf(List<Long> chunk) {
    Map<Long, List<Long>> seals =
        sql.grouped(
            "SELECT bookmark_id, crc FROM seal"
                + " WHERE bookmark_id IN (SELECT value FROM json_each(?))",
            row -> row.number("crc"),
            Ids.json(chunk));
    Map<Long, Long> sums = sums(chunk);
    return chunk.stream()
        .filter(id -> !seals.getOrDefault(id, List.of()).equals(List.of(sums.get(id))));
  }

  private Map<Long, Long> sums(List<Long> ids) {
    Map<Long, CRC32> sums = new TreeMap<>();
    ids.forEach(id -> sums.put(id, new CRC32()));
    for (String rows : SEALED) {
      sums.values().forEach(sum -> sum.update(Row.TABLE));
      sql.list(rows, row -> row.addTo(sums), Ids.json(ids));
    }
    return sums.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, sum -> sum.getValue().getValue(), (a, _) -> a, TreeMap::new));
  }
}
