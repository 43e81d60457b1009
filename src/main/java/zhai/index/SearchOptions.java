package zhai.index;

import java.time.ZonedDateTime;

/// How much of a search to hand back, and in what order.
///
/// @param limit hits at most, from 1
/// @param offset hits to leave out first
/// @param now what `added:7d` counts back from; its zone says when a day begins
/// @param snippets whether hits carry passages; without them a search is quicker
public record SearchOptions(
    int limit, int offset, SortOrder sort, ZonedDateTime now, boolean snippets) {
  public SearchOptions {
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException("not a page of hits: " + limit + " from " + offset);
    }
  }

  /// The best hits with their passages.
  public static SearchOptions best(int limit, ZonedDateTime now) {
    return new SearchOptions(limit, 0, SortOrder.RELEVANCE, now, true);
  }

  public SearchOptions withOffset(int newOffset) {
    return new SearchOptions(limit, newOffset, sort, now, snippets);
  }

  public SearchOptions withSort(SortOrder newSort) {
    return new SearchOptions(limit, offset, newSort, now, snippets);
  }

  public SearchOptions withoutSnippets() {
    return new SearchOptions(limit, offset, sort, now, false);
  }
}
