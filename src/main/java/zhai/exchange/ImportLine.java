package zhai.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Dossier;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Tag;

/// What one line (or one item) of an import says.
public sealed interface ImportLine {

  /// All that some library kept of a bookmark; its ids are that library's.
  record Full(Dossier dossier) implements ImportLine {}

  /// An address with what the file happens to say about it.
  ///
  /// @param url as it stands there; not blank, otherwise unchecked
  /// @param title the user's or the page's, unknown which; null if there is none
  /// @param text the page's plain text, to be stored instead of fetching; null if there is none
  /// @param facts what else the line says of the page; they go with a text
  /// @param tags each once, in the order of the file
  /// @param notes none blank
  /// @param addedAt null if the file doesn't say
  /// @param readAt when it was read, if the file says
  /// @param state null if the file doesn't say; never null beside a `readAt`
  record Supplied(
      String url,
      @Nullable String title,
      @Nullable String text,
      Facts facts,
      List<Tag> tags,
      List<String> notes,
      List<Quote> excerpts,
      @Nullable Instant addedAt,
      @Nullable Instant readAt,
      @Nullable ReadingState state,
      boolean starred)
      implements ImportLine {
    public Supplied {
      if (url.isBlank()) {
        throw new IllegalArgumentException("a bookmark needs an address");
      }
      tags = tags.stream().distinct().toList();
      notes = List.copyOf(notes);
      excerpts = List.copyOf(excerpts);
      state = state == null && readAt != null ? ReadingState.READ : state;
    }
  }

  /// What a line may say of its page besides title and text; null where it says nothing.
  ///
  /// @param language a BCP 47 tag
  record Facts(
      @Nullable String byline,
      @Nullable String site,
      @Nullable String language,
      @Nullable PageDate published) {
    static final Facts NONE = new Facts(null, null, null, null);
  }

  /// Words picked from a page.
  ///
  /// @param quote not blank
  /// @param comment the user's words about it, or null
  record Quote(String quote, @Nullable String comment) {
    public Quote {
      if (quote.isBlank()) {
        throw new IllegalArgumentException("an excerpt needs at least one word");
      }
    }
  }

  /// An empty line; not an item, and not counted as one.
  record Blank() implements ImportLine {}

  /// What can't be taken in.
  ///
  /// @param reason one sentence for a person, which names the key that is wrong
  record Rejected(String reason) implements ImportLine {}
}
