package zhai.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.url.WebUrl;

/// A bookmark with what belongs to it now: what is listed, indexed and written into a reading list.
///
/// @param article the current reading, or null if there is none
/// @param marks in the order they were added
/// @param sources in the order of file and line
public record Entry(
    Bookmark bookmark,
    @Nullable ArticleVersion article,
    List<Mark> marks,
    List<NoteSource> sources) {
  public Entry {
    marks = List.copyOf(marks);
    sources = List.copyOf(sources);
  }

  /// A bookmark of which only the address is known, as it is when it was just added.
  public static Entry bare(long id, WebUrl url, Instant addedAt) {
    Bookmark bookmark =
        new Bookmark(
            id,
            url,
            List.of(),
            null,
            List.of(),
            ReadingState.UNREAD,
            false,
            Attempt.NONE,
            addedAt,
            addedAt,
            null);
    return new Entry(bookmark, null, List.of(), List.of());
  }

  /// What to call it: the user's title, else the article's, else the address.
  public String title() {
    String named = named();
    return named == null ? bookmark.url().canonical() : named;
  }

  /// Whether neither the user nor the page gave it a title.
  public boolean isUntitled() {
    return named() == null;
  }

  private @Nullable String named() {
    if (bookmark.title() != null) {
      return bookmark.title();
    }
    Article page = currentArticle();
    String fromPage = page == null ? null : page.title();
    return fromPage == null || fromPage.isBlank() ? null : fromPage;
  }

  /// What the page says by its current reading; null if there is none.
  public @Nullable Article currentArticle() {
    return article == null ? null : article.article();
  }

  public List<Mark.Excerpt> excerpts() {
    return marks.stream()
        .filter(Mark.Excerpt.class::isInstance)
        .map(Mark.Excerpt.class::cast)
        .toList();
  }

  public List<Mark.Note> notes() {
    return marks.stream().filter(Mark.Note.class::isInstance).map(Mark.Note.class::cast).toList();
  }
}
