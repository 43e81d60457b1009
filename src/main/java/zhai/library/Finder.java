package zhai.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.index.CatchUp;
import zhai.index.Explanation;
import zhai.index.Facets;
import zhai.index.Hit;
import zhai.index.IndexDamagedException;
import zhai.index.SearchOptions;
import zhai.index.SearchResult;
import zhai.index.Similar;
import zhai.index.SortOrder;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.query.Query;
import zhai.query.QueryParser;
import zhai.query.SavedSearches;
import zhai.store.Listing;
import zhai.url.Whole;

/// The walk of a query: text → tree → hits in the index → rows of the store.
public final class Finder {
  private final Library library;

  public Finder(Library library) {
    this.library = library;
  }

  /// A bookmark that was found, and where.
  ///
  /// @param whole what its page is a part of, or null
  /// @param under the number of a better hit that has nearly the same text or is a part of the same
  ///   whole, and stands for it; or null
  /// @param why why it is where it is; null where nobody asked
  public record Found(
      Entry entry,
      Hit hit,
      @Nullable Whole whole,
      @Nullable Long under,
      @Nullable Explanation why) {
    private Found because(Explanation reason) {
      return new Found(entry, hit, whole, under, reason);
    }
  }

  /// An answer to a query.
  ///
  /// @param found those that have everything asked for, then the best of those that have a part
  /// @param total how many have everything
  /// @param missingWords where not everything was found, the words that stand in no bookmark at all
  /// @param didYouMean where nothing has everything, a query with words that are spelt like those
  ///   and finds something; or null
  /// @param notIndexed changes that the index has not seen yet because another process holds it or
  ///   the disk is full
  /// @param lexiconFaults lines of the user's lexicon that could not be understood
  public record Answer(
      List<Found> found,
      long total,
      List<String> missingWords,
      @Nullable String didYouMean,
      long notIndexed,
      List<String> lexiconFaults) {}

  /// Reads a query, which may ask for saved searches.
  ///
  /// @throws zhai.query.QueryException if the text is no query
  public Query parse(String query) {
    return QueryParser.parse(query, SavedSearches.of(library.store().savedSearches()));
  }

  /// A page of what a query finds, in the order wished: what has everything, then what has a part.
  ///
  /// @throws zhai.query.QueryException if the text is no query
  public Answer search(String query, int limit, SortOrder order) {
    Query parsed = parse(query);
    long notIndexed = catchUp();
    SearchResult result = find(parsed, SearchOptions.best(limit, library.here()).withSort(order));
    Map<Long, Entry> entries = entries(result.hits().stream().map(Hit::id));
    List<Found> found = together(result.hits(), entries);
    @Nullable String didYouMean = result.total() == 0 ? respelt(parsed) : null;
    return new Answer(
        found,
        result.total(),
        result.missingWords(),
        didYouMean,
        notIndexed,
        library.index().lexicon().faults());
  }

  private List<Found> together(List<Hit> hits, Map<Long, Entry> entries) {
    Map<Whole, Long> best = new HashMap<>();
    Map<Long, Long> standsFor = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (Hit hit : hits) {
      Entry entry = entries.get(hit.id());
      if (entry != null) {
        @Nullable Whole whole = library.whole(entry.bookmark().url().canonical());
        @Nullable Long first = hit.original();
        if (first == null && whole != null) {
          first = best.putIfAbsent(whole, hit.id());
        }
        @Nullable Long under = first == null ? null : standsFor.getOrDefault(first, first);
        if (under != null) {
          standsFor.put(hit.id(), under);
        }
        found.add(new Found(entry, hit, whole, under, null));
      }
    }
    return found;
  }

  /// The same answer with the reasons for each place in it.
  ///
  /// @param query the one that was answered
  /// @param order likewise
  public Answer explained(Answer answer, String query, SortOrder order) {
    SearchOptions options = SearchOptions.best(1, library.here()).withSort(order);
    List<Hit> hits = answer.found().stream().map(Found::hit).toList();
    Query parsed = parse(query);
    List<Explanation> whys = ask(() -> library.index().explain(parsed, options, hits));
    List<Found> explained = new ArrayList<>();
    for (int i = 0; i < whys.size(); i++) {
      explained.add(answer.found().get(i).because(whys.get(i)));
    }
    return new Answer(
        explained,
        answer.total(),
        answer.missingWords(),
        answer.didYouMean(),
        answer.notIndexed(),
        answer.lexiconFaults());
  }

  private @Nullable String respelt(Query query) {
    return ask(() -> library.index().respelt(query, library.here()))
        .map(Query::toString)
        .orElse(null);
  }

  private Map<Long, Entry> entries(Stream<Long> ids) {
    return library.store().outlines(ids.toList()).stream()
        .collect(Collectors.toMap(entry -> entry.bookmark().id(), Function.identity()));
  }

  /// A bookmark that is like another one, and in what.
  public record Like(Entry entry, Similar similar) {}

  /// What is like a bookmark, the most similar first.
  public List<Like> similar(Entry entry, int limit) {
    catchUp();
    List<Similar> found = ask(() -> library.index().similar(entry.bookmark().id(), limit));
    Map<Long, Entry> entries = entries(found.stream().map(Similar::id));
    List<Like> like = new ArrayList<>();
    for (Similar similar : found) {
      Entry other = entries.get(similar.id());
      if (other != null) {
        like.add(new Like(other, similar));
      }
    }
    return like;
  }

  /// Only numbers and scores, for scripts and for measuring; the index must be caught up before.
  public SearchResult hits(Query query, int limit) {
    return find(query, SearchOptions.best(limit, library.here()).bare());
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
    catchUp();
    return facetsAsSearched(query);
  }

  /// The same beside a {@link #search} that was just made: the index is not led up once more.
  ///
  /// @throws zhai.query.QueryException if the text is no query
  public Facets facetsAsSearched(String query) {
    Query parsed = parse(query);
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
    return onTheWeb(
        Stream.of(Listing.PENDING, Listing.FAILED)
            .flatMap(listing -> library.store().ids(listing).stream())
            .sorted()
            .toList());
  }

  /// The whole library in the order it was added.
  public List<Long> all() {
    return library.store().ids(Listing.OLDEST);
  }

  /// Those whose page can be asked for, in the order given: not books and files.
  public List<Long> onTheWeb(List<Long> ids) {
    return library.store().outlines(ids).stream()
        .map(Entry::bookmark)
        .filter(it -> !it.url().canonical().startsWith("file:"))
        .map(Bookmark::id)
        .toList();
  }

  /// The numbers of what {@link #select} gives.
  public List<Long> selectIds(String query) {
    return selectIds(query, SortOrder.NEWEST);
  }

  /// The same in another order. What the index has not seen yet is in a list of the whole library
  /// too, at its end.
  public List<Long> selectIds(String query, SortOrder order) {
    if (!query.isBlank()) {
      return indexed(query, order);
    }
    List<Long> newest = library.store().ids(Listing.ALL);
    if (order == SortOrder.NEWEST || order == SortOrder.RELEVANCE) {
      return newest;
    }
    SequencedSet<Long> all = new LinkedHashSet<>(indexed(query, order));
    all.retainAll(new HashSet<>(newest));
    all.addAll(newest);
    return List.copyOf(all);
  }

  private List<Long> indexed(String query, SortOrder order) {
    Query parsed = parse(query);
    catchUp();
    SearchResult result =
        find(
            parsed,
            SearchOptions.best(Integer.MAX_VALUE, library.here()).withSort(order).wholeOnly());
    return result.hits().stream().map(Hit::id).toList();
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
