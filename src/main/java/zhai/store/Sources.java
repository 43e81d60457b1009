package zhai.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhai.model.NoteSource;

/// The table `note_source`: where in the user's own notes a bookmark stands.
record Sources(Sql sql) {

  /// Adds the source, or renews what is known of the same line of the same file.
  ///
  /// @return false if it is known just so
  boolean put(long id, NoteSource source) {
    if (isKnown(id, source)) {
      return false;
    }
    int renewed =
        sql.update(
            """
            UPDATE note_source SET day = ?, body = ?
            WHERE bookmark_id = ? AND file = ? AND line = ?\
            """,
            day(source),
            source.body(),
            id,
            source.file(),
            source.line());
    if (renewed == 0) {
      insert(id, source);
    }
    return true;
  }

  /// Adds the source beside others of the same line: nothing is overwritten.
  ///
  /// @return false if it is known just so
  boolean add(long id, NoteSource source) {
    if (isKnown(id, source)) {
      return false;
    }
    insert(id, source);
    return true;
  }

  boolean remove(long id, String file, int line) {
    return sql.update(
            "DELETE FROM note_source WHERE bookmark_id = ? AND file = ? AND line = ?",
            id,
            file,
            line)
        > 0;
  }

  private boolean isKnown(long id, NoteSource source) {
    return sql.exists(
        """
        SELECT 1 FROM note_source
        WHERE bookmark_id = ? AND file = ? AND line = ? AND day IS ? AND body = ?\
        """,
        id,
        source.file(),
        source.line(),
        day(source),
        source.body());
  }

  private void insert(long id, NoteSource source) {
    sql.update(
        "INSERT INTO note_source (bookmark_id, file, line, day, body) VALUES (?, ?, ?, ?, ?)",
        id,
        source.file(),
        source.line(),
        day(source),
        source.body());
  }

  private static @Nullable String day(NoteSource source) {
    return source.day() == null ? null : source.day().toString();
  }

  Map<Long, List<NoteSource>> byBookmark(String ids) {
    return sql.grouped(
        """
        SELECT * FROM note_source WHERE bookmark_id IN (SELECT value FROM json_each(?))
        ORDER BY bookmark_id, file, line, id\
        """,
        Sources::source,
        ids);
  }

  private static NoteSource source(Row row) throws SQLException {
    String day = row.textOrNull("day");
    return new NoteSource(
        row.text("file"),
        row.integer("line"),
        day == null ? null : LocalDate.parse(day),
        row.text("body"));
  }
}
