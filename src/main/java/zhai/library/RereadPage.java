package zhai.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.extract.Extraction;
import zhai.extract.ShownImages;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bytes;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Snapshot;
import zhai.model.StoredImage;
import zhai.model.Verdict;
import zhai.store.KeptPage;
import zhai.store.NewReading;
import zhai.store.StoreException;
import zhai.store.Transaction;

/// A page that was read anew from kept bytes, ready to be stored: nothing of the reading may happen
/// inside a transaction.
///
/// @param before the bookmark as it stood when the page was read, without its article
/// @param version the current one then, which is the one that was read anew
/// @param attempt what the bytes turned out to be
/// @param news what is to be stored
record RereadPage(KeptPage kept, @Nullable Entry before, int version, Attempt attempt, News news) {

  /// What a reading brought.
  ///
  /// @param outcome compared with the current version; null if no article was read
  /// @param reading the version to append; null if there is one that says the same
  /// @param sha256 of the bytes behind it
  /// @param excerpts those that stand otherwise than before
  /// @param images those in the page that are not kept yet
  private record News(
      Visit.@Nullable Outcome outcome,
      @Nullable NewReading reading,
      String sha256,
      List<Mark.Excerpt> excerpts,
      Map<String, Bytes> images) {
    static final News NONE = new News(null, null, "", List.of(), Map.of());

    boolean isNone() {
      return reading == null && excerpts.isEmpty() && images.isEmpty();
    }
  }

  /// What became of it.
  sealed interface Result {
    /// @param news whether the bookmark is not as it was
    record Stored(Visit.@Nullable Outcome outcome, ImagesKept carried, boolean news)
        implements Result {}

    /// Somebody changed the bookmark meanwhile: the page is to be read once more.
    record Overtaken() implements Result {}

    /// The bookmark was removed meanwhile, or its page.
    record Gone() implements Result {}
  }

  /// @param images whether the pictures are kept that the page carries in itself
  static RereadPage of(Library library, KeptPage kept, boolean images) {
    Entry entry = library.store().entry(kept.id()).orElse(null);
    ArticleVersion current = entry == null ? null : entry.article();
    if (entry == null || current == null) {
      return new RereadPage(kept, null, 0, Attempt.NONE, News.NONE);
    }
    Entry before = new Entry(entry.bookmark(), null, entry.marks(), entry.sources());
    try {
      return library
          .source(entry, current)
          .map(snapshot -> read(library, entry, current, snapshot))
          .map(read ->
              new RereadPage(
                  kept, before, current.number(), read.attempt, read.news(library, images)))
          .orElseGet(() -> new RereadPage(kept, null, 0, Attempt.NONE, News.NONE));
    } catch (StoreException.Damaged e) {
      Attempt damaged = new Attempt(Verdict.UNSUPPORTED, e.getMessage(), library.now());
      return new RereadPage(kept, before, current.number(), damaged, News.NONE);
    }
  }

  long id() {
    return kept.id();
  }

  boolean hasNews() {
    return !news.isNone();
  }

  /// The result where nothing is to be stored.
  Result unchanged() {
    return before == null
        ? new Result.Gone()
        : new Result.Stored(news.outcome, ImagesKept.none(id()), false);
  }

  Result storeIn(Transaction tx) {
    if (before == null || news.isNone()) {
      return unchanged();
    }
    if (tx.entry(id()).filter(this::isAsRead).isEmpty()) {
      return new Result.Overtaken();
    }
    Visit.Outcome outcome = news.outcome;
    if (outcome != null && news.reading != null) {
      int number = tx.addArticle(id(), news.reading, news.sha256).number();
      outcome = new Visit.Outcome(outcome.comparison(), number);
      recordVerdict(tx, before.bookmark().attempt(), news.reading);
    }
    tx.setAnchors(id(), news.excerpts);
    ImagesKept carried = ImagesKept.none(id());
    for (Map.Entry<String, Bytes> image : news.images.entrySet()) {
      boolean fresh = tx.addImage(id(), image.getKey(), image.getValue());
      carried = fresh ? carried.with(image.getValue()) : carried;
    }
    return new Result.Stored(outcome, carried, true);
  }

