package zhai.query;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import zhai.model.SavedSearch;

/// The searches that a query can ask for as `@NAME`.
///
/// @param byKey by the key of their names
public record SavedSearches(Map<String, SavedSearch> byKey) {
  /// Of someone who has kept none.
  public static final SavedSearches NONE = new SavedSearches(Map.of());

  public SavedSearches {
    byKey = Map.copyOf(byKey);
  }

  public static SavedSearches of(Collection<SavedSearch> searches) {
    Map<String, SavedSearch> byKey = new TreeMap<>();
    searches.forEach(search -> byKey.put(search.key(), search));
    return new SavedSearches(byKey);
  }

  /// These and another one, which takes the place of one of the same name.
  public SavedSearches with(SavedSearch search) {
    Map<String, SavedSearch> more = new TreeMap<>(byKey);
    more.put(search.key(), search);
    return new SavedSearches(more);
  }

  public Optional<SavedSearch> named(String name) {
    return Optional.ofNullable(byKey.get(SavedSearch.key(name)));
  }

  /// The sentence about a name that is none, with the one that was probably meant.
  public String unknown(String name) {
    return "there is no saved search @" + name + nearest(name).orElse("");
  }

  private Optional<String> nearest(String name) {
    return Suggestion.nearest(SavedSearch.key(name), byKey.keySet().stream().sorted().toList())
        .flatMap(this::named)
        .map(search -> "; did you mean @%s?".formatted(search.name()));
  }
}
