package zhai.library;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Mark.Excerpt;

/// Compares excerpts with articles, many at a time.
final class Excerpts {
  private Excerpts() {}

  static List<Excerpt> anchored(List<Excerpt> excerpts, Article article) {
    if (excerpts.isEmpty()) {
      return List.of();
    }
    Anchorer anchorer = new Anchorer(article.content().text());
    return excerpts.stream().map(anchorer::anchor).toList();
  }

  /// Marks with their excerpts anchored and their {@link Quotation}s found, or as they are where
  /// there is no article yet.
  static List<Mark> judged(List<Mark> marks, @Nullable Article article) {
    if (article == null || marks.isEmpty()) {
      return marks;
    }
    Quotation quotation = new Quotation(article.content().text());
    return marks.stream().map(quotation::judged).toList();
  }

  /// Those of the marks that are excerpts of the article, as {@link #judged} finds them.
  static List<Excerpt> found(List<Mark> marks, Article article) {
    return judged(marks, article).stream()
        .filter(Excerpt.class::isInstance)
        .map(Excerpt.class::cast)
        .toList();
  }

  /// Excerpts that were compared with a page before and are now found in another way.
  static List<Visit.MovedExcerpt> moved(Entry before, Entry after) {
    Map<Long, Excerpt> earlier =
        before.excerpts().stream().collect(Collectors.toMap(Excerpt::id, excerpt -> excerpt));
    return after.excerpts().stream()
        .map(
            excerpt -> new Visit.MovedExcerpt(earlier.getOrDefault(excerpt.id(), excerpt), excerpt))
        .filter(pair -> !(pair.before().anchor() instanceof Anchor.Unchecked))
        .filter(
            pair -> !Objects.equals(pair.before().anchor().label(), pair.after().anchor().label()))
        .toList();
  }
}
