package zhai.extract;

import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.Verdict;

/// What was made of a snapshot.
///
/// @param article present exactly when the verdict carries one
/// @param detail one sentence for a person about anything but a plain success, or null
public record Extraction(Verdict verdict, @Nullable Article article, @Nullable String detail) {
  public Extraction {
    if (verdict.carriesArticle() != (article != null)) {
      throw new IllegalArgumentException(verdict + " does not go with article " + article);
    }
  }

  /// The same with one more sentence; null adds none.
  Extraction noting(@Nullable String sentence) {
    if (sentence == null) {
      return this;
    }
    return new Extraction(verdict, article, detail == null ? sentence : detail + " " + sentence);
  }
}
