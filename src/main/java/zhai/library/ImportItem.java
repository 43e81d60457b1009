package zhai.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.extract.Extraction;
import zhai.extract.SuppliedText;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Bytes;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.ReadingState;
import zhai.model.Snapshot;
import zhai.model.Verdict;
import zhai.store.NewReading;
import zhai.store.PackedSnapshot;
import zhai.store.Stored;
import zhai.store.Stored.Effect;
import zhai.store.Transaction;
import zhai.url.InvalidUrlException;
import zhai.url.WebUrl;

/// An item of an import that is ready to be stored: its address is settled and its page is read,
/// since nothing of that may happen inside a transaction.
@FunctionalInterface
interface ImportItem {
  Outcome storeIn(Transaction tx);

  /// What became of an item.
  ///
  /// @param effect what the item was to the bookmark
  /// @param unread whether the bookmark's page is not known yet
  record Outcome(long id, Effect effect, boolean unread) {}

  static ImportItem of(ImportLine.Full line) {
    return tx -> {
      Stored stored = tx.addDossier(line.dossier());
      return new Outcome(stored.id(), stored.effect(), false);
    };
  }

  /// @throws InvalidUrlException if the address is none
  ///
  /// @param images whether the pictures that a page carries in itself are kept
  static ImportItem of(Library library, ImportLine.Supplied line, boolean images)
      throws InvalidUrlException {
    boolean book = line.url().startsWith(ImportLine.Supplied.BOOK);
    WebUrl url =
        book
            ? WebUrl.stored(line.url(), line.url(), line.url())
            : library.rules().identify(line.url());
    Instant now = library.now();
    @Nullable PageRead read = read(library, line);
    @Nullable PageRead page = read == null || images ? read : read.without();
    Attempt left = new Attempt(Verdict.BOOK, null, now);
    return tx -> {
      Outcome outcome = new Storing(tx, line, page, now).store(url);
      if (book && page == null && outcome.effect() == Effect.ADDED) {
        tx.recordAttempt(outcome.id(), left);
      }
      return book ? new Outcome(outcome.id(), outcome.effect(), false) : outcome;
    };
  }

  /// What a page says that came along, and the pictures in it.
  record PageRead(NewReading reading, Map<String, Bytes> images) {
    private PageRead without() {
      return new PageRead(reading, Map.of());
    }
  }

  /// The reading that a page makes which came along; null if none did, or if it is no article.
  private static @Nullable PageRead read(Library library, ImportLine.Supplied line) {
    return switch (line.page()) {
      case null -> null;
      case PageGiven.Text(String text) -> {
        Article read = SuppliedText.article(text);
        yield read == null
            ? null
            : new PageRead(
                new NewReading(null, Verdict.READ, stated(read, line), true, library.now()),
                Map.of());
      }
      case PageGiven.Saved(Snapshot snapshot) -> {
        Snapshot page = dated(snapshot, library.now());
        Extraction read = library.extractor().extract(page);
        yield read.article() == null
            ? null
            : new PageRead(
                new NewReading(
                    PackedSnapshot.of(page),
                    read.verdict(),
                    stated(read.article(), line),
                    true,
                    page.takenAt()),
                ImageLimits.USUAL.of(read.images()));
      }
    };
  }

  /// The snapshot, taken now where its file doesn't say when.
  private static Snapshot dated(Snapshot page, Instant now) {
    return page.takenAt().equals(PageGiven.Saved.UNKNOWN_TIME)
        ? new Snapshot(
            page.address(), page.origin(), page.status(), page.headers(), page.body(), now)
        : page;
  }

  /// The article as the line says it is; what the line leaves out is as the text says.
  private static Article stated(Article read, ImportLine.Supplied line) {
    ImportLine.Facts facts = line.facts();
    return new Article(
        line.title() == null ? read.title() : line.title(),
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

  /// One bookmark in a transaction.
  final class Storing {
    private final Transaction tx;
    private final ImportLine.Supplied line;
    private final @Nullable PageRead page;
    private final Instant at;
    private boolean changed;

    private Storing(
        Transaction tx, ImportLine.Supplied line, @Nullable PageRead page, Instant now) {
      this.tx = tx;
      this.line = line;
      this.page = page;
      this.at = line.standing().addedAt() == null ? now : line.standing().addedAt();
    }

    private Outcome store(WebUrl url) {
      Stored stored = tx.addBookmark(url, at);
      long id = stored.id();
      Entry before = stored.isNew() ? Entry.bare(id, url, at) : tx.entry(id).orElseThrow();
      @Nullable Article known = before.currentArticle();
      if (page != null) {
        read(id, before, page.reading());
        page.images().forEach((address, image) -> changed |= tx.addImage(id, address, image));
      } else if (line.title() != null && before.isUntitled()) {
        changed |= tx.setTitle(id, line.title(), at);
      }
      for (Mark mark : marks(known == null && page != null ? page.reading().article() : known)) {
        changed |= tx.addMark(id, mark);
      }
      line.tags().forEach(tag -> changed |= tx.addTag(id, tag, at));
      setState(id, before.bookmark());
      Effect old = changed ? Effect.CHANGED : stored.effect();
      return new Outcome(id, stored.isNew() ? Effect.ADDED : old, known == null && page == null);
    }

    /// A page that came along is judged as one that was fetched: a worse one doesn't take the place
    /// of a better. A plain text is what the user says.
    private void read(long id, Entry before, NewReading reading) {
      ArticleVersion current = before.article();
      boolean said = reading.snapshot() == null;
      if (said ? isCurrent(current, reading.article()) : isKept(id, reading.article())) {
        return;
      }
      boolean takesPlace =
          said
              || new Comparing(before.excerpts())
                  .compare(current, reading.verdict(), reading.article())
                  .takesPlace();
      tx.addArticle(
          id,
          new NewReading(
              reading.snapshot(),
              reading.verdict(),
              reading.article(),
              takesPlace,
              reading.readAt()));
      if (takesPlace) {
        tx.recordAttempt(id, new Attempt(reading.verdict(), null, reading.readAt()));
      }
      changed = true;
    }

    private static boolean isCurrent(@Nullable ArticleVersion current, Article read) {
      return current != null && current.article().equals(read);
    }

    // A page that came along may have been kept beside a better one.
    private boolean isKept(long id, Article read) {
      return tx.versions(id).stream().anyMatch(it -> Comparing.isSame(it.article(), read));
    }

    private List<Mark> marks(@Nullable Article article) {
      List<Mark> marks = new ArrayList<>();
      for (ImportLine.Quote quote : line.excerpts()) {
        Instant added = quote.addedAt() == null ? at : quote.addedAt();
        Mark.Excerpt excerpt = Mark.Excerpt.of(quote.quote(), quote.comment(), added);
        marks.add(excerpt.anchored(excerpt.anchor(), quote.surroundings()));
      }
      for (ImportLine.Words note : line.notes()) {
        marks.add(Mark.Note.of(note.text(), note.addedAt() == null ? at : note.addedAt()));
      }
      return Excerpts.judged(marks, article);
    }

    private void setState(long id, Bookmark before) {
      ImportLine.Standing standing = line.standing();
      if (standing.state() == ReadingState.READ && before.state() != ReadingState.READ) {
        tx.setState(id, ReadingState.READ, standing.readAt() == null ? at : standing.readAt());
        changed = true;
      }
      if (standing.starred() && !before.starred()) {
        tx.setStarred(id, true, at);
        changed = true;
      }
    }
  }
}
