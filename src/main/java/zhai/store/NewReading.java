package zhai.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.Verdict;

/// A reading that is to be appended to a bookmark's versions.
///
/// @param snapshot the bytes it was read from, or null when they aren't kept
/// @param verdict one that carries an article
/// @param current whether it becomes the current reading; a bookmark's first reading always does
public record NewReading(
    @Nullable PackedSnapshot snapshot,
    Verdict verdict,
    Article article,
    boolean current,
    Instant readAt) {
  public NewReading {
    if (!verdict.carriesArticle()) {
      throw new IllegalArgumentException(verdict + " carries no article");
    }
  }
}
