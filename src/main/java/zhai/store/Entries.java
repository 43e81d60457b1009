package zhai.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhai.model.ArticleVersion;
import zhai.model.Bookmark;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;

/// Puts bookmarks and what hangs on them together: one statement for each table, whatever the
/// number of bookmarks.
record Entries(Sql sql) {
  /// Bookmarks to a statement; bounds the memory that one answer of SQLite takes.
  private static final int CHUNK = 2_000;

  /// What to read of a bookmark.
  ///
  /// @param trashed those in the trash instead of those that are not
  /// @param forms of the articles' content; the others are left empty
  record Depth(boolean trashed, Articles.Forms forms) {
    static final Depth WHOLE = new Depth(false, Articles.Forms.ALL);
    static final Depth SEARCHED = new Depth(false, Articles.Forms.TEXT);
    static final Depth OUTLINE = new Depth(false, Articles.Forms.NONE);
    static final Depth TRASH = new Depth(true, Articles.Forms.NONE);
  }

  /// The entries in the order of the numbers; numbers that are absent are left out.
  List<Entry> list(List<Long> ids, Depth depth) {
    List<Entry> entries = new ArrayList<>(ids.size());
    for (List<Long> chunk : Ids.chunks(ids, CHUNK)) {
      Map<Long, Entry> found = byId(chunk, depth);
      chunk.stream().filter(found::containsKey).map(found::get).forEach(entries::add);
    }
    return entries;
  }

  Optional<Entry> one(long id, Depth depth) {
    return list(List.of(id), depth).stream().findFirst();
  }

  private Map<Long, Entry> byId(Collection<Long> ids, Depth depth) {
    String json = Ids.json(ids);
    Map<Long, List<ArticleVersion>> articles =
        new Articles(sql).currentByBookmark(json, depth.forms());
    Map<Long, List<Mark>> marks = new Marks(sql).byBookmark(json);
    Map<Long, List<NoteSource>> sources = new Sources(sql).byBookmark(json);
    Map<Long, Entry> entries = new HashMap<>();
    for (Bookmark bookmark : new Bookmarks(sql).list(json, depth.trashed())) {
      long id = bookmark.id();
      ArticleVersion article =
          articles.getOrDefault(id, List.of()).stream().findFirst().orElse(null);
      entries.put(
          id,
          new Entry(
              bookmark,
              article,
              marks.getOrDefault(id, List.of()),
              sources.getOrDefault(id, List.of())));
    }
    return entries;
  }

  /// All that is kept of a bookmark.
  Optional<Dossier> dossier(long id, Depth depth) {
    return one(id, depth)
        .map(entry ->
            new Dossier(
                entry,
                new Articles(sql).versions(id),
                new Snapshots(sql).list(id),
                new Images(sql).list(id)));
  }
}
