package zhai.index;

import java.util.List;
import zhai.model.Span;
import zhai.query.Field;

/// A passage that shows why a bookmark was found.
///
/// @param field where it stands: {@link Field#TEXT}, `EXCERPT`, `NOTE`, or, where a word stands
///   nowhere else, `TITLE`, `TAG`, `AUTHOR`, `SITE`, `URL`
/// @param text one line; `…` where a sentence was cut, or something left out of the user's own
///   words
/// @param highlights the places in `text` that match, in order, not overlapping
public record Snippet(Field field, String text, List<Span> highlights) {
  public Snippet {
    highlights = List.copyOf(highlights);
  }
}
