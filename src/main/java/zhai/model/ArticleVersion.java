package zhai.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One reading of a page. Readings are appended and never overwritten; one of them is current.
///
/// @param number from 1, in the order of reading, per bookmark
/// @param verdict one that carries an article
/// @param snapshotSha256 of the body it was read from, or null when that was not kept
public record ArticleVersion(
    int number,
    Verdict verdict,
    Article article,
    @Nullable String snapshotSha256,
    Instant readAt,
    boolean current) {
  public ArticleVersion {
    if (!verdict.carriesArticle()) {
      throw new IllegalArgumentException(verdict + " carries no article");
    }
  }
}
