package zhai.index;

import java.util.Locale;

/// What stands first. Bookmarks without the date come last; ties are in the order of newest added.
public enum SortOrder {
  /// The best match first; a query without words has no better or worse, so newest added first.
  RELEVANCE,
  NEWEST,
  OLDEST,
  /// Newest by the page's own date.
  PUBLISHED,
  /// Last read by the user.
  READ,
  /// Last changed in any way.
  CHANGED,
  TITLE;

  /// As it is typed: `newest`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
