package zhai.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Verdict;

/// What was made of a snapshot.
///
/// A page that lists other pages is no article, and nothing of it is kept; but it has a text, which
/// whoever asks what the page says may see beside the verdict. That is {@link #shown}.
///
/// @param article present exactly when the verdict carries one
/// @param listing what was found on a page with the verdict {@link Verdict#NOT_ARTICLE}: for
///   showing, never for keeping; null with every other verdict
/// @param detail one sentence for a person about anything but a plain success, or null
/// @param images pictures that are written into the page and that the article shows, by the
///   addresses by which it does
public record Extraction(
    Verdict verdict,
    @Nullable Article article,
    @Nullable Article listing,
    @Nullable String detail,
    Map<String, Bytes> images) {
  public Extraction {
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    if (verdict.carriesArticle() != (article != null)) {
      throw new IllegalArgumentException(verdict + " does not go with article " + article);
    }
    if (listing != null && verdict != Verdict.NOT_ARTICLE) {
      throw new IllegalArgumentException(verdict + " does not go with listing " + listing);
    }
  }

  public Extraction(Verdict verdict, @Nullable Article article, @Nullable String detail) {
    this(verdict, article, null, detail);
  }

  Extraction(
      Verdict verdict,
      @Nullable Article article,
      @Nullable Article listing,
      @Nullable String detail) {
    this(verdict, article, listing, detail, Map.of());
  }

  /// What the page says, whether it is kept or only shown; null if nothing was found.
  public @Nullable Article shown() {
    return article == null ? listing : article;
  }

  /// The same with one more sentence; null adds none.
  Extraction noting(@Nullable String sentence) {
    if (sentence == null) {
      return this;
    }
    String noted = detail == null ? sentence : detail + " " + sentence;
    return new Extraction(verdict, article, listing, noted, images);
  }

  /// The same with pictures of its article.
  Extraction showing(Map<String, Bytes> pictures) {
    return new Extraction(verdict, article, listing, detail, pictures);
  }
}
