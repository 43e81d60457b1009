package zhai.index;

/// The index turned out to be damaged in the middle of a search. It has been put aside: the next
/// {@link SearchIndex#catchUp} builds it anew.
public final class IndexDamagedException extends RuntimeException {
  IndexDamagedException(Throwable cause) {
    super("the search index is damaged; it is built anew by the next command", cause);
  }
}
