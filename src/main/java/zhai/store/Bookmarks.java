package zhai.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.ReadingState;
import zhai.model.Tag;
import zhai.model.Verdict;
import zhai.url.WebUrl;

/// The tables `bookmark`, `address` and `tombstone`: which pages there are, what leads to them, and
/// which numbers are gone.
record Bookmarks(Sql sql) {

  /// Takes the next number of the library's history.
  long nextSeq() {
    return sql.number("UPDATE library SET seq = seq + 1 RETURNING seq");
  }

  /// The bookmark an address leads to, also one in the trash.
  Optional<Long> byAddress(String canonical) {
    return sql.first(
        "SELECT bookmark_id FROM address WHERE canonical = ?", row -> row.number(1), canonical);
  }

  /// The bookmark an address leads to unless it lies in the trash.
  Optional<Long> presentByAddress(String canonical) {
    return sql.first(
        """
        SELECT bookmark_id FROM address JOIN bookmark ON bookmark.id = bookmark_id
        WHERE canonical = ? AND removed_at IS NULL\
        """,
        row -> row.number(1),
        canonical);
  }

  /// The number a number stands for now: itself, or that of the bookmark it joined. Empty if it was
  /// never given or the bookmark was purged.
  Optional<Long> resolve(long id) {
    return sql.first(
        """
        SELECT id FROM bookmark WHERE id = ?1
        UNION ALL
        SELECT merged_into FROM tombstone WHERE bookmark_id = ?1 AND merged_into IS NOT NULL\
        """,
        row -> row.number(1),
        id);
  }

  boolean isTrashed(long id) {
    return sql.exists("SELECT 1 FROM bookmark WHERE id = ? AND removed_at IS NOT NULL", id);
  }

  /// Adds a bare bookmark: an address and a time.
  long insert(WebUrl url, Instant at) {
    long id =
        sql.number(
            """
            INSERT INTO bookmark (given, fetch_address, added_at, changed_at, seq)
            VALUES (?, ?, ?, ?, ?) RETURNING id\
            """,
            url.given(),
            url.fetchAddress(),
            at,
            at,
            nextSeq());
    insertOwnAddress(id, url);
    return id;
  }

  /// Adds a bookmark as it stood in another library, under its number there if that was never given
  /// here.
  long insert(Bookmark bookmark) {
    WebUrl url = bookmark.url();
    Attempt attempt = bookmark.attempt();
    long id =
        sql.number(
            """
            INSERT INTO bookmark (id, given, fetch_address, title, state, starred, verdict, detail,
              attempted_at, added_at, changed_at, read_at, seq)
            VALUES (iif(?1 > 0 AND NOT EXISTS (SELECT 1 FROM tombstone WHERE bookmark_id = ?1)
                AND NOT EXISTS (SELECT 1 FROM bookmark WHERE id = ?1), ?1, NULL),
              ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            RETURNING id\
            """,
            bookmark.id(),
            url.given(),
            url.fetchAddress(),
            bookmark.title(),
            bookmark.state().label(),
            bookmark.starred(),
            attempt.verdict().label(),
            attempt.detail(),
            attempt.at(),
            bookmark.addedAt(),
            bookmark.changedAt(),
            bookmark.readAt(),
            nextSeq());
    insertOwnAddress(id, url);
    return id;
  }

  private void insertOwnAddress(long id, WebUrl url) {
    sql.update(
        "INSERT INTO address (canonical, bookmark_id, own) VALUES (?, ?, 1)", url.canonical(), id);
  }

  /// Lets one more address lead to the bookmark.
  ///
  /// @return false if the address leads to a bookmark already, be it this one or another
  boolean addAlias(long id, String canonical) {
    return sql.update(
            "INSERT OR IGNORE INTO address (canonical, bookmark_id, own) VALUES (?, ?, 0)",
            canonical,
            id)
        == 1;
  }

  /// Takes the way to the page from an address that is the bookmark's own in another form.
  ///
  /// @return false if it is the same way, or the address is only an alias
  boolean renewFetchAddress(long id, WebUrl url) {
    return sql.update(
            """
            UPDATE bookmark SET fetch_address = ?1 WHERE id = ?2 AND fetch_address <> ?1
              AND EXISTS (SELECT 1 FROM address WHERE canonical = ?3 AND bookmark_id = ?2 AND own = 1)\
            """,
            url.fetchAddress(),
            id,
            url.canonical())
        == 1;
  }

  /// Makes an address that leads nowhere or to this bookmark its own; the old one becomes an alias.
  ///
  /// @return false if it is its own already
  boolean readdress(long id, WebUrl own) {
    if (sql.exists(
        "SELECT 1 FROM address WHERE canonical = ? AND bookmark_id = ? AND own = 1",
        own.canonical(),
        id)) {
      return false;
    }
    sql.update("UPDATE address SET own = 0 WHERE bookmark_id = ?", id);
    sql.update("DELETE FROM address WHERE canonical = ? AND bookmark_id = ?", own.canonical(), id);
    insertOwnAddress(id, own);
    sql.update("UPDATE bookmark SET fetch_address = ? WHERE id = ?", own.fetchAddress(), id);
    return true;
  }

