package zhai.store;

import java.util.List;
import java.util.Map;
import zhai.model.Tag;

/// The tables `tag` and `bookmark_tag`. A tag that no bookmark bears any more is forgotten, and
/// with it how it was typed.
record Tags(Sql sql) {

  /// Adds the tag, as typed if it is new to the library.
  ///
  /// @return false if the bookmark bears it already
  boolean add(long id, Tag tag) {
    sql.update("INSERT OR IGNORE INTO tag (key, label) VALUES (?, ?)", tag.key(), tag.label());
    return sql.update(
            "INSERT OR IGNORE INTO bookmark_tag (bookmark_id, tag_key) VALUES (?, ?)",
            id,
            tag.key())
        == 1;
  }

  /// Takes the tag away.
  ///
  /// @return false if the bookmark does not bear it
  boolean remove(long id, Tag tag) {
    boolean removed =
        sql.update("DELETE FROM bookmark_tag WHERE bookmark_id = ? AND tag_key = ?", id, tag.key())
            == 1;
    forgetUnused();
    return removed;
  }

  /// Gives all bookmarks of one tag the other one; a tag may be renamed to another spelling of
  /// itself.
  ///
  /// @return the bookmarks, those in the trash too
  List<Long> rename(Tag from, Tag to) {
    List<Long> bearers =
        sql.list(
            "SELECT bookmark_id FROM bookmark_tag WHERE tag_key = ?",
            row -> row.number(1),
            from.key());
    if (bearers.isEmpty()) {
      return bearers;
    }
    sql.update(
        """
        INSERT INTO tag (key, label) VALUES (?1, ?2)
        ON CONFLICT (key) DO UPDATE SET label = ?2 WHERE ?1 = ?3\
        """,
        to.key(),
        to.label(),
        from.key());
    sql.update(
        "UPDATE OR IGNORE bookmark_tag SET tag_key = ? WHERE tag_key = ?", to.key(), from.key());
    if (!to.equals(from)) {
      sql.update("DELETE FROM bookmark_tag WHERE tag_key = ?", from.key());
    }
    forgetUnused();
    return bearers;
  }

  void forgetUnused() {
    sql.update("DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM bookmark_tag WHERE tag_key = key)");
  }

  /// All tags that are borne outside the trash, most used first.
  List<TagCount> counts() {
    return sql.list(
        """
        SELECT label, count(*) AS bookmarks
        FROM tag JOIN bookmark_tag ON tag_key = key JOIN bookmark ON bookmark.id = bookmark_id
        WHERE removed_at IS NULL GROUP BY key ORDER BY bookmarks DESC, key\
        """,
        row -> new TagCount(new Tag(row.text("label")), row.integer("bookmarks")));
  }

  Map<Long, List<Tag>> byBookmark(String ids) {
    return sql.grouped(
        """
        SELECT bookmark_id, label FROM bookmark_tag JOIN tag ON key = tag_key
        WHERE bookmark_id IN (SELECT value FROM json_each(?)) ORDER BY key\
        """,
        row -> new Tag(row.text("label")),
        ids);
  }
}
