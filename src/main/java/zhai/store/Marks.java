package zhai.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.model.Anchor;
import zhai.model.Mark;
import zhai.model.Origin;
import zhai.model.Span;
import zhai.model.Surroundings;

/// The table `mark`: excerpts with their anchors, and notes, in the order they were added.
record Marks(Sql sql) {

  /// Puts the mark after the bookmark's others, under its own number if that is free.
  ///
  /// @return false if the bookmark has the same words and comment already
  boolean add(long id, Mark mark) {
    Columns columns = Columns.of(mark);
    boolean same =
        sql.exists(
            """
            SELECT 1 FROM mark
            WHERE bookmark_id = ? AND kind = ? AND words = ? AND comment IS ?\
            """,
            id,
            columns.kind,
            columns.words,
            columns.comment);
    if (same) {
      return false;
    }
    sql.update(
        """
        INSERT INTO mark (id, bookmark_id, position, kind, words, comment, prefix, suffix, anchor,
          places, similarity, added_at, source_id)
        VALUES (iif(?1 > 0 AND NOT EXISTS (SELECT 1 FROM mark WHERE id = ?1), ?1, NULL), ?2,
          (SELECT coalesce(max(position), 0) + 1 FROM mark WHERE bookmark_id = ?2),
          ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)\
        """,
        mark.id(),
        id,
        columns.kind,
        columns.words,
        columns.comment,
        columns.around.prefix(),
        columns.around.suffix(),
        columns.anchor.label(),
        places(columns.anchor),
        similarity(columns.anchor),
        mark.addedAt(),
        new Sources(sql).row(id, mark.origin()));
    return true;
  }

  /// Records what a comparison with the page made of the mark of that number. One that turns out to
  /// be what another mark says already goes: the same words picked by hand and read from a note are
  /// one excerpt.
  ///
  /// @return false if the bookmark has no such mark
  boolean settle(long id, Mark.Excerpt mark) {
    boolean doubled =
        sql.exists(
            """
            SELECT 1 FROM mark AS one JOIN mark AS other USING (bookmark_id)
            WHERE one.id = ? AND one.bookmark_id = ? AND one.kind = 'note'
              AND other.kind = 'excerpt' AND other.words = ? AND other.comment IS ?\
            """,
            mark.id(),
            id,
            mark.quote(),
            mark.comment());
    return doubled ? remove(id, mark.id()) : update(id, mark);
  }

  /// Replaces the mark of that number; its place in the order, its origin and when it was added
  /// stay.
  ///
  /// @return false if the bookmark has no such mark
  boolean update(long id, Mark mark) {
    Columns columns = Columns.of(mark);
    return sql.update(
            """
            UPDATE mark SET kind = ?, words = ?, comment = ?, prefix = ?, suffix = ?, anchor = ?,
              places = ?, similarity = ?
            WHERE bookmark_id = ? AND id = ?\
            """,
            columns.kind,
            columns.words,
            columns.comment,
            columns.around.prefix(),
            columns.around.suffix(),
            columns.anchor.label(),
            places(columns.anchor),
            similarity(columns.anchor),
            id,
            mark.id())
        == 1;
  }

  /// Lets the mark of that number come from another place in the notes, or from the user's hand.
  ///
  /// @return false if the bookmark has no such mark
  boolean setOrigin(long id, long markId, @Nullable Origin origin) {
    return sql.update(
            "UPDATE mark SET source_id = ? WHERE bookmark_id = ? AND id = ?",
            new Sources(sql).row(id, origin),
            id,
            markId)
        == 1;
  }

  /// Removes the mark of that number.
  ///
  /// @return false if the bookmark has no such mark
  boolean remove(long id, long markId) {
    return sql.update("DELETE FROM mark WHERE bookmark_id = ? AND id = ?", id, markId) == 1;
  }

  Map<Long, List<Mark>> byBookmark(String ids) {
    return sql.grouped(
        """
        SELECT mark.*, file, line FROM mark LEFT JOIN note_source ON note_source.id = source_id
        WHERE mark.bookmark_id IN (SELECT value FROM json_each(?))
        ORDER BY mark.bookmark_id, position\
        """,
        Marks::mark,
        ids);
  }

  private static Mark mark(Row row) throws SQLException {
    if (row.text("kind").equals("note")) {
      return new Mark.Note(
          row.number("id"), row.text("words"), row.instant("added_at"), origin(row));
    }
    return new Mark.Excerpt(
        row.number("id"),
        row.text("words"),
        row.textOrNull("comment"),
        new Surroundings(row.text("prefix"), row.text("suffix")),
        anchor(row),
        row.instant("added_at"),
        origin(row));
  }

  private static @Nullable Origin origin(Row row) throws SQLException {
    String file = row.textOrNull("file");
    return file == null ? null : new Origin(file, row.integer("line"));
  }

  private static Anchor anchor(Row row) throws SQLException {
    List<Span> places = spans(row.text("places"));
    return switch (row.text("anchor")) {
      case "exact" -> new Anchor.Exact(places.getFirst());
      case "near" -> new Anchor.Near(places.getFirst(), row.real("similarity"));
      case "ambiguous" -> new Anchor.Ambiguous(places);
      case "missing" -> new Anchor.Missing();
      default -> new Anchor.Unchecked();
    };
  }

  private static List<Span> spans(String places) {
    return Arrays.stream(places.split(" "))
        .filter(place -> !place.isEmpty())
        .map(place -> place.split("-"))
        .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
        .toList();
  }

  private static String places(Anchor anchor) {
    List<Span> spans =
        switch (anchor) {
          case Anchor.Exact(Span place) -> List.of(place);
          case Anchor.Near(Span place, _) -> List.of(place);
          case Anchor.Ambiguous(List<Span> several) -> several;
          case Anchor.Missing _, Anchor.Unchecked _ -> List.of();
        };
    return spans.stream()
        .map(span -> span.start() + "-" + span.end())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Double similarity(Anchor anchor) {
    return anchor instanceof Anchor.Near near ? near.similarity() : null;
  }

  /// What differs between the two kinds of mark, as columns.
  private record Columns(
      String kind, String words, @Nullable String comment, Surroundings around, Anchor anchor) {
    static Columns of(Mark mark) {
      return switch (mark) {
        case Mark.Excerpt excerpt ->
            new Columns(
                "excerpt",
                excerpt.quote(),
                excerpt.comment(),
                excerpt.surroundings(),
                excerpt.anchor());
        case Mark.Note note ->
            new Columns("note", note.text(), null, Surroundings.NONE, new Anchor.Unchecked());
      };
    }
  }
}