  boolean setState(long id, ReadingState state, Instant at) {
    Instant readAt = state == ReadingState.READ ? at : null;
    return sql.update(
            "UPDATE bookmark SET state = ?1, read_at = ?2 WHERE id = ?3 AND state <> ?1",
            state.label(),
            readAt,
            id)
        == 1;
  }

  Attempt attempt(long id) {
    return sql.first(
            "SELECT verdict, detail, attempted_at FROM bookmark WHERE id = ?",
            Bookmarks::attempt,
            id)
        .orElse(Attempt.NONE);
  }

  private static Attempt attempt(Row row) throws SQLException {
    return new Attempt(
        Verdict.ofLabel(row.text("verdict")),
        row.textOrNull("detail"),
        row.instantOrNull("attempted_at"));
  }

  void setAttempt(long id, Attempt attempt) {
    sql.update(
        "UPDATE bookmark SET verdict = ?, detail = ?, attempted_at = ? WHERE id = ?",
        attempt.verdict().label(),
        attempt.detail(),
        attempt.at(),
        id);
  }

  /// Takes over what another bookmark of the same page knows better: a title where there is none,
  /// the star, the earlier times, and that it was read.
  void join(long id, Bookmark other) {
    sql.update(
        """
        UPDATE bookmark SET title = coalesce(title, ?1), starred = max(starred, ?2),
          state = iif(?3 = 'read', 'read', state), read_at = coalesce(min(read_at, ?4), read_at, ?4),
          added_at = min(added_at, ?5), changed_at = max(changed_at, ?6)
        WHERE id = ?7\
        """,
        other.title(),
        other.starred(),
        other.state().label(),
        other.readAt(),
        other.addedAt(),
        other.changedAt(),
        id);
  }

  /// Takes the bookmark and all that hangs on it out; its number leads on to the other from now on,
  /// and so do the numbers that led to it.
  void bury(long id, long successor) {
    sql.update("UPDATE tombstone SET merged_into = ? WHERE merged_into = ?", successor, id);
    sql.update("DELETE FROM bookmark WHERE id = ?", id);
    sql.update(
        "INSERT INTO tombstone (bookmark_id, seq, merged_into) VALUES (?, ?, ?)",
        id,
        nextSeq(),
        successor);
  }

  /// Takes those out for good that lie in the trash since before the instant. Their removal was
  /// told when they went to the trash, so the tombstone keeps that number.
  ///
  /// @return how many
  int purge(Instant before) {
    sql.update(
        """
        UPDATE tombstone SET merged_into = NULL
        WHERE merged_into IN (SELECT id FROM bookmark WHERE removed_at < ?)\
        """,
        before);
    sql.update(
        """
        INSERT INTO tombstone (bookmark_id, seq)
        SELECT id, seq FROM bookmark WHERE removed_at < ?\
        """,
        before);
    return sql.update("DELETE FROM bookmark WHERE removed_at < ?", before);
  }

  /// The bookmarks of a JSON array of numbers, by number.
  List<Bookmark> list(String ids, boolean trashed) {
    Map<Long, List<String>> aliases =
        sql.grouped(
            """
            SELECT bookmark_id, canonical FROM address
            WHERE bookmark_id IN (SELECT value FROM json_each(?)) AND own = 0
            ORDER BY canonical\
            """,
            row -> row.text("canonical"),
            ids);
    Map<Long, List<Tag>> tags = new Tags(sql).byBookmark(ids);
    return sql.list(
        """
        SELECT bookmark.*, canonical
        FROM bookmark JOIN address ON address.bookmark_id = bookmark.id AND own = 1
        WHERE id IN (SELECT value FROM json_each(?)) AND (removed_at IS NOT NULL) = ?\
        """,
        row -> {
          long id = row.number("id");
          return bookmark(
              row, aliases.getOrDefault(id, List.of()), tags.getOrDefault(id, List.of()));
        },
        ids,
        trashed);
  }

  private static Bookmark bookmark(Row row, List<String> aliases, List<Tag> tags)
      throws SQLException {
    return new Bookmark(
        row.number("id"),
        WebUrl.stored(row.text("given"), row.text("fetch_address"), row.text("canonical")),
        aliases,
        row.textOrNull("title"),
        tags,
        ReadingState.ofLabel(row.text("state")),
        row.flag("starred"),
        attempt(row),
        row.instant("added_at"),
        row.instant("changed_at"),
        row.instantOrNull("read_at"));
  }
}
