package zhai.index;

import java.util.List;
import java.util.Locale;

/// How often the values of one property stand in the matches of a query.
///
/// @param counts the most frequent values, most first, of equal ones in the order of the alphabet
/// @param others how many different values there are beside those
public record Facet(Property property, List<Count> counts, long others) {
  /// Values that are named, at most.
  static final int MAX_VALUES = 10;

  public Facet {
    counts = List.copyOf(counts);
  }

  /// What is counted. A bookmark may have several values of one property, or none.
  public enum Property {
    /// As first typed.
    TAG,
    /// The host, without `www.`.
    SITE,
    /// The year in which the page was published, where it says so: what `published:2025` finds.
    YEAR,
    /// Each name of the byline.
    AUTHOR,
    /// `zh`, `en`: what the language's tag begins with.
    LANGUAGE,
    /// What `is:` asks for.
    STATE;

    /// The word that stands for it on the command line and in JSON.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The field of doc values that holds it.
    String field() {
      return "facet." + label();
    }
  }

  /// One value.
  ///
  /// @param bookmarks how many matches have it
  public record Count(String value, long bookmarks) {}
}
