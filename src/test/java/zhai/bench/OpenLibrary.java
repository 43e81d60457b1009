package zhai.bench;

import java.util.List;
import java.util.OptionalInt;
import zhai.index.Hit;
import zhai.index.SearchIndex;
import zhai.index.SearchOptions;
import zhai.index.SortOrder;
import zhai.library.Finder;
import zhai.library.Library;
import zhai.library.LibraryFolder;
import zhai.query.QueryParser;
import zhai.store.Store;

/// A library that stays open for many queries.
final class OpenLibrary implements AutoCloseable {
  private final Library library;
  private final Finder finder;
  private final Store store;
  private final SearchIndex index;

  OpenLibrary(MadeLibrary made) {
    LibraryFolder folder = new LibraryFolder(made.folder());
    this.library = made.open();
    this.finder = new Finder(library);
    this.store = Store.open(folder.database(), "bench");
    this.index = SearchIndex.open(folder.index(), store.uuid());
  }

  Finder finder() {
    return finder;
  }

  /// How many of a page's hits there are, each with its row and its passages.
  OptionalInt search(Asked asked) {
    return OptionalInt.of(
        asked.offset() == 0
            ? finder.search(asked.query(), Asked.PAGE, SortOrder.RELEVANCE).found().size()
            : deep(asked));
  }

  /// The index can page; the commands and the reader ask for longer lists instead.
  private int deep(Asked asked) {
    SearchOptions options =
        SearchOptions.best(Asked.PAGE, library.now().atZone(library.zone()))
            .withOffset(asked.offset());
    List<Long> ids =
        index.search(QueryParser.parse(asked.query()), options).hits().stream()
            .map(Hit::id)
            .toList();
    return library.outlines(ids).size();
  }

  /// The addresses of all pages that have what is asked for.
  List<String> all(String query) {
    return finder.select(query).stream().map(entry -> entry.bookmark().url().given()).toList();
  }

  @Override
  public void close() {
    index.close();
    store.close();
    library.close();
  }
}
