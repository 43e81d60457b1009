package zhai.store;

import java.util.List;

/// The table `note_file`: files of the user's notes as they were last read.
record NoteFiles(Sql sql) {
  private static final Sql.Reading<NoteFileState> FILE =
      row ->
          new NoteFileState(
              row.text("file"),
              row.text("path"),
              row.text("sha256"),
              row.number("bytes"),
              row.instant("read_at"),
              row.integer("reader"),
              row.integer("records"),
              row.integer("mentions"),
              row.integer("skipped"));

  List<NoteFileState> all() {
    return sql.list("SELECT * FROM note_file ORDER BY file", FILE);
  }

  /// Takes the place of what was known of the file under its name or where it lies.
  void put(NoteFileState file) {
    sql.update(
        """
        INSERT OR REPLACE INTO note_file
          (file, path, sha256, bytes, read_at, reader, records, mentions, skipped)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        file.file(),
        file.path(),
        file.sha256(),
        file.bytes(),
        file.readAt(),
        file.reader(),
        file.records(),
        file.mentions(),
        file.skipped());
  }

  void remove(String file) {
    sql.update("DELETE FROM note_file WHERE file = ?", file);
  }
}
