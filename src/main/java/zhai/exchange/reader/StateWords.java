package zhai.exchange.reader;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhai.model.ReadingState;

/// What the programs of others call it whether something was read.
final class StateWords {
  private static final Map<String, ReadingState> BY_WORD =
      Map.ofEntries(
          Map.entry("read", ReadingState.READ),
          Map.entry("archive", ReadingState.READ),
          Map.entry("archived", ReadingState.READ),
          Map.entry("done", ReadingState.READ),
          Map.entry("unread", ReadingState.UNREAD),
          Map.entry("new", ReadingState.UNREAD),
          Map.entry("later", ReadingState.UNREAD),
          Map.entry("todo", ReadingState.UNREAD));

  private StateWords() {}

  /// Null where nothing is said, or in other words.
  static @Nullable ReadingState read(@Nullable String words) {
    return words == null ? null : BY_WORD.get(words.strip().toLowerCase(Locale.ROOT));
  }
}
