package zhai.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import zhai.model.Change;

/// Leads the index up to the store while a long import fills it, so that both are done at nearly
/// the same time: storing waits for the disk and takes one core, and cutting texts into words takes
/// all that is left.
///
/// A short import is over sooner than this would pay; then nothing happens here, and the index is
/// led up afterwards. The same holds if the index can't be written at this time.
public final class Following implements AutoCloseable {
  /// Stored items from which on it pays.
  private static final int WORTHWHILE = 2_000;

  private final Library library;
  private final ToldChanges rest;
  private @Nullable CompletableFuture<Void> following;
  private long stored;
  private boolean ended;

  public Following(Library library) {
    this.library = library;
    this.rest = library.toldChanges();
  }

  /// More was stored.
  ///
  /// @param items how many in all
  public synchronized void stored(long items) {
    stored = items;
    if (following == null && items >= WORTHWHILE) {
      following =
          CompletableFuture.runAsync(
              () -> library.catchUp(this::changesAfter), Thread.ofPlatform()::start);
    }
    notifyAll();
  }

  /// The changes after that one; waits for some, until no more will come. Of what is left then it
  /// is told how far the index has come.
  private List<Change> changesAfter(long seq) {
    long known;
    boolean last;
    List<Change> changes;
    do {
      synchronized (this) {
        known = stored;
        last = ended;
      }
      changes = last ? rest.apply(seq) : library.changesAfter(seq);
    } while (changes.isEmpty() && !last && moreThan(known));
    return changes;
  }

  /// Waits until more is stored than that.
  ///
  /// @return false if the waiting was interrupted
  private synchronized boolean moreThan(long known) {
    try {
      while (stored == known && !ended) {
        wait();
      }
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Waits until the index has all that was stored.
  @Override
  public void close() {
    CompletableFuture<Void> begun;
    synchronized (this) {
      ended = true;
      notifyAll();
      begun = following;
    }
    if (begun != null) {
      new Awaited<>(begun).result();
    }
  }
}
