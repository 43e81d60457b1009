package zhai.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhai.model.Change;
import zhai.model.Entry;
import zhai.store.Entries.Depth;

/// What happened to the library as a whole: the changes that an index follows, the trash, and what
/// it all came to.
record History(Sql sql) {

  /// Bytes of text from which on no further change is told together with others.
  private static final long MAX_BYTES = 8 << 20;

  /// The changes after that number, by number, at most `limit`; of each bookmark only its latest.
  /// Fewer where the pages are long, so that they take a bounded room in memory.
  List<Change> after(long seq, int limit) {
    List<Step> steps = some(steps(seq, limit));
    Map<Long, Entry> entries = new HashMap<>();
    List<Long> present = steps.stream().filter(step -> !step.removed).map(Step::id).toList();
    new Entries(sql)
        .list(present, Depth.SEARCHED)
        .forEach(entry -> entries.put(entry.bookmark().id(), entry));
    List<Change> changes = new ArrayList<>(steps.size());
    steps.forEach(step -> changes.add(step.change(Optional.ofNullable(entries.get(step.id)))));
    return changes;
  }

  private List<Step> steps(long seq, int limit) {
    return sql.list(
        """
        SELECT seq, id, removed_at IS NOT NULL AS removed,
          (SELECT octet_length(text) FROM article WHERE bookmark_id = id AND current = 1) AS bytes
        FROM bookmark WHERE seq > ?1
        UNION ALL
        SELECT seq, bookmark_id, 1, 0 FROM tombstone WHERE seq > ?1
        ORDER BY seq LIMIT ?2\
        """,
        row ->
            new Step(row.number("seq"), row.number("id"), row.flag("removed"), row.number("bytes")),
        seq,
        limit);
  }

  /// As many of the first as are not too long together; one at least.
  private static List<Step> some(List<Step> steps) {
    long bytes = 0;
    int count = 0;
    while (count < steps.size() && bytes < MAX_BYTES) {
      bytes += steps.get(count).bytes;
      count++;
    }
    return steps.subList(0, count);
  }

  /// How many changes there are after that number.
  long countAfter(long seq) {
    return sql.number(
        """
        SELECT (SELECT count(*) FROM bookmark WHERE seq > ?1)
          + (SELECT count(*) FROM tombstone WHERE seq > ?1)\
        """,
        seq);
  }

  /// @param bytes of the current article's text
  private record Step(long seq, long id, boolean removed, long bytes) {
    Change change(Optional<Entry> entry) {
      return entry
          .<Change>map(present -> new Change.Put(seq, present))
          .orElseGet(() -> new Change.Removed(seq, id));
    }
  }

  /// Last removed first.
  List<Trashed> trash() {
    return sql
        .list(
            """
            SELECT id, removed_at FROM bookmark WHERE removed_at IS NOT NULL
            ORDER BY removed_at DESC, id DESC\
            """,
            row -> Map.entry(row.number("id"), row.instant("removed_at")))
        .stream()
        .map(gone ->
            new Trashed(
                new Entries(sql).one(gone.getKey(), Depth.TRASH).orElseThrow(), gone.getValue()))
        .toList();
  }

  Totals totals() {
    return sql.first(
            """
            WITH present AS MATERIALIZED
              (SELECT id, state, starred, verdict FROM bookmark WHERE removed_at IS NULL)
            SELECT
              (SELECT count(*) FROM present) AS bookmarks,
              (SELECT count(*) FROM present WHERE state = 'unread') AS unread,
              (SELECT count(*) FROM present WHERE starred = 1) AS starred,
              (SELECT count(*) FROM article JOIN present ON id = bookmark_id WHERE current = 1)
                AS articles,
              (SELECT count(*) FROM present WHERE verdict = 'pending') AS pending,
              (SELECT count(*) FROM present WHERE verdict NOT IN ('pending', 'read', 'preview', 'book'))
                AS failed,
              (SELECT count(*) FROM mark JOIN present ON present.id = bookmark_id
                WHERE kind = 'excerpt') AS excerpts,
              (SELECT count(*) FROM mark JOIN present ON present.id = bookmark_id
                WHERE kind = 'note') AS notes,
              (SELECT count(DISTINCT tag_key) FROM bookmark_tag JOIN present ON id = bookmark_id)
                AS tags,
              (SELECT count(*) FROM bookmark WHERE removed_at IS NOT NULL) AS trashed,
              count(*) FILTER (WHERE NOT picture) AS bodies,
              coalesce(sum(size) FILTER (WHERE NOT picture), 0) AS body_bytes,
              coalesce(sum(length(packed)) FILTER (WHERE NOT picture), 0) AS packed_bytes,
              count(*) FILTER (WHERE picture) AS images,
              coalesce(sum(size) FILTER (WHERE picture), 0) AS image_bytes
            FROM (SELECT size, packed, sha256 IN (SELECT sha256 FROM image) AS picture FROM body)\
            """,
            History::totals)
        .orElseThrow();
  }

  private static Totals totals(Row row) throws SQLException {
    return new Totals(
        row.number("bookmarks"),
        row.number("unread"),
        row.number("starred"),
        row.number("articles"),
        row.number("pending"),
        row.number("failed"),
        row.number("excerpts"),
        row.number("notes"),
        row.number("tags"),
        row.number("trashed"),
        row.number("bodies"),
        row.number("body_bytes"),
        row.number("packed_bytes"),
        row.number("images"),
        row.number("image_bytes"));
  }
}
