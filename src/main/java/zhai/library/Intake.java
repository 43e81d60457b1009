package zhai.library;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zhai.extract.Extraction;
import zhai.extract.site.ViewerAccount;
import zhai.fetch.Fetcher;
import zhai.fetch.Validators;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bytes;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Snapshot;
import zhai.model.Verdict;
import zhai.store.NewReading;
import zhai.store.PackedSnapshot;
import zhai.store.Stored;
import zhai.store.Transaction;
import zhai.url.WebUrl;

/// The walk of a link.
///
/// {@link #store} commits the address and the user's own words before anything is asked for, so
/// that they survive whatever comes next. {@link #visit} asks for the page, reads it, settles whose
/// page it is, and adds the reading as a new version with the excerpts anchored in it. Its pictures
/// follow once it is kept ({@link #keepImages}). Neither the network nor a parser is touched inside
/// a transaction. The index is led up to the store afterwards by the caller, once for many, of
/// which most are then in it already.
///
/// One intake may be used by many threads.
public final class Intake {
  private final Library library;
  private final PageSource source;
  private final ImageSource images;
  private final Identity identity;

  /// @param source where pages come from
  /// @param images where the pictures in them come from
  public Intake(Library library, PageSource source, ImageSource images) {
    this.library = library;
    this.source = source;
    this.images = images;
    this.identity = new Identity(library.rules());
  }

  /// One that keeps the pictures that pages carry in themselves, and no others.
  public Intake(Library library, PageSource source) {
    this(library, source, new ImageSource.ThePage());
  }

  /// Stores what the user gave; when this returns, it is on disk. An address that is known already,
  /// by its own or by another name, gets what is new of the marks and tags.
  public static Receipt store(Library library, Addition addition) {
    Instant now = library.now();
    List<Mark> marks =
        addition.marks().isEmpty()
            ? List.of()
            : Excerpts.judged(addition.marks(), currentArticle(library, addition.url()));
    Stored stored =
        library
            .store()
            .write(tx -> {
              Stored bookmark = tx.addBookmark(addition.url(), now);
              addWords(tx, bookmark.id(), addition.marked(marks), now);
              return bookmark;
            });
    return new Receipt(stored.id(), addition.url(), stored.isNew());
  }

  private static void addWords(Transaction tx, long id, Addition addition, Instant now) {
    if (addition.title() != null) {
      tx.setTitle(id, addition.title(), now);
    }
    addition.marks().forEach(mark -> tx.addMark(id, mark));
    addition.tags().forEach(tag -> tx.addTag(id, tag, now));
  }

  private static @Nullable Article currentArticle(Library library, WebUrl url) {
    return library
        .store()
        .idOf(url.canonical())
        .flatMap(library.store()::entry)
        .map(Entry::currentArticle)
        .orElse(null);
  }

  /// Whether a page is still to be asked for after an addition: it was not, or gave no article.
  public static boolean wantsVisit(Library library, Receipt receipt) {
    return library
        .store()
        .entry(receipt.id())
        .map(entry -> entry.bookmark().attempt().verdict())
        .filter(verdict -> verdict == Verdict.PENDING || verdict.isFailure())
        .isPresent();
  }

  /// Asks for a bookmark's page and keeps what comes.
  ///
  /// @throws UnknownBookmarkException if it was removed in the meantime
  public Visit visit(long id) {
    return end(ask(id));
  }

  /// A visit of which only the answer is there.
  ///
  /// @param before the bookmark as it was
  record Asked(Entry before, Answer answer) {}

  /// The first half of a visit, which waits for a server: nothing is kept yet.
  ///
  /// @throws UnknownBookmarkException if the bookmark was removed in the meantime
  Asked ask(long id) {
    Entry before = library.entry(id);
    return new Asked(
        before, source.ask(before.bookmark().url().fetchAddress(), validators(before)));
  }

