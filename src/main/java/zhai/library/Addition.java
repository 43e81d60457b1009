package zhai.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.Mark;
import zhai.model.Tag;
import zhai.url.WebUrl;

/// What a person gives at once: an address and their own words about it.
///
/// @param title their own title for it, or null
/// @param marks not stored yet; those that are there already are not doubled
public record Addition(WebUrl url, @Nullable String title, List<Mark> marks, List<Tag> tags) {
  public Addition {
    marks = List.copyOf(marks);
    tags = List.copyOf(tags);
  }

  /// The same with other marks.
  Addition marked(List<Mark> newMarks) {
    return new Addition(url, title, newMarks, tags);
  }

  /// Only an address.
  public static Addition of(WebUrl url) {
    return new Addition(url, null, List.of(), List.of());
  }
}
