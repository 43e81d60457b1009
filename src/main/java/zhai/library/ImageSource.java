package zhai.library;

import zhai.fetch.Fetcher;

/// Where the pictures of an article come from, if they are kept.
public sealed interface ImageSource extends AutoCloseable {

  /// Each is asked for at its address, unless the page carries it in itself.
  ///
  /// @param fetcher the one that asked for the page, so that a host is asked for both in turn
  record Network(Fetcher fetcher) implements ImageSource {
    @Override
    public void close() {
      fetcher.close();
    }
  }

  /// Only those that the page carries in itself; nobody is asked.
  record ThePage() implements ImageSource {}

  /// None are kept.
  record Nowhere() implements ImageSource {}

  /// Lets go of connections; a source that holds none has nothing to do.
  @Override
  default void close() {}
}
