package zhai.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import zhai.model.Verdict;

/// Which bookmarks, in what order.
///
/// @param verdicts those whose last attempt ended so
public record Listing(Set<Verdict> verdicts, Order order) {
  /// The order of a listing; bookmarks added at the same instant follow by number.
  public enum Order {
    NEWEST_FIRST,
    OLDEST_FIRST
  }

  /// The whole library, newest first.
  public static final Listing ALL = new Listing(EnumSet.allOf(Verdict.class), Order.NEWEST_FIRST);

  /// The whole library in the order it was added.
  public static final Listing OLDEST =
      new Listing(EnumSet.allOf(Verdict.class), Order.OLDEST_FIRST);

  /// Those that were never asked for, in the order they were added.
  public static final Listing PENDING = new Listing(Set.of(Verdict.PENDING), Order.OLDEST_FIRST);

  /// Those that were asked for and gave no article, in the order they were added.
  public static final Listing FAILED =
      new Listing(
          Arrays.stream(Verdict.values()).filter(Verdict::isFailure).collect(Collectors.toSet()),
          Order.OLDEST_FIRST);

  public Listing {
    verdicts = Set.copyOf(verdicts);
  }
}
