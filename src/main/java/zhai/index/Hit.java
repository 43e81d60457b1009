package zhai.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bookmark that was found.
///
/// @param id the bookmark's number; the store may have lost it since
/// @param score comparable within one result only, and there among whole and among partial hits; 0
///   where nothing ranks
/// @param lack what it has not of what was asked for
/// @param title its title as it is, with the places that match; null if none does, or none was
///   asked for
/// @param snippets up to three, the best first; empty if none were asked for
/// @param original the number of an earlier hit of the page with nearly the same text; null if
///   there is none, if the user's own words were what was found, or if nobody asked
public record Hit(
    long id,
    double score,
    Lack lack,
    @Nullable Snippet title,
    List<Snippet> snippets,
    @Nullable Long original) {
  public Hit {
    snippets = List.copyOf(snippets);
  }

  /// Whether it has only a part of what was asked for.
  public boolean partial() {
    return !lack.whole();
  }
}
