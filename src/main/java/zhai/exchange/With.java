package zhai.exchange;

import java.util.Locale;
import java.util.Set;

/// What is written of a bookmark besides its address, title, tags and dates.
public enum With {
  /// The whole text of the page as it was read.
  ARTICLE,
  /// The words picked from the page, with the comments on them.
  EXCERPTS,
  /// The user's own words, and the bodies of their Markdown notes.
  NOTES;

  /// What the user said, without what the pages say.
  public static final Set<With> WORDS = Set.of(EXCERPTS, NOTES);

  /// Everything.
  public static final Set<With> ALL = Set.of(values());

  /// The word used on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
