package zhai.model;

/// One step of the library's history, as the index follows it.
///
/// @see #seq() numbers rise by every change; only the latest change of a bookmark is told
public sealed interface Change {
  /// The change's number, from 1.
  long seq();

  /// The number of the bookmark that it is of.
  long bookmarkId();

  /// The bookmark was added or anything about it changed; this is how it stands now, of its
  /// article's content only the text.
  record Put(long seq, Entry entry) implements Change {
    @Override
    public long bookmarkId() {
      return entry.bookmark().id();
    }
  }

  /// The bookmark is no longer in the library (removed to the trash, purged, or merged away).
  record Removed(long seq, long bookmarkId) implements Change {}
}
