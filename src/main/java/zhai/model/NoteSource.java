package zhai.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in the user's own notes a bookmark stands.
///
/// @param file as given at the import, with `/` between folders
/// @param line from 1
/// @param day the note's date, or null
/// @param body the record's Markdown, byte for byte; empty if there was only the link
/// @param kind whether the link stood alone or in running text
/// @param label the link's Markdown between `[` and `]`; empty for a bare address
/// @param tags what the file gives to all of its records, in its front matter; the record's own
///   stand in its body
/// @param gone whether it no longer stands there; what was read is kept
public record NoteSource(
    String file,
    int line,
    @Nullable LocalDate day,
    String body,
    NoteKind kind,
    String label,
    List<Tag> tags,
    boolean gone) {
  public NoteSource {
    tags = List.copyOf(tags);
  }

  /// A record that stands there, its link without words of its own, in a file without tags.
  public NoteSource(String file, int line, @Nullable LocalDate day, String body) {
    this(file, line, day, body, NoteKind.RECORD, "", List.of(), false);
  }

  /// The same on another line.
  public NoteSource at(int newLine) {
    return new NoteSource(file, newLine, day, body, kind, label, tags, gone);
  }

  /// The same, found to be there or not.
  public NoteSource gone(boolean isGone) {
    return new NoteSource(file, line, day, body, kind, label, tags, isGone);
  }
}
