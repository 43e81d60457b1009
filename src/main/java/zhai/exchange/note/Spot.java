package zhai.exchange.note;

import org.jspecify.annotations.Nullable;
import zhai.exchange.Skip;

/// A link in one block of a note.
///
/// @param url as it stands there, without Markdown's escapes
/// @param title what the link says, as plain text; null if it says nothing but its address
/// @param label the Markdown between `[` and `]`, or empty
/// @param start in the note's text
/// @param end behind its last character
/// @param why null for a page; else why it is none
record Spot(
    String url, @Nullable String title, String label, int start, int end, @Nullable Skip why) {

  /// An address without words.
  static Spot bare(String url, int start, int end) {
    Skip why = LocalAddress.isLocal(url) ? Skip.LOCAL : null;
    return new Spot(url, null, "", start, end, why);
  }

  /// The same with what the link says; nothing if that is its address.
  Spot labelled(@Nullable String said, String markdown) {
    return said == null || said.isEmpty() || said.equals(url)
        ? this
        : new Spot(url, said, markdown, start, end, why);
  }

  static Spot skipped(String url, int start, int end, Skip why) {
    return new Spot(url, null, "", start, end, why);
  }

  boolean isPage() {
    return why == null;
  }
}
