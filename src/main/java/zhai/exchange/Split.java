package zhai.exchange;

import java.util.Locale;

/// What an export is cut into, one file each.
public enum Split {
  /// One file.
  NONE,
  DAY,
  BOOKMARK,
  TAG,
  SITE;

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
