package zhai.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.library.ImportItem.Outcome;
import zhai.library.ImportReport.Rejection;
import zhai.model.Snapshot;
import zhai.store.ForeignDatabase;
import zhai.store.Transaction;
import zhai.url.InvalidUrlException;

/// Takes in what other libraries and other programs wrote, up to a thousand items a transaction: an
/// import that is interrupted has kept every full batch, and run again it doubles nothing.
///
/// Three things go on at once: the file is read, items are made ready on every core (their pages
/// are read), and a batch that is ready is stored. Items are stored in the order of the file, and
/// no more than two batches are in memory.
public final class Import {
  private static final int BATCH = 1_000;

  /// Bytes of pages that come along, from which on a batch is stored before it is full.
  private static final long MAX_BATCH_BYTES = 16 << 20;

  /// Characters of an item that can't be taken in, up to which it is given back as it stands.
  private static final int MAX_RAW = 1_000_000;

  private final Library library;
  private final IntConsumer onProgress;
  private final boolean images;
  private final boolean rehearsal;

  private final ImportTally tally = new ImportTally();
  private final List<CompletableFuture<Prepared>> batch = new ArrayList<>();
  private long batchBytes;
  private CompletableFuture<Done> storing = CompletableFuture.completedFuture(Done.NOTHING);

  /// @param onProgress told how many items were read, batch by batch
  /// @param images whether the pictures are kept that pages carry in themselves
  public Import(Library library, IntConsumer onProgress, boolean images) {
    this(library, onProgress, images, false);
  }

  private Import(Library library, IntConsumer onProgress, boolean images, boolean rehearsal) {
    this.library = library;
    this.onProgress = onProgress;
    this.images = images;
    this.rehearsal = rehearsal;
  }

  /// Finds out what an import would do, and leaves the library as it is. Until the report is asked
  /// for all items are held in memory.
  public static Import rehearsal(Library library, IntConsumer onProgress) {
    return new Import(library, onProgress, false, true);
  }

  /// An item that was made ready, or why it can't be.
  private sealed interface Prepared {
    record Ready(ImportItem item) implements Prepared {}

    record Refused(Rejection why) implements Prepared {}
  }

  /// What became of a batch.
  private record Done(List<Rejection> refused, List<Outcome> outcomes) {
    static final Done NOTHING = new Done(List.of(), List.of());
  }

  /// Who works beside the thread that reads the file.
  private record Workers(ExecutorService preparing, ExecutorService storing)
      implements AutoCloseable {
    static Workers start() {
      return new Workers(
          Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()),
          Executors.newSingleThreadExecutor());
    }

    @Override
    public void close() {
      preparing.close();
      storing.close();
    }
  }

  /// Takes in all items of a file; may be called for several files in turn.
  ///
  /// @throws IOException if the file can't be read; what was read before is stored
  public void read(ImportReader format, ImportFile file) throws IOException {
    try (Workers workers = Workers.start()) {
      try {
        format.read(
            file.readBy(ForeignDatabase::read), (place, item) -> take(place, item, workers));
      } finally {
        if (!rehearsal) {
          storeBatch(workers);
          awaitStored();
        }
      }
    }
  }

  public ImportReport report() {
    if (!batch.isEmpty()) {
      tell(stored(List.copyOf(batch)));
      batch.clear();
    }
    return tally.report();
  }

  private void take(Place place, ImportLine item, Workers workers) {
    switch (item) {
      case ImportLine.Blank _ -> {}
      case ImportLine.Full full -> add(new Prepared.Ready(ImportItem.of(full)));
      case ImportLine.Supplied supplied -> {
        batch.add(
            CompletableFuture.supplyAsync(() -> prepared(place, supplied), workers.preparing));
        batchBytes += bytes(supplied.page());
      }
      case ImportLine.Skipped(String _, Skip why) -> tally.skipped(why, 1);
      case ImportLine.Rejected rejected -> add(refused(place, rejected));
    }
    if (isFull() && !rehearsal) {
      storeBatch(workers);
    }
  }

  private void add(Prepared prepared) {
    batch.add(CompletableFuture.completedFuture(prepared));
  }

  private boolean isFull() {
    return batch.size() >= BATCH || batchBytes >= MAX_BATCH_BYTES;
  }

  private static long bytes(@Nullable PageGiven page) {
    return switch (page) {
      case PageGiven.Saved(Snapshot snapshot) -> snapshot.body().size();
      case PageGiven.Text(String text) -> text.length();
      case null -> 0;
    };
  }

  private Prepared prepared(Place place, ImportLine.Supplied supplied) {
    try {
      return new Prepared.Ready(ImportItem.of(library, supplied, images));
    } catch (InvalidUrlException e) {
      String reason = Objects.requireNonNull(e.getMessage());
      return refused(place, new ImportLine.Rejected(reason, supplied.paged(null), ""));
    }
  }

  private static Prepared refused(Place place, ImportLine.Rejected line) {
    String raw = line.raw().length() > MAX_RAW ? "" : line.raw();
    return new Prepared.Refused(
        new Rejection(place, new ImportLine.Rejected(line.reason(), line.known(), raw)));
  }

  /// Lets the batch be stored while the next is read; first the one before has to be.
  private void storeBatch(Workers workers) {
    awaitStored();
    List<CompletableFuture<Prepared>> full = List.copyOf(batch);
    batch.clear();
    batchBytes = 0;
    storing = CompletableFuture.supplyAsync(() -> stored(full), workers.storing);
  }

  private void awaitStored() {
    CompletableFuture<Done> before = storing;
    storing = CompletableFuture.completedFuture(Done.NOTHING);
    tell(new Awaited<>(before).result());
  }

  private Done stored(List<CompletableFuture<Prepared>> full) {
    List<ImportItem> ready = new ArrayList<>();
    List<Rejection> refused = new ArrayList<>();
    for (CompletableFuture<Prepared> one : full) {
      switch (new Awaited<>(one).result()) {
        case Prepared.Ready(ImportItem item) -> ready.add(item);
        case Prepared.Refused(Rejection why) -> refused.add(why);
      }
    }
    Function<Transaction, List<Outcome>> all =
        tx -> ready.stream().map(item -> item.storeIn(tx)).toList();
    return new Done(
        refused, rehearsal ? library.store().rehearse(all) : library.store().write(all));
  }

  private void tell(Done done) {
    done.refused.forEach(tally::failed);
    for (Outcome outcome : done.outcomes) {
      switch (outcome.effect()) {
        case ADDED -> tally.added();
        case CHANGED -> tally.merged();
        case SAME -> tally.skipped(Skip.KNOWN, 1);
      }
      if (outcome.unread()) {
        tally.unread(outcome.id());
      }
    }
    onProgress.accept(tally.read());
  }
}
