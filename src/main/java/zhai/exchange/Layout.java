package zhai.exchange;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a reading list is laid out. What nobody asked for is left to the format, and a format that
/// has no place for a thing leaves it out.
///
/// @param grouping the headings within one file; null for the format's usual one
/// @param split the files
/// @param with what is written of each bookmark; null for the format's usual things
public record Layout(@Nullable Grouping grouping, Split split, @Nullable Set<With> with) {
  /// One file, as is usual in the format.
  public static final Layout DEFAULT = new Layout(null, Split.NONE, null);

  public Layout {
    with = with == null ? null : Set.copyOf(with);
  }

  /// The grouping that was asked for, or the usual one.
  public Grouping grouping(Grouping usual) {
    return grouping == null ? usual : grouping;
  }

  /// What was asked for, or the usual things.
  public Set<With> with(Set<With> usual) {
    return with == null ? usual : with;
  }
}
