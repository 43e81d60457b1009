package zhai.index;

import java.util.List;
import zhai.model.Span;
import zhai.query.Field;

/// A passage that shows why a bookmark was found.
///
/// @param field where it stands: {@link Field#TITLE}, `TEXT`, `EXCERPT` or `NOTE`
/// @param text one line; `…` where it was cut
/// @param highlights the places in `text` that match, in order, not overlapping
public record Snippet(Field field, String text, List<Span> highlights) {
  public Snippet {
    highlights = List.copyOf(highlights);
  }
}
