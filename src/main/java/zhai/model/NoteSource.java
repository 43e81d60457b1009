package zhai.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where in the user's own notes a bookmark stands.
///
/// @param file as given at the import, with `/` between folders
/// @param line from 1
/// @param day the note's date, or null
/// @param body the record's Markdown, byte for byte; empty if there was only the link
/// @param kind whether the link stood alone or in running text
/// @param label the link's Markdown between `[` and `]`; empty for a bare address
/// @param gone whether it no longer stands there; what was read is kept
public record NoteSource(
    String file,
    int line,
    @Nullable LocalDate day,
    String body,
    NoteKind kind,
    String label,
    boolean gone) {

  /// A record that stands there, its link without words of its own.
  public NoteSource(String file, int line, @Nullable LocalDate day, String body) {
    this(file, line, day, body, NoteKind.RECORD, "", false);
  }

  /// The same on another line.
  public NoteSource at(int newLine) {
    return new NoteSource(file, newLine, day, body, kind, label, gone);
  }

  /// The same, found to be there or not.
  public NoteSource gone(boolean isGone) {
    return new NoteSource(file, line, day, body, kind, label, isGone);
  }
}
