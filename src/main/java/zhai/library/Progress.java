package zhai.library;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Verdict;

/// Decides whether a new reading becomes the current one. A page that comes back worse than what
/// the library has (a preview in place of the whole, half of the text gone) is kept as a version
/// beside it and does not take its place.
final class Progress {
  /// A reading with less than this share of the current one's text counts as shrunk.
  static final double SHRUNK_BELOW = 0.5;

  private Progress() {}

  /// Why the current reading stays, as a sentence; empty if the new one takes its place.
  static Optional<String> objection(
      @Nullable ArticleVersion current, Verdict verdict, Article reading) {
    if (current == null) {
      return Optional.empty();
    }
    if (verdict == Verdict.PREVIEW && current.verdict() == Verdict.READ) {
      return Optional.of("only a preview came back; the whole text read earlier stays current");
    }
    if (verdict == Verdict.READ && current.verdict() == Verdict.PREVIEW) {
      return Optional.empty();
    }
    int before = current.article().content().text().length();
    int after = reading.content().text().length();
    return after < before * SHRUNK_BELOW
        ? Optional.of(
            "the page came back with %d characters instead of %d; the earlier text stays current"
                .formatted(after, before))
        : Optional.empty();
  }
}
