package zhai.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportLine.Quote;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportLine.Words;
import zhai.model.Surroundings;

/// What a file has where words picked from a page stand with the comment on them, as it comes:
/// either may be missing. A comment on nothing is a note of the page.
///
/// @param quote null or blank if there are none
/// @param comment null or blank if there is none
/// @param addedAt null if the file doesn't say
public record Remark(@Nullable String quote, @Nullable String comment, @Nullable Instant addedAt) {

  /// The bookmark with these excerpts, and their notes behind its own.
  public static Supplied on(Supplied bookmark, Stream<Remark> remarks) {
    List<Quote> quotes = new ArrayList<>();
    List<Words> notes = new ArrayList<>(bookmark.notes());
    remarks.forEach(it -> {
      @Nullable String quote = said(it.quote);
      @Nullable String comment = said(it.comment);
      if (quote != null) {
        quotes.add(new Quote(quote, comment, Surroundings.NONE, it.addedAt));
      } else if (comment != null) {
        notes.add(new Words(comment, it.addedAt));
      }
    });
    return bookmark.noted(notes).quoting(quotes);
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
