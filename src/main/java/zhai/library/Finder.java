package zhai.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhai.index.CatchUp;
import zhai.index.Facets;
import zhai.index.Hit;
import zhai.index.IndexDamagedException;
import zhai.index.SearchOptions;
import zhai.index.SearchResult;
import zhai.index.SortOrder;
import zhai.model.Entry;
import zhai.query.Query;
import zhai.query.QueryParser;
import zhai.store.Listing;

/// The walk of a query: text → tree → hits in the index → rows of the store.
public final class Finder {
  private final Library library;

  public Finder(Library library) {
    this.library = library;
  }

  /// A bookmark that was found, and where.
  public record Found(Entry entry, Hit hit) {}

  /// An answer to a query.
  ///
  /// @param total how many there are in all
  /// @param partial whether no bookmark has everything asked for and these are the best of the rest
  /// @param missingWords of a partial answer, the words that stand in no bookmark at all
  /// @param notIndexed changes that the index has not seen yet because another process holds it or
  ///   the disk is full
  public record Answer(
      List<Found> found, long total, boolean partial, List<String> missingWords, long notIndexed) {}

  /// The best matches, best first.
  ///
  /// @throws zhai.query.QueryException if the text is no query
  public Answer search(String query, int limit) {
    Query parsed = QueryParser.parse(query);
    long notIndexed = catchUp();
    SearchResult result = find(parsed, SearchOptions.best(limit, library.here()));
    Map<Long, Entry> entries =
        library.store().outlines(result.hits().stream().map(Hit::id).toList()).stream()
            .collect(Collectors.toMap(entry -> entry.bookmark().id(), Function.identity()));
    List<Found> found = new ArrayList<>();
    for (Hit hit : result.hits()) {
      Entry entry = entries.get(hit.id());
      if (entry != null) {
        found.add(new Found(entry, hit));
      }
    }
    return new Answer(found, result.total(), result.partial(), result.missingWords(), notIndexed);
  }

  /// Only numbers and scores, for scripts and for measuring; the index must be caught up before.
  public SearchResult hits(Query query, int limit) {
    return find(query, SearchOptions.best(limit, library.here()).withoutSnippets());
  }

  /// Damage that shows only now is put right at once: the index is built anew and asked again.
  private SearchResult find(Query query, SearchOptions options) {
    return ask(() -> library.index().search(query, options));
  }

  private <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (IndexDamagedException _) {
      library.catchUp();
      return question.get();
    }
  }

  /// What all that a query selects has in common; partial matches don't count.
  ///
  /// @throws zhai.query.QueryException if the text is no query
  public Facets facets(String query) {
    Query parsed = QueryParser.parse(query);
    catchUp();
    return ask(() -> library.index().facets(parsed, library.here()));
  }

  /// Everything that a query selects, or the whole library for an empty one, latest first. Partial
  /// matches are left out: a list holds what was asked for. The articles come without their
  /// content.
  ///
  /// @throws zhai.query.QueryException if the text is no query
  public List<Entry> select(String query) {
    return library.store().outlines(selectIds(query));
  }

  /// What was not read yet or could not be, in the order it was added.
  public List<Long> unread() {
    return Stream.of(Listing.PENDING, Listing.FAILED)
        .flatMap(listing -> library.store().ids(listing).stream())
        .sorted()
        .toList();
  }

  /// The numbers of what {@link #select} gives.
  public List<Long> selectIds(String query) {
    if (query.isBlank()) {
      return library.store().ids(Listing.ALL);
    }
    Query parsed = QueryParser.parse(query);
    catchUp();
    SearchResult result =
        find(
            parsed,
            SearchOptions.best(Integer.MAX_VALUE, library.here())
                .withSort(SortOrder.NEWEST)
                .withoutSnippets());
    return result.partial() ? List.of() : result.hits().stream().map(Hit::id).toList();
  }

  /// Leads the index up to the store.
  ///
  /// @return how many changes it lags behind because another process holds it or the disk is full;
  ///   0 normally
  public long catchUp() {
    return switch (library.catchUp()) {
      case CatchUp.UpToDate _, CatchUp.Followed _ -> 0;
      case CatchUp.Busy _, CatchUp.NotWritten _ -> library.unindexed();
    };
  }
}
