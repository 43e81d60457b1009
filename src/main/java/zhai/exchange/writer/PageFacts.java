package zhai.exchange.writer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.WebLinks;
import zhai.model.Article;
import zhai.model.Entry;
import zhai.model.PageDate;

/// What references and feeds say of a page: each on one line, null where the page says nothing.
///
/// @param address percent-encoded where it has to be; null for what is not on the web, such as a
///   file or a book
/// @param byline as the page gives it, several names together: where one ends is not guessed
record PageFacts(
    String title,
    @Nullable String address,
    @Nullable String byline,
    @Nullable String site,
    @Nullable String language,
    @Nullable PageDate published) {

  static PageFacts of(Entry entry) {
    String canonical = entry.bookmark().url().canonical();
    Article article = entry.currentArticle();
    String title = line(entry.title());
    return new PageFacts(
        title == null ? Characters.oneLine(canonical) : title,
        WebLinks.isWeb(canonical) ? WebLinks.encoded(canonical) : null,
        article == null ? null : line(article.byline()),
        article == null ? null : line(article.site()),
        article == null ? null : line(article.language()),
        article == null ? null : article.published());
  }

  private static @Nullable String line(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(Characters::oneLine)
        .filter(it -> !it.isEmpty())
        .orElse(null);
  }
}
