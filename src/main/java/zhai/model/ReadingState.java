package zhai.model;

import java.util.Locale;

/// Where the user stands with a bookmark.
public enum ReadingState {
  UNREAD,
  READ;

  /// The word used on the command line and in files.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a {@link #label()} back.
  ///
  /// @throws IllegalArgumentException if there is no such state
  public static ReadingState ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
