package zhai.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
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

/// Takes in what other libraries and other programs wrote, some hundred items a transaction: an
/// import that is interrupted has kept every full batch, and run again it doubles nothing.
public final class Import {
  private static final int BATCH = 200;

  /// Bytes of pages that come along, from which on a batch is stored before it is full.
  private static final long MAX_BATCH_BYTES = 16 << 20;

  /// Characters of an item that can't be taken in, up to which it is given back as it stands.
  private static final int MAX_RAW = 1_000_000;

  private final Library library;
  private final IntConsumer onProgress;
  private final boolean images;
  private final boolean rehearsal;

  private final ImportTally tally = new ImportTally();
  private final List<ImportItem> batch = new ArrayList<>();
  private long batchBytes;

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

  /// Takes in all items of a file; may be called for several files in turn.
  ///
  /// @throws IOException if the file can't be read; what was read before is stored
  public void read(ImportReader format, ImportFile file) throws IOException {
    try {
      format.read(file.readBy(ForeignDatabase::read), this::take);
    } finally {
      if (!rehearsal) {
        storeBatch();
      }
    }
  }

  public ImportReport report() {
    if (!batch.isEmpty()) {
      storeBatch();
    }
    return tally.report();
  }

  private void take(Place place, ImportLine item) {
    switch (item) {
      case ImportLine.Blank _ -> {}
      case ImportLine.Full full -> batch.add(ImportItem.of(full));
      case ImportLine.Supplied supplied -> takeSupplied(place, supplied);
      case ImportLine.Skipped(String _, Skip why) -> tally.skipped(why, 1);
      case ImportLine.Rejected rejected -> reject(place, rejected);
    }
    if (isFull() && !rehearsal) {
      storeBatch();
    }
  }

  private boolean isFull() {
    return batch.size() >= BATCH || batchBytes >= MAX_BATCH_BYTES;
  }

  private void takeSupplied(Place place, ImportLine.Supplied supplied) {
    try {
      batch.add(ImportItem.of(library, supplied, images));
      if (supplied.page() instanceof PageGiven.Saved(Snapshot page)) {
        batchBytes += page.body().size();
      }
    } catch (InvalidUrlException e) {
      String reason = Objects.requireNonNull(e.getMessage());
      reject(place, new ImportLine.Rejected(reason, supplied.paged(null), ""));
    }
  }

  private void reject(Place place, ImportLine.Rejected line) {
    String raw = line.raw().length() > MAX_RAW ? "" : line.raw();
    tally.failed(new Rejection(place, new ImportLine.Rejected(line.reason(), line.known(), raw)));
  }

  private void storeBatch() {
    Function<Transaction, List<Outcome>> all =
        tx -> batch.stream().map(item -> item.storeIn(tx)).toList();
    List<Outcome> outcomes = rehearsal ? library.store().rehearse(all) : library.store().write(all);
    batch.clear();
    batchBytes = 0;
    for (Outcome outcome : outcomes) {
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
