package zhai.store;

import java.util.List;
import java.util.Optional;
import zhai.model.SavedSearch;

/// The table `saved_search`.
record Searches(Sql sql) {
  private static final Sql.Reading<SavedSearch> SEARCH =
      row -> new SavedSearch(row.text("name"), row.text("query"), row.instant("saved_at"));

  List<SavedSearch> all() {
    return sql.list("SELECT name, query, saved_at FROM saved_search ORDER BY key", SEARCH);
  }

  private Optional<SavedSearch> named(String key) {
    return sql.first("SELECT name, query, saved_at FROM saved_search WHERE key = ?", SEARCH, key);
  }

  /// Keeps the search in the place of the one that had its name.
  ///
  /// @return the one that had it
  Optional<SavedSearch> put(SavedSearch search) {
    Optional<SavedSearch> before = named(search.key());
    sql.update(
        "INSERT OR REPLACE INTO saved_search (key, name, query, saved_at) VALUES (?, ?, ?, ?)",
        search.key(),
        search.name(),
        search.query(),
        search.savedAt());
    return before;
  }

  /// @return the one that had the name
  Optional<SavedSearch> remove(String key) {
    Optional<SavedSearch> before = named(key);
    sql.update("DELETE FROM saved_search WHERE key = ?", key);
    return before;
  }
}
