package zhai.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.ThreadInterruptedException;
import org.jspecify.annotations.Nullable;
import zhai.model.Change;
import zhai.query.Query;

/// The library's search index in a folder of its own.
///
/// It is derived from the store and follows it: every Lucene commit carries the number of the last
/// change that is in it, so the index may lag behind the store and never leads. Whatever makes it
/// unusable (it was deleted, damaged, made for another library or by another version of the
/// program) is treated as an empty index, which the next catch-up builds anew beside the old one.
///
/// Several processes and threads may use one folder. One at a time writes; the others go on reading
/// what they have.
///
/// Methods throw {@link UncheckedIOException} when the disk fails them; only {@link #catchUp} takes
/// it for a lag, so that a full disk stops nobody from reading.
public final class SearchIndex implements AutoCloseable {
  /// Lucene tells on standard error that it could be faster with an incubator module; nobody asked.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  private final Generations generations;
  private final String storeUuid;
  private final Supplier<Lexicon> lexicon;
  private @Nullable Lexicon knownWords;
  private @Nullable OpenIndex opened;
  private volatile long lead;

  /// Changes that were followed in steps since the parts were last put together. Only whoever has
  /// the right to write changes it.
  private volatile int inSteps;

  private SearchIndex(Path folder, String storeUuid, Supplier<Lexicon> lexicon) {
    this.generations = new Generations(folder);
    this.storeUuid = storeUuid;
    this.lexicon = lexicon;
  }

  /// The index in that folder, which need not exist; nothing is read or created yet.
  ///
  /// @param storeUuid the id of the library it must belong to
  public static SearchIndex open(Path folder, String storeUuid) {
    return open(folder, storeUuid, LexiconReader::shipped);
  }

  /// The same with other words that mean the same.
  ///
  /// @param lexicon asked when the first search needs it
  public static SearchIndex open(Path folder, String storeUuid, Supplier<Lexicon> lexicon) {
    return new SearchIndex(folder, storeUuid, lexicon);
  }

  /// Begins in the background to make ready what cuts a text into words: dictionaries that take a
  /// good part of a process that answers one query and ends. Whoever needs them earlier waits.
  ///
  /// @param text what will be cut; so just what it needs is made ready
  public static void warmUp(String text) {
    Thread.ofPlatform().daemon().name("warm-up").start(() -> Analysis.words(text));
  }

  /// The number of the last change in the index; 0 if there is no usable index.
  public long indexedSeq() {
    return withIndex(index -> index.watermark().seq()).orElse(0L);
  }

  /// How many changes an index that was found had followed and the store does not have: it never
  /// leads of itself, so the store's file is an older one, or its log was damaged and SQLite left
  /// out the end of it. 0 normally.
  public long lead() {
    return lead;
  }

  /// Follows the store, if nobody else is writing the index at this moment.
  ///
  /// Stopped in the middle, it goes on from its last commit the next time.
  ///
  /// @param latestSeq asked for the number of the store's last change, 0 if it has none; asked
  ///   again once nobody else can write the index, since others may have led both on meanwhile
  /// @param changesAfter the store's changes after a number, in order, as many at once as it likes;
  ///   an empty list when there are no more
  public CatchUp catchUp(LongSupplier latestSeq, LongFunction<List<Change>> changesAfter) {
    return catchUp(latestSeq, changesAfter, true);
  }

  /// The same while more is on its way: the parts that this leaves are put together with those of
  /// the next steps, by {@link #catchUp}.
  public CatchUp catchUpSoFar(LongSupplier latestSeq, LongFunction<List<Change>> changesAfter) {
    return catchUp(latestSeq, changesAfter, false);
  }

