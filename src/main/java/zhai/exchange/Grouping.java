package zhai.exchange;

import java.util.Locale;

/// What a reading list is divided by, under headings or into folders.
public enum Grouping {
  /// The day of the user's note, else the day on which it was added.
  DAY,
  /// A bookmark with several tags stands under each of them.
  TAG,
  /// The host of the address, without `www.`.
  SITE,
  NONE;

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
