package zhai.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import zhai.model.SavedSearch;
import zhai.query.Query;
import zhai.query.QueryException;
import zhai.query.QueryParser;
import zhai.query.SavedSearches;

/// The searches that a person keeps by name. They are part of the library's truth: a backup has
/// them.
public final class KeptSearches {
  private final Library library;

  public KeptSearches(Library library) {
    this.library = library;
  }

  /// All of them, by name.
  public List<SavedSearch> all() {
    return library.store().savedSearches();
  }

  /// Keeps a query by a name, in the place of the one that had it.
  ///
  /// @return the one that had it
  /// @throws QueryException if the query can't be read, or would ask for itself
  public Optional<SavedSearch> save(String name, String query) {
    SavedSearch search = new SavedSearch(name, query, library.now());
    Query read = QueryParser.parse(query, SavedSearches.of(all()).with(search));
    if (read instanceof Query.Everything) {
      throw new IllegalArgumentException("there is no search to keep as @" + search.name());
    }
    return library.store().write(tx -> tx.saveSearch(search));
  }

  /// What came of forgetting one.
  ///
  /// @param search the one that is gone
  /// @param orphans those that asked for it, and can't be read now
  public record Forgotten(SavedSearch search, List<SavedSearch> orphans) {}

  /// Forgets the search of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Forgotten forget(String name) {
    SavedSearches before = SavedSearches.of(all());
    SavedSearch search =
        library
            .store()
            .write(tx -> tx.forgetSearch(name))
            .orElseThrow(() -> new IllegalArgumentException(before.unknown(name)));
    SavedSearches after = SavedSearches.of(all());
    Predicate<SavedSearch> wasReadable = other -> isReadable(other, before);
    return new Forgotten(
        search,
        all().stream().filter(wasReadable).filter(other -> !isReadable(other, after)).toList());
  }

  private static boolean isReadable(SavedSearch search, SavedSearches searches) {
    try {
      QueryParser.parse(search.query(), searches);
      return true;
    } catch (QueryException _) {
      return false;
    }
  }
}