  private CatchUp catchUp(
      LongSupplier latestSeq, LongFunction<List<Change>> changesAfter, boolean atTheEnd) {
    try {
      boolean following = indexedSeq() != latestSeq.getAsLong();
      if (!following && (inSteps == 0 || !atTheEnd)) {
        return new CatchUp.UpToDate();
      }
      return writing(() -> follow(latestSeq, changesAfter, atTheEnd));
    } catch (IOException e) {
      return new CatchUp.NotWritten(e.toString());
    }
  }

  /// Builds the index anew from the store and swaps it in when it is whole.
  ///
  /// @see #catchUp
  public CatchUp rebuild(long latestSeq, LongFunction<List<Change>> changesAfter) {
    try {
      return writing(() -> build(latestSeq, changesAfter));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(
              "the search index could not be built anew (%s); the one before is still in use"
                  .formatted(e.getMessage()),
              e));
    }
  }

  /// Finds bookmarks.
  ///
  /// @throws IndexDamagedException if damage shows
  public SearchResult search(Query query, SearchOptions options) {
    return withIndex(index -> new Search(index.searcher(), sought(query, index), options).run())
        .orElse(SearchResult.NONE);
  }

  /// Says why hits are where they are, each in its turn.
  ///
  /// @param options those of the search that found them
  /// @throws IndexDamagedException if damage shows
  public List<Explanation> explain(Query query, SearchOptions options, List<Hit> hits) {
    return withIndex(
            index -> {
              Explainer explainer = new Explainer(index.searcher(), sought(query, index), options);
              List<Explanation> explanations = new ArrayList<>();
              for (Hit hit : hits) {
                explanations.add(explainer.of(hit));
              }
              return explanations;
            })
        .orElse(List.of());
  }

  /// What a query that has no whole matches was probably meant to be, if something like it has.
  ///
  /// @param now what relative dates count back from
  /// @throws IndexDamagedException if damage shows
  public Optional<Query> respelt(Query query, ZonedDateTime now) {
    return withIndex(index -> new Respelling(index.searcher(), now).of(query))
        .flatMap(Function.identity());
  }

  /// Finds what is like a bookmark, the most similar first.
  ///
  /// @param limit how many at most
  /// @throws IndexDamagedException if damage shows
  public List<Similar> similar(long id, int limit) {
    return withIndex(index -> new SimilarSearch(index.searcher()).to(id, limit)).orElse(List.of());
  }

  /// Counts what all whole matches of a query have.
  ///
  /// @param now what relative dates count back from
  /// @throws IndexDamagedException if damage shows
  public Facets facets(Query query, ZonedDateTime now) {
    return withIndex(index ->
            new FacetCounter(index.searcher()).count(sought(query, index).gate(now).of(query)))
        .orElse(Facets.NONE);
  }

  /// The numbers of the bookmarks in the index, in no order.
  public LongStream ids() {
    return withIndex(OpenIndex::ids).orElse(LongStream.empty());
  }

  /// Looks for damage.
  ///
  /// @param readData whether to read every byte, which takes seconds; otherwise only whether the
  ///   index opens and belongs to the library is looked at
  public List<IndexFinding> check(boolean readData) {
    try {
      return new IndexCheck(generations, indexedSeq() > 0).run(readData);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    release();
  }

  private Sought sought(Query query, OpenIndex index) {
    return Sought.in(index.reader(), query, this::lexicon);
  }

  /// The words that mean the same here.
  public synchronized Lexicon lexicon() {
    Lexicon known = knownWords;
    if (known == null) {
      known = lexicon.get();
      knownWords = known;
    }
    return known;
  }

  private synchronized void release() {
    OpenIndex held = opened;
    opened = null;
    if (held != null) {
      try {
        held.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// What is done with an open index.
  @FunctionalInterface
  private interface Reading<T> {
    T read(OpenIndex index) throws IOException;
  }

  /// What is done with the right to write.
  @FunctionalInterface
  private interface Writing {
    CatchUp write() throws IOException;
  }

  private <T> Optional<T> withIndex(Reading<T> reading) {
    try {
      Optional<OpenIndex> index = retain();
      if (index.isEmpty()) {
        return Optional.empty();
      }
      try (OpenIndex held = index.get()) {
        return Optional.of(read(held, reading));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A byte that is not what was written can make Lucene fail in any way, so whatever goes wrong is
  /// taken for damage if the checksums say that there is some.
  private <T> T read(OpenIndex index, Reading<T> reading) throws IOException {
    try {
      return reading.read(index);
    } catch (IOException | RuntimeException e) {
      if (e instanceof CorruptIndexException || index.isDamaged()) {
        generations.discardCurrent();
        release();
        throw new IndexDamagedException(e);
      }
      throw e;
    }
  }

  private synchronized Optional<OpenIndex> retain() throws IOException {
    if (opened == null) {
      opened = openCurrent().orElse(null);
    }
    if (opened != null) {
      opened.retain();
    }
    return Optional.ofNullable(opened);
  }

  /// Opens the current generation; once more if it was swapped for another at that moment.
  private Optional<OpenIndex> openCurrent() throws IOException {
    Optional<Path> generation = generations.current();
    if (generation.isEmpty()) {
      return Optional.empty();
    }
    Optional<OpenIndex> index = OpenIndex.open(generation.get(), storeUuid);
    Optional<Path> now = generations.current();
    return index.isPresent() || now.equals(generation) || now.isEmpty()
        ? index
        : OpenIndex.open(now.get(), storeUuid);
  }

  /// Lucene forgets an interrupt that comes while it writes; afterwards it is there as it was
  /// before.
  private CatchUp writing(Writing writing) throws IOException {
    Optional<Generations.Held> lock = generations.tryLock();
    if (lock.isEmpty()) {
      return new CatchUp.Busy();
    }
    try (Generations.Held _ = lock.get()) {
      CatchUp done = writing.write();
      generations.sweep();
      return done;
    } catch (ClosedByInterruptException | ThreadInterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      release();
    }
  }

  private CatchUp follow(
      LongSupplier latestSeq, LongFunction<List<Change>> changesAfter, boolean atTheEnd)
      throws IOException {
    Optional<OpenIndex> index = openCurrent();
    if (index.isEmpty()) {
      return build(latestSeq.getAsLong(), changesAfter);
    }
    try (OpenIndex there = index.get()) {
      long latest = latestSeq.getAsLong();
      lead = Math.max(lead, there.watermark().seq() - latest);
      return there.watermark().seq() > latest
          ? build(latest, changesAfter)
          : followIn(there, latest, changesAfter, atTheEnd);
    }
  }

  /// What goes wrong on the way is damage or the disk's fault; only damage is mended by building
  /// anew.
  private CatchUp followIn(
      OpenIndex there, long latestSeq, LongFunction<List<Change>> changesAfter, boolean atTheEnd)
      throws IOException {
    try (Follower follower =
        Follower.open(there.generation(), storeUuid, there.watermark().seq())) {
      int followed = follower.follow(latestSeq, changesAfter);
      int since = inSteps + followed;
      if (atTheEnd) {
        follower.gather(since);
      }
      inSteps = atTheEnd ? 0 : since;
      return new CatchUp.Followed(followed, false);
    } catch (IOException | RuntimeException e) {
      boolean unreadable = e instanceof IOException && OpenIndex.isUnreadable(e);
      if (unreadable || there.isDamaged()) {
        return build(latestSeq, changesAfter);
      }
      throw e;
    }
  }

  private CatchUp build(long latestSeq, LongFunction<List<Change>> changesAfter)
      throws IOException {
    generations.sweep();
    Path generation = generations.create();
    int followed;
    try (Follower follower = Follower.open(generation, storeUuid, 0)) {
      followed = follower.follow(latestSeq, changesAfter);
      follower.gather(followed);
    }
    generations.install(generation);
    return new CatchUp.Followed(followed, true);
  }
}
