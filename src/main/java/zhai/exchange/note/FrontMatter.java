package zhai.exchange.note;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Tag;

/// What a note says of itself before its text.
///
/// @param title null if it has none
/// @param day the day it says it is of, or null; a day in the file's name is not here
/// @param tags each once; none in a file that zhai wrote, because there they are the sum of all its
///   bookmarks' tags
/// @param ofZhai whether zhai wrote the file (`generator: zhai`)
/// @param source the page that the whole note is about, if a property says so (`source:`, `url:`,
///   `来源:`); else null
/// @param endOffset where the text of the note begins; 0 without front matter
public record FrontMatter(
    @Nullable String title,
    @Nullable LocalDate day,
    List<Tag> tags,
    boolean ofZhai,
    @Nullable String source,
    int endOffset) {
  static final FrontMatter NONE = new FrontMatter(null, null, List.of(), false, null, 0);

  public FrontMatter {
    tags = List.copyOf(tags);
  }
}
