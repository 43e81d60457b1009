package zhai.exchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.NoteKind;
import zhai.model.Tag;

/// A page that the user's own notes speak of: a section under a lone link, or a link in running
/// text. What the user wrote is kept as slices of the file, byte for byte.
///
/// @param url as it stands in the file, only without Markdown's escapes; http or https
/// @param title what the link says, as plain text; null if it says nothing but its address
/// @param label the Markdown between `[` and `]`; empty for a bare address
/// @param place from the line of the link to the last line of the body
/// @param day the date of the note, or null
/// @param body for a record what follows the link, without blank lines at either end; for a mention
///   the paragraph, list item, table row or heading that the link stands in
/// @param tags those of the body's last line if that is only `#hashtags`
/// @param passages the body's paragraphs, list items, table rows and headings in order, each a
///   slice of it; without code, comments and hashtags
public record NoteRecord(
    NoteKind kind,
    String url,
    @Nullable String title,
    String label,
    NotePlace place,
    @Nullable LocalDate day,
    String body,
    List<Tag> tags,
    List<String> passages) {
  public NoteRecord {
    tags = List.copyOf(tags);
    passages = List.copyOf(passages);
  }
}
