package zhai.library;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.extract.Extraction;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.ReadingState;
import zhai.model.Snapshot;
import zhai.model.Verdict;
import zhai.store.NewReading;
import zhai.store.Stored;
import zhai.store.Transaction;
import zhai.url.InvalidUrlException;
import zhai.url.WebUrl;

/// Takes in what other libraries and other programs wrote, some hundred items a transaction: an
/// import that is interrupted has kept every full batch, and run again it doubles nothing.
public final class Import {
  private static final int BATCH = 200;

  private final Library library;
  private final IntConsumer onProgress;

  private int read;
  private int added;
  private int merged;
  private final List<ImportReport.Rejection> rejected = new ArrayList<>();
  private final Set<Long> unread = new LinkedHashSet<>();
  private final List<Item> batch = new ArrayList<>();

  /// @param onProgress told how many items were read, batch by batch
  public Import(Library library, IntConsumer onProgress) {
    this.library = library;
    this.onProgress = onProgress;
  }

  /// Something that is ready to be stored: parsing and reading happen before the transaction.
  @FunctionalInterface
  private interface Item {
    Stored storeIn(Transaction tx);
  }

  /// Takes in all items of a file; may be called for several files in turn.
  ///
  /// @throws IOException if the file can't be read; what was read before is stored
  public void read(ImportReader format, Reader in) throws IOException {
    try {
      format.read(in, this::take);
    } catch (IOException e) {
      storeBatch();
      throw e;
    }
    storeBatch();
  }

  public ImportReport report() {
    return new ImportReport(read, added, merged, rejected, List.copyOf(unread));
  }

  private void take(int line, ImportLine item) {
    switch (item) {
      case ImportLine.Blank _ -> {
        return;
      }
      case ImportLine.Full full -> batch.add(tx -> tx.addDossier(full.dossier()));
      case ImportLine.Supplied supplied -> takeSupplied(line, supplied);
      case ImportLine.Rejected reason ->
          rejected.add(new ImportReport.Rejection(line, reason.reason()));
    }
    read++;
    if (batch.size() >= BATCH) {
      storeBatch();
    }
  }

  private void takeSupplied(int line, ImportLine.Supplied supplied) {
    try {
      WebUrl url = library.rules().identify(supplied.url());
      Instant now = library.now();
      NewReading reading = reading(url, supplied, now);
      batch.add(tx -> store(tx, url, supplied, reading));
    } catch (InvalidUrlException e) {
      rejected.add(new ImportReport.Rejection(line, Objects.requireNonNull(e.getMessage())));
    }
  }

  /// The reading that a supplied text makes; null if there is no text.
  private @Nullable NewReading reading(WebUrl url, ImportLine.Supplied supplied, Instant now) {
    if (supplied.text() == null) {
      return null;
    }
    Extraction extraction =
        library.extractor().extract(Snapshot.supplied(url.fetchAddress(), supplied.text(), now));
    Article article = extraction.article();
    return article == null
        ? null
        : new NewReading(null, Verdict.READ, stated(article, supplied), true, now);
  }

  /// The article as the line says it is; what the line leaves out is as the text says.
  private static Article stated(Article read, ImportLine.Supplied supplied) {
    ImportLine.Facts facts = supplied.facts();
    return new Article(
        supplied.title() == null ? read.title() : supplied.title(),
        facts.byline() == null ? read.byline() : facts.byline(),
        facts.site() == null ? read.site() : facts.site(),
        facts.language() == null ? read.language() : facts.language(),
        facts.published() == null ? read.published() : facts.published(),
        read.updated(),
        read.canonical(),
        read.description(),
        read.leadImage(),
        read.content());
  }

  private Stored store(
      Transaction tx, WebUrl url, ImportLine.Supplied supplied, @Nullable NewReading reading) {
    Instant at = supplied.addedAt() == null ? library.now() : supplied.addedAt();
    Stored stored = tx.addBookmark(url, at);
    long id = stored.id();
    Article known = tx.entry(id).map(Entry::article).map(ArticleVersion::article).orElse(null);
    if (reading != null && !reading.article().equals(known)) {
      tx.addArticle(id, reading);
      tx.recordAttempt(id, new Attempt(Verdict.READ, null, reading.readAt()));
    } else if (known == null) {
      if (stored.isNew() && supplied.title() != null) {
        tx.setTitle(id, supplied.title(), at);
      }
      unread.add(id);
    }
    marks(supplied, at, reading == null ? known : reading.article())
        .forEach(mark -> tx.addMark(id, mark));
    supplied.tags().forEach(tag -> tx.addTag(id, tag, at));
    setState(tx, id, supplied, at);
    return stored;
  }

  private static List<Mark> marks(
      ImportLine.Supplied supplied, Instant at, @Nullable Article article) {
    List<Mark> marks = new ArrayList<>();
    supplied
        .excerpts()
        .forEach(quote -> marks.add(Mark.Excerpt.of(quote.quote(), quote.comment(), at)));
    supplied.notes().forEach(note -> marks.add(Mark.Note.of(note, at)));
    return Excerpts.anchoredMarks(marks, article);
  }

  private static void setState(Transaction tx, long id, ImportLine.Supplied supplied, Instant at) {
    if (supplied.state() == ReadingState.READ) {
      Instant readAt = supplied.readAt() == null ? at : supplied.readAt();
      tx.setState(id, ReadingState.READ, readAt);
    }
    if (supplied.starred()) {
      tx.setStarred(id, true, at);
    }
  }

  private void storeBatch() {
    List<Stored> stored =
        library.store().write(tx -> batch.stream().map(item -> item.storeIn(tx)).toList());
    int fresh = (int) stored.stream().filter(Stored::isNew).count();
    added += fresh;
    merged += stored.size() - fresh;
    batch.clear();
    onProgress.accept(read);
  }
}
