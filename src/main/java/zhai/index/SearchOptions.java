package zhai.index;

import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/// How much of a search to hand back, and in what order.
///
/// @param limit hits at most, from 1
/// @param offset hits to leave out first
/// @param now what `added:7d` counts back from; its zone says when a day begins
/// @param wishes what hits carry and which ones come; the fewer, the quicker
public record SearchOptions(
    int limit, int offset, SortOrder sort, ZonedDateTime now, Set<Wish> wishes) {

  /// What can be left out of a search.
  public enum Wish {
    /// Where whole matches don't fill the page, those follow that have only a part of the words.
    PARTIAL,
    /// Of the partial ones only those that have enough of the words to be worth a look.
    WORTHWHILE,
    /// All whole matches come before all partial ones; else to be whole only counts for more.
    WHOLE_FIRST,
    /// Hits carry passages, and partial ones say which words they lack.
    DETAILS
  }

  public SearchOptions {
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException("not a page of hits: " + limit + " from " + offset);
    }
    wishes = Set.copyOf(wishes);
  }

  /// The best hits as a person looks at them.
  public static SearchOptions best(int limit, ZonedDateTime now) {
    return new SearchOptions(limit, 0, SortOrder.RELEVANCE, now, EnumSet.allOf(Wish.class));
  }

  public SearchOptions withOffset(int newOffset) {
    return new SearchOptions(limit, newOffset, sort, now, wishes);
  }

  public SearchOptions withSort(SortOrder newSort) {
    return new SearchOptions(limit, offset, newSort, now, wishes);
  }

  /// Hits by number and score only, partial ones down to the least, all by their score: for scripts
  /// that ask in whole sentences.
  public SearchOptions bare() {
    return only(Set.of(Wish.PARTIAL));
  }

  /// Numbers and scores of whole matches.
  public SearchOptions wholeOnly() {
    return only(Set.of());
  }

  private SearchOptions only(Set<Wish> newWishes) {
    return new SearchOptions(limit, offset, sort, now, newWishes);
  }

  boolean wants(Wish wish) {
    return wishes.contains(wish);
  }

  /// Where the page ends, in hits from the first; no more than an int holds.
  int end() {
    return (int) Math.min(Integer.MAX_VALUE, (long) offset + limit);
  }
}
