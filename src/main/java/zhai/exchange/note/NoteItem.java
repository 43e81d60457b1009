package zhai.exchange.note;

import zhai.exchange.NoteRecord;
import zhai.exchange.Skip;

/// What became of a link in a note: no link is passed over in silence.
public sealed interface NoteItem {
  /// The line of the link, from 1.
  int line();

  /// A page that the note speaks of.
  record Found(NoteRecord record) implements NoteItem {
    @Override
    public int line() {
      return record.place().line();
    }
  }

  /// A link that is none of the user's pages.
  record Skipped(String url, int line, Skip why) implements NoteItem {}
}
