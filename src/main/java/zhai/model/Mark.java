package zhai.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the user keeps about a page beside the page itself: words picked from it, or their own.
public sealed interface Mark {

  /// The store's number for it; 0 until it is stored.
  long id();

  Instant addedAt();

  /// Where in the user's notes it was read, or null if it was given by hand.
  @Nullable Origin origin();

  /// Words picked from the page.
  ///
  /// @param quote as the user gave it, unchanged (Markdown allowed); not blank
  /// @param comment the user's words about it, or null
  /// @param surroundings what stood around the quote when it was last found
  /// @param anchor where the quote stands in the current article
  record Excerpt(
      long id,
      String quote,
      @Nullable String comment,
      Surroundings surroundings,
      Anchor anchor,
      Instant addedAt,
      @Nullable Origin origin)
      implements Mark {
    public Excerpt {
      if (quote.isBlank()) {
        throw new IllegalArgumentException("an excerpt needs at least one word");
      }
    }

    /// An excerpt that is not stored or compared with a page yet.
    public static Excerpt of(String quote, @Nullable String comment, Instant addedAt) {
      return new Excerpt(
          0, quote, comment, Surroundings.NONE, new Anchor.Unchecked(), addedAt, null);
    }

    /// The same excerpt with what a new comparison found.
    public Excerpt anchored(Anchor newAnchor, Surroundings newSurroundings) {
      return new Excerpt(id, quote, comment, newSurroundings, newAnchor, addedAt, origin);
    }
  }

  /// The user's own words about a page.
  ///
  /// @param text as the user gave it, unchanged (Markdown allowed); not blank
  record Note(long id, String text, Instant addedAt, @Nullable Origin origin) implements Mark {
    public Note {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a note needs at least one word");
      }
    }

    /// A note that is not stored yet.
    public static Note of(String text, Instant addedAt) {
      return new Note(0, text, addedAt, null);
    }
  }
}