  /// The second half, which takes a processor and the disk.
  ///
  /// @throws UnknownBookmarkException as for the first
  Visit end(Asked asked) {
    Entry before = asked.before;
    return switch (asked.answer) {
      case Answer.Came came -> read(before, came);
      case Answer.Unchanged _ -> unchanged(before);
      case Answer.Failed failed ->
          note(before, new Attempt(failed.verdict(), failed.detail(), library.now()));
    };
  }

  /// Visits many, side by side, the hosts in turn, so that a host that lets others wait holds up
  /// nobody else; how many at once per host is the source's business.
  ///
  /// @param onVisit told of each as it ends, one at a time
  /// @param onImages told, after that, what became of the pictures of the page
  /// @return how many were visited; those removed in the meantime are not
  public int visitAll(List<Long> ids, Consumer<Visit> onVisit, Consumer<ImagesKept> onImages)
      throws InterruptedException {
    try (IndexRounds index = new IndexRounds(library)) {
      Consumer<Visit> told =
          visit -> {
            onVisit.accept(visit);
            index.stored();
          };
      return new ManyVisits(this, told, onImages).run(HostTurns.of(library.outlines(ids)));
    }
  }

  /// Keeps the pictures of the article that a visit left, as far as they come. Those that are kept
  /// already are not asked for.
  ///
  /// @return what became of them, those included that the page carried in itself
  public ImagesKept keepImages(Visit visit) {
    Entry entry = visit.entry();
    return switch (images) {
      case ImageSource.Network(Fetcher fetcher) when visit.attempt().verdict().carriesArticle() ->
          ImageWalk.keep(library, fetcher, ImageLimits.USUAL, entry).plus(visit.carried());
      case ImageSource.Network _, ImageSource.ThePage _, ImageSource.Nowhere _ -> visit.carried();
    };
  }

  private Visit read(Entry before, Answer.Came came) {
    Snapshot snapshot = came.snapshot();
    Extraction extraction = library.extractor().extract(snapshot, came.images());
    Attempt attempt = new Attempt(extraction.verdict(), extraction.detail(), library.now());
    Article article = extraction.article();
    return article == null
        ? note(before, attempt)
        : keep(before, new Reading(came, attempt.verdict(), article, carried(extraction)), attempt);
  }

  private Map<String, Bytes> carried(Extraction extraction) {
    return switch (images) {
      case ImageSource.Network _, ImageSource.ThePage _ ->
          ImageLimits.USUAL.of(extraction.images());
      case ImageSource.Nowhere _ -> Map.of();
    };
  }

  /// A page that was read: what came, what it says, and the pictures in it.
  private record Reading(
      Answer.Came came, Verdict verdict, Article article, Map<String, Bytes> images) {}

  private Visit keep(Entry before, Reading reading, Attempt attempt) {
    WebUrl asked = before.bookmark().url();
    List<String> hops = reading.came().hops();
    WebUrl own = identity.settle(asked, hops, reading.article().canonical());
    Entry target = settle(before, own, identity.aliases(own, asked, hops));
    Comparison comparison =
        new Comparing(target.excerpts())
            .compare(target.article(), reading.verdict(), reading.article());
    Article basis =
        comparison.takesPlace() || target.article() == null
            ? reading.article()
            : target.article().article();
    List<Mark.Excerpt> excerpts = Excerpts.found(target.marks(), basis);
    long id = target.bookmark().id();
    Optional<Integer> known =
        comparison.takesPlace()
            ? Optional.empty()
            : numberOfSame(library, id, reading.verdict(), reading.article());
    Optional<NewReading> fresh =
        known.isPresent() ? Optional.empty() : Optional.of(packed(reading, comparison));
    Kept kept =
        library
            .store()
            .write(tx -> {
              int version =
                  fresh.map(it -> tx.addArticle(id, it).number()).or(() -> known).orElseThrow();
              tx.recordAttempt(id, attempt);
              tx.setAnchors(id, excerpts);
              ImagesKept carried = add(tx, id, reading.images());
              add(tx, id, PicturesBeside.called(reading.came().images(), reading.images()));
              return new Kept(new Visit.Outcome(comparison, version), carried);
            });
    return visit(before, id, attempt, kept);
  }

