package zhai.index;

import java.util.List;

/// What a search found.
///
/// @param hits one page of them: those that have everything that was asked for, then the best of
///   those that have only a part of it
/// @param total how many have everything
/// @param missingWords words and phrases (as typed) that stand in no bookmark at all; only looked
///   for when hits are partial or there are none
public record SearchResult(List<Hit> hits, long total, List<String> missingWords) {
  /// Nothing was found.
  public static final SearchResult NONE = new SearchResult(List.of(), 0, List.of());

  public SearchResult {
    hits = List.copyOf(hits);
    missingWords = List.copyOf(missingWords);
  }

  /// Whether there are hits and none has everything that was asked for.
  public boolean partial() {
    return !hits.isEmpty() && total == 0;
  }
}
