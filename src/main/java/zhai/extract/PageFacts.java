package zhai.extract;

import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.Content;
import zhai.model.PageDate;

/// What a page says about itself, beside its content; the fields are those of {@link
/// zhai.model.Article}, null where nothing is said.
public record PageFacts(
    @Nullable String title,
    @Nullable String byline,
    @Nullable String site,
    @Nullable String language,
    @Nullable PageDate published,
    @Nullable PageDate updated,
    @Nullable String canonical,
    @Nullable String description,
    @Nullable String leadImage) {

  /// Nothing known.
  public static final PageFacts NONE =
      new PageFacts(null, null, null, null, null, null, null, null, null);

  /// These facts, with the gaps filled from less trusted ones.
  public PageFacts orElse(PageFacts other) {
    return new PageFacts(
        first(title, other.title),
        first(byline, other.byline),
        first(site, other.site),
        first(language, other.language),
        first(published, other.published),
        first(updated, other.updated),
        first(canonical, other.canonical),
        first(description, other.description),
        first(leadImage, other.leadImage));
  }

  /// The same facts under another title.
  public PageFacts titled(@Nullable String newTitle) {
    return new PageFacts(
        newTitle, byline, site, language, published, updated, canonical, description, leadImage);
  }

  /// An article of these facts and that content.
  public Article with(Content content) {
    return new Article(
        title,
        byline,
        site,
        language,
        published,
        updated,
        canonical,
        description,
        leadImage,
        content);
  }

  private static <T> @Nullable T first(@Nullable T trusted, @Nullable T fallback) {
    return trusted != null ? trusted : fallback;
  }
}
