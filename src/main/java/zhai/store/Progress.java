package zhai.store;

import java.util.Optional;

/// The table `import_progress`: imports that did not end yet.
record Progress(Sql sql) {

  Optional<ImportProgress> of(String file) {
    return sql.first(
        "SELECT * FROM import_progress WHERE file = ?",
        row -> new ImportProgress(row.text("file"), row.text("sha256"), row.integer("items")),
        file);
  }

  void put(ImportProgress progress) {
    sql.update(
        "INSERT OR REPLACE INTO import_progress (file, sha256, items) VALUES (?, ?, ?)",
        progress.file(),
        progress.sha256(),
        progress.items());
  }

  void remove(String file) {
    sql.update("DELETE FROM import_progress WHERE file = ?", file);
  }
}
