package zhai.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Dossier;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Snapshot;
import zhai.model.Surroundings;
import zhai.model.Tag;

/// What one line (or one item) of an import says.
public sealed interface ImportLine {

  /// All that some library kept of a bookmark; its ids are that library's.
  record Full(Dossier dossier) implements ImportLine {}

  /// An address with what the file happens to say about it.
  ///
  /// @param url as it stands there; not blank, otherwise unchecked
  /// @param title the user's or the page's, unknown which; null if there is none
  /// @param page the page itself, to be stored instead of fetching; null if it isn't there
  /// @param facts what else the line says of the page; they go with its text
  /// @param tags each once, in the order of the file
  record Supplied(
      String url,
      @Nullable String title,
      @Nullable PageGiven page,
      Facts facts,
      List<Tag> tags,
      List<Words> notes,
      List<Quote> excerpts,
      Standing standing)
      implements ImportLine {
    /// Begins the address of what was read elsewhere than on the web.
    public static final String BOOK = "file:///book/";

    public Supplied {
      if (url.isBlank()) {
        throw new IllegalArgumentException("a bookmark needs an address");
      }
      tags = tags.stream().distinct().toList();
      notes = List.copyOf(notes);
      excerpts = List.copyOf(excerpts);
    }

    /// Nothing but an address.
    public static Supplied of(String url) {
      return new Supplied(
          url, null, null, Facts.NONE, List.of(), List.of(), List.of(), Standing.NONE);
    }

    /// A book, of which only highlights came: its address is made of author and title, and is never
    /// fetched.
    public static Supplied ofBook(String title, @Nullable String author) {
      String address = BOOK + (author == null ? "" : encoded(author) + "/") + encoded(title);
      return of(address).titled(title).stating(new Facts(author, null, null, null));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text.strip(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Supplied titled(@Nullable String newTitle) {
      return new Supplied(url, newTitle, page, facts, tags, notes, excerpts, standing);
    }

    public Supplied paged(@Nullable PageGiven newPage) {
      return new Supplied(url, title, newPage, facts, tags, notes, excerpts, standing);
    }

    public Supplied stating(Facts newFacts) {
      return new Supplied(url, title, page, newFacts, tags, notes, excerpts, standing);
    }

    public Supplied tagged(List<Tag> newTags) {
      return new Supplied(url, title, page, facts, newTags, notes, excerpts, standing);
    }

    public Supplied noted(List<Words> newNotes) {
      return new Supplied(url, title, page, facts, tags, newNotes, excerpts, standing);
    }

    public Supplied quoting(List<Quote> newExcerpts) {
      return new Supplied(url, title, page, facts, tags, notes, newExcerpts, standing);
    }

    public Supplied standing(Standing newStanding) {
      return new Supplied(url, title, page, facts, tags, notes, excerpts, newStanding);
    }
  }

  /// A page that comes along with its bookmark.
  sealed interface PageGiven {
    /// Plain text.
    record Text(String text) implements PageGiven {}

    /// The bytes of the page, with the address that they answer to.
    ///
    /// @param snapshot taken at [#UNKNOWN_TIME] where the file doesn't say when
    record Saved(Snapshot snapshot) implements PageGiven {
      public static final Instant UNKNOWN_TIME = Instant.EPOCH;
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
    public static final Facts NONE = new Facts(null, null, null, null);
  }

  /// The user's words.
  ///
  /// @param text not blank
  /// @param addedAt when they were written; null if the file doesn't say
  record Words(String text, @Nullable Instant addedAt) {
    public Words {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a note needs at least one word");
      }
    }

    public static Words of(String text) {
      return new Words(text, null);
    }
  }

  /// Words picked from a page.
  ///
  /// @param quote not blank
  /// @param comment the user's words about it, or null
  /// @param surroundings what stood around them, as far as the file says
  /// @param addedAt when they were picked; null if the file doesn't say
  record Quote(
      String quote,
      @Nullable String comment,
      Surroundings surroundings,
      @Nullable Instant addedAt) {
    public Quote {
      if (quote.isBlank()) {
        throw new IllegalArgumentException("an excerpt needs at least one word");
      }
    }

    public static Quote of(String quote, @Nullable String comment) {
      return new Quote(quote, comment, Surroundings.NONE, null);
    }
  }

  /// Where the user stands with a bookmark.
  ///
  /// @param addedAt null if the file doesn't say
  /// @param readAt when it was read, if the file says
  /// @param state null if the file doesn't say; never null beside a `readAt`
  record Standing(
      @Nullable Instant addedAt,
      @Nullable Instant readAt,
      @Nullable ReadingState state,
      boolean starred) {
    public static final Standing NONE = new Standing(null, null, null, false);

    public Standing {
      state = state == null && readAt != null ? ReadingState.READ : state;
    }

    public static Standing added(@Nullable Instant at) {
      return new Standing(at, null, null, false);
    }
  }

  /// An empty line; not an item, and not counted as one.
  record Blank() implements ImportLine {}

  /// What is left out, and counted.
  ///
  /// @param url as it stands there; empty if there is none
  record Skipped(String url, Skip why) implements ImportLine {}

  /// What can't be taken in.
  ///
  /// @param reason one sentence for a person, which names what is wrong
  /// @param known what could be read of it; null if nothing
  /// @param raw the item as it stands in the file, as far as it is short; else empty
  record Rejected(String reason, @Nullable Supplied known, String raw) implements ImportLine {
    public static Rejected of(String reason) {
      return new Rejected(reason, null, "");
    }
  }
}
