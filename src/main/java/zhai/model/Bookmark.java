package zhai.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.url.WebUrl;

/// A page the user wants to keep.
///
/// @param id the number shown; given once, never used again
/// @param url its address; `url.canonical()` is unique in a library
/// @param aliases other canonical addresses that led here, sorted
/// @param title the user's own title, or null: then the article's counts
/// @param tags sorted by key
/// @param attempt what came back when its page was last asked for
/// @param addedAt when it was first stored
/// @param changedAt when anything about it last changed
/// @param readAt when the user read it; null while unread
public record Bookmark(
    long id,
    WebUrl url,
    List<String> aliases,
    @Nullable String title,
    List<Tag> tags,
    ReadingState state,
    boolean starred,
    Attempt attempt,
    Instant addedAt,
    Instant changedAt,
    @Nullable Instant readAt) {
  public Bookmark {
    aliases = List.copyOf(aliases);
    tags = List.copyOf(tags);
  }
}
