package zhai.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Entry;

/// Entries of a reading list that belong together.
///
/// @param heading a day (`2026-01-04`), a tag, a host, a bookmark's title; null for what has none
/// @param entries in the list's order
public record Group(@Nullable String heading, List<Entry> entries) {
  public Group {
    entries = List.copyOf(entries);
  }
}
