package zhai.index;

import java.util.List;

/// What a search found.
///
/// @param hits one page of them
/// @param total how many there are in all
/// @param partial whether no bookmark has everything that was asked for, so that these are the ones
///   that have most of it; what a query excludes or restricts by field, state or date still holds
/// @param missingWords of a partial result, the words and phrases (as typed) that stand in no
///   bookmark at all
public record SearchResult(List<Hit> hits, long total, boolean partial, List<String> missingWords) {
  /// Nothing was found.
  public static final SearchResult NONE = new SearchResult(List.of(), 0, false, List.of());

  public SearchResult {
    hits = List.copyOf(hits);
    missingWords = List.copyOf(missingWords);
  }
}
