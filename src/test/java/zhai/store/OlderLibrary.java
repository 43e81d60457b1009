package zhai.store;

import java.nio.file.Path;

/// Makes libraries as earlier versions of the program left them.
public final class OlderLibrary {
  private static final String BOOKMARK =
      """
      INSERT INTO bookmark (given, fetch_address, title, added_at, changed_at, seq)
      VALUES ('g', 'f', '第%1$d篇', '2026-01-04T08:30:00.000000000Z', '2026-01-04T08:30:00.000000000Z', %1$d);
      INSERT INTO address VALUES ('https://example.org/%1$d', %1$d, 1);
      INSERT INTO mark (bookmark_id, position, kind, words, added_at)
      VALUES (%1$d, 0, 'note', 'klangholz %1$d', '2026-01-04T08:30:00.000000000Z');
      """;

  private OlderLibrary() {}

  /// Makes a library of format 2 with so many bookmarks, each with a note.
  public static void make(Path database, int bookmarks) {
    LibraryFile second =
        new LibraryFile(database, Migration.all().subList(0, 2), LibraryFile.PATIENCE, "");
    second.create();
    try (Sql sql = second.writer()) {
      for (int id = 1; id <= bookmarks; id++) {
        sql.script(BOOKMARK.formatted(id));
      }
      sql.script("UPDATE library SET seq = " + bookmarks);
    }
  }
}
