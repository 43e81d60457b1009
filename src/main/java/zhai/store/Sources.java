package zhai.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.Tag;
import zhai.model.Verdict;

/// The table `note_source`: where in the user's own notes a bookmark stands. A bookmark has no two
/// that are equal but for being gone, so that a source tells its row.
record Sources(Sql sql) {

  /// Adds the source beside others, also of the same line: nothing is overwritten.
  ///
  /// @return false if it is known just so
  boolean add(long id, NoteSource source) {
    if (row(id, source) != 0) {
      return false;
    }
    sql.update(
        """
        INSERT INTO note_source (bookmark_id, file, line, day, body, kind, label, tags, gone)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        id,
        source.file(),
        source.line(),
        day(source),
        source.body(),
        source.kind().label(),
        source.label(),
        tags(source),
        source.gone());
    return true;
  }

  /// Puts one source in the place of another; marks that were read there stay with it. If the
  /// bookmark has the new one already, the two become one.
  ///
  /// @return false if the old one is not known
  boolean replace(long id, NoteSource old, NoteSource now) {
    long row = row(id, old);
    if (row == 0) {
      return false;
    }
    long present = row(id, now);
    if (present == 0 || present == row) {
      update(row, now);
    } else {
      sql.update("UPDATE mark SET source_id = ? WHERE source_id = ?", present, row);
      sql.update("DELETE FROM note_source WHERE id = ?", row);
      update(present, now);
    }
    return true;
  }

  private void update(long row, NoteSource now) {
    sql.update(
        """
        UPDATE note_source
        SET file = ?, line = ?, day = ?, body = ?, kind = ?, label = ?, tags = ?, gone = ?
        WHERE id = ?\
        """,
        now.file(),
        now.line(),
        day(now),
        now.body(),
        now.kind().label(),
        now.label(),
        tags(now),
        now.gone(),
        row);
  }

  /// The row that is meant by a mark's origin: of several, one that still stands there.
  @Nullable Long row(long id, @Nullable Origin origin) {
    return origin == null
        ? null
        : sql.first(
                """
                SELECT id FROM note_source WHERE bookmark_id = ? AND file = ? AND line = ?
                ORDER BY gone, id LIMIT 1\
                """,
                row -> row.number(1),
                id,
                origin.file(),
                origin.line())
            .orElse(null);
  }

  /// The row of the source, be it gone or not; or 0.
  private long row(long id, NoteSource source) {
    return sql.first(
            """
            SELECT id FROM note_source WHERE bookmark_id = ? AND file = ? AND line = ?
              AND day IS ? AND body = ? AND kind = ? AND label = ? AND tags = ?\
            """,
            row -> row.number(1),
            id,
            source.file(),
            source.line(),
            day(source),
            source.body(),
            source.kind().label(),
            source.label(),
            tags(source))
        .orElse(0L);
  }

  private static @Nullable String day(NoteSource source) {
    return source.day() == null ? null : source.day().toString();
  }

  /// A line for each.
  private static String tags(NoteSource source) {
    return source.tags().stream().map(Tag::label).collect(Collectors.joining("\n"));
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

  /// What stands in a file, or stood there; bookmarks in the trash too.
  List<Noted> inFile(String file) {
    return sql.list(
        """
        SELECT note_source.*, removed_at IS NOT NULL AS trashed
        FROM note_source JOIN bookmark ON bookmark.id = bookmark_id
        WHERE file = ? ORDER BY line, note_source.id\
        """,
        row -> new Noted(row.number("bookmark_id"), row.flag("trashed"), source(row)),
        file);
  }

  /// Those in the files whose page was not asked for yet, in the order of file and line.
  List<Long> pendingIn(List<String> files) {
    Set<String> wanted = Set.copyOf(files);
    Set<Long> pending = new LinkedHashSet<>();
    sql
        .list(
            """
            SELECT file, bookmark_id FROM note_source JOIN bookmark ON bookmark.id = bookmark_id
            WHERE verdict = ? AND removed_at IS NULL AND NOT gone ORDER BY file, line\
            """,
            row -> Map.entry(row.text("file"), row.number("bookmark_id")),
            Verdict.PENDING.label())
        .stream()
        .filter(place -> wanted.contains(place.getKey()))
        .forEach(place -> pending.add(place.getValue()));
    return List.copyOf(pending);
  }

  /// How many places are gone from each file, by its name.
  Map<String, Integer> goneByFile() {
    Map<String, Integer> byFile = new TreeMap<>();
    sql.list(
            "SELECT file, count(*) AS places FROM note_source WHERE gone GROUP BY file",
            row -> Map.entry(row.text("file"), row.integer("places")))
        .forEach(places -> byFile.put(places.getKey(), places.getValue()));
    return byFile;
  }

  private static NoteSource source(Row row) throws SQLException {
    String day = row.textOrNull("day");
    return new NoteSource(
        row.text("file"),
        row.integer("line"),
        day == null ? null : LocalDate.parse(day),
        row.text("body"),
        NoteKind.ofLabel(row.text("kind")),
        row.text("label"),
        row.text("tags").lines().map(Tag::new).toList(),
        row.flag("gone"));
  }
}
