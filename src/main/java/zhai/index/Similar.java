package zhai.index;

import java.util.List;

/// A bookmark that is like another one.
///
/// @param id the bookmark's number; the store may have lost it since
/// @param score comparable within one answer only
/// @param shared what both have, the most telling first: words as the other one writes them, tags
///   as `#tag`
/// @param copy whether its page has nearly the same text
public record Similar(long id, double score, List<String> shared, boolean copy) {
  public Similar {
    shared = List.copyOf(shared);
  }
}