  /// What a visit added: null and none if no article came.
  private record Kept(Visit.@Nullable Outcome outcome, ImagesKept carried) {}

  private static ImagesKept add(Transaction tx, long id, Map<String, Bytes> images) {
    ImagesKept kept = ImagesKept.none(id);
    for (Map.Entry<String, Bytes> image : images.entrySet()) {
      kept = tx.addImage(id, image.getKey(), image.getValue()) ? kept.with(image.getValue()) : kept;
    }
    return kept;
  }

  /// The version that says the same already: a page that stays worse adds no version each time.
  static Optional<Integer> numberOfSame(
      Library library, long id, Verdict verdict, Article article) {
    return library.store().versions(id).stream()
        .filter(version -> version.verdict() == verdict)
        .filter(version -> Comparing.isSame(version.article(), article))
        .map(ArticleVersion::number)
        .reduce((_, last) -> last);
  }

  private NewReading packed(Reading reading, Comparison comparison) {
    return new NewReading(
        PackedSnapshot.of(ViewerAccount.without(reading.came().snapshot())),
        reading.verdict(),
        reading.article(),
        comparison.takesPlace(),
        library.now());
  }

  /// Settles whose page it is before the reading is judged: what joins, perhaps out of the trash,
  /// may hold a better text and more excerpts. Most pages are just where they were asked for; then
  /// there is nothing to write, and no disk to wait for.
  private Entry settle(Entry before, WebUrl own, List<String> aliases) {
    long id = before.bookmark().id();
    if (own.equals(before.bookmark().url())) {
      return library.entry(id);
    }
    long settled =
        library
            .store()
            .write(tx -> {
              long owner = tx.settle(id, own, library.now());
              aliases.forEach(alias -> tx.addAlias(owner, alias));
              return owner;
            });
    return library.entry(settled);
  }

  /// The server says that nothing changed: what was made of the page before still holds.
  private Visit unchanged(Entry before) {
    ArticleVersion current = before.article();
    if (current == null) {
      return note(before, new Attempt(Verdict.EMPTY, "it says it did not change", library.now()));
    }
    Attempt last = before.bookmark().attempt();
    String detail = last.verdict() == current.verdict() ? last.detail() : null;
    Attempt attempt = new Attempt(current.verdict(), detail, library.now());
    long id = before.bookmark().id();
    library.store().change(tx -> tx.recordAttempt(id, attempt));
    Visit.Outcome same = new Visit.Outcome(new Comparison.Same(), current.number());
    return visit(before, id, attempt, new Kept(same, ImagesKept.none(id)));
  }

  private Visit note(Entry before, Attempt attempt) {
    long id = before.bookmark().id();
    library
        .store()
        .change(tx -> {
          tx.recordAttempt(id, attempt);
        });
    return visit(before, id, attempt, new Kept(null, ImagesKept.none(id)));
  }

  private Visit visit(Entry before, long id, Attempt attempt, Kept kept) {
    Entry after = library.entry(id);
    return new Visit(
        before.bookmark().id(),
        after,
        attempt,
        kept.outcome(),
        Excerpts.moved(before, after),
        kept.carried());
  }

  /// What to send along so that an unchanged page needs no second transfer; null if nothing is
  /// known.
  private @Nullable Validators validators(Entry before) {
    ArticleVersion current = before.article();
    if (current == null || current.snapshotSha256() == null) {
      return null;
    }
    return library
        .store()
        .snapshot(before.bookmark().id(), current.snapshotSha256())
        .map(snapshot ->
            new Validators(
                snapshot.header("ETag").orElse(null),
                snapshot.header("Last-Modified").orElse(null)))
        .orElse(null);
  }
}
