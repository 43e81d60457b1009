package zhai.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.query.Field;

/// Tells of one hit after the other which earlier one it is a copy of: one page with nearly the
/// same text at another address. A hit that was found by the user's own words is none, whatever its
/// page says: those words are its own.
final class Copies {
  /// Different texts that are compared with, at most.
  private static final int MAX_COMPARED = 200;

  private final Columns columns;
  private final List<Original> originals = new ArrayList<>();

  private record Original(long id, Sketch sketch) {}

  Copies(Columns columns) {
    this.columns = columns;
  }

  /// The number of the earlier hit with the same text, or null if there is none.
  ///
  /// @param snippets the passages by which it was found
  @Nullable Long original(int document, List<Snippet> snippets) {
    @Nullable Sketch sketch = columns.sketch(document);
    if (sketch == null) {
      return null;
    }
    boolean own =
        snippets.stream()
            .anyMatch(one -> one.field() == Field.NOTE || one.field() == Field.EXCERPT);
    if (!own) {
      for (Original original : originals) {
        if (original.sketch.isOfSameText(sketch)) {
          return original.id;
        }
      }
    }
    if (originals.size() < MAX_COMPARED) {
      originals.add(new Original(columns.id(document), sketch));
    }
    return null;
  }
}
