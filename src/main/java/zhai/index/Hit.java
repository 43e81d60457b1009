package zhai.index;

import java.util.List;

/// A bookmark that was found.
///
/// @param id the bookmark's number; the store may have lost it since
/// @param score comparable within one result only; 0 where nothing ranks
/// @param snippets up to three, the best first; empty if none were asked for
public record Hit(long id, double score, List<Snippet> snippets) {
  public Hit {
    snippets = List.copyOf(snippets);
  }
}