  private boolean isAsRead(Entry now) {
    return before != null
        && now.article() != null
        && now.article().number() == version
        && now.marks().equals(before.marks());
  }

  /// Where the page was read when it was last asked for, the bookmark says of what came then what
  /// is known of it now. That it failed since is still so.
  private void recordVerdict(Transaction tx, Attempt last, NewReading reading) {
    if (reading.current() && last.verdict().carriesArticle()) {
      tx.recordAttempt(id(), new Attempt(attempt.verdict(), attempt.detail(), last.at()));
    }
  }

  /// What it comes to for the person.
  ///
  /// @param now the bookmark afterwards
  Visit visit(Entry now, Result.Stored stored) {
    Entry was = before == null ? now : before;
    return new Visit(id(), now, attempt, stored.outcome, Excerpts.moved(was, now), stored.carried);
  }

  private static Read read(
      Library library, Entry entry, ArticleVersion current, Snapshot snapshot) {
    Extraction read =
        library.extractor().extract(snapshot, PicturesBeside.of(library, entry.bookmark().id()));
    Attempt attempt = new Attempt(read.verdict(), read.detail(), library.now());
    return new Read(entry, current, read, attempt);
  }

  /// What the bytes say, beside what was read from them before.
  private record Read(Entry entry, ArticleVersion current, Extraction extraction, Attempt attempt) {

    News news(Library library, boolean images) {
      Article article = extraction.article();
      if (article == null) {
        return News.NONE;
      }
      Comparison comparison = compare(article);
      boolean better = comparison.takesPlace();
      Optional<Integer> known =
          better ? Optional.empty() : numberOfSame(library, comparison, article);
      NewReading reading =
          new NewReading(null, extraction.verdict(), article, better, library.now());
      return new News(
          new Visit.Outcome(comparison, known.orElse(current.number())),
          known.isPresent() ? null : reading,
          String.valueOf(current.snapshotSha256()),
          moved(better ? article : current.article()),
          images ? fresh(library) : Map.of());
    }

    private Comparison compare(Article article) {
      Comparison comparison =
          new Comparing(entry.excerpts()).compare(current, extraction.verdict(), article);
      return comparison instanceof Comparison.Restated && losesPictures(article)
          ? new Comparison.Same()
          : comparison;
    }

    /// Pictures that stood beside the page in a web archive (MHTML) have the name of their content
    /// in the article; their place in the page can't be told without that file.
    private boolean losesPictures(Article article) {
      Set<String> shown = Set.copyOf(ShownImages.of(article.content()));
      return ShownImages.of(current.article().content()).stream()
          .anyMatch(it -> ShownImages.isByContent(it) && !shown.contains(it));
    }

    private Optional<Integer> numberOfSame(
        Library library, Comparison comparison, Article article) {
      return comparison instanceof Comparison.Same
          ? Optional.of(current.number())
          : Intake.numberOfSame(library, entry.bookmark().id(), extraction.verdict(), article);
    }

    private List<Mark.Excerpt> moved(Article basis) {
      Set<Mark> known = Set.copyOf(entry.marks());
      return Excerpts.found(entry.marks(), basis).stream()
          .filter(excerpt -> !known.contains(excerpt))
          .toList();
    }

    private Map<String, Bytes> fresh(Library library) {
      if (extraction.images().isEmpty()) {
        return Map.of();
      }
      Set<String> kept =
          library.store().images(entry.bookmark().id()).stream()
              .map(StoredImage::address)
              .collect(Collectors.toSet());
      Map<String, Bytes> fresh = new LinkedHashMap<>(ImageLimits.USUAL.of(extraction.images()));
      fresh.keySet().removeAll(kept);
      return fresh;
    }
  }
}
