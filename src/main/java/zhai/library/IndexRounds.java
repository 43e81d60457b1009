package zhai.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Leads the index up to the store every so many pages while they come in, beside what is going on:
/// waiting for servers leaves time for it, and at the end little is left to do.
///
/// A round gives way to those who ask for pages.
///
/// Between two rounds nobody has the right to write the index, so what other processes store
/// meanwhile they index as ever. After a round that fails there is none any more; closing tells.
///
/// Told by one thread.
final class IndexRounds implements AutoCloseable {
  /// Few enough to be indexed in a second or two at the end. Each round leaves a part for each
  /// core, and many small parts would have to be put together on the way: with a quarter of this,
  /// that took a second of a thousand pages.
  private static final int PAGES = 256;

  private static final Executor LATER = task -> GivingWay.THREADS.newThread(task).start();

  private final Library library;
  private int waiting;
  private CompletableFuture<Void> round = CompletableFuture.completedFuture(null);

  IndexRounds(Library library) {
    this.library = library;
  }

  /// One more page is stored.
  void stored() {
    waiting++;
    if (waiting >= PAGES && round.isDone() && !round.isCompletedExceptionally()) {
      waiting = 0;
      round = CompletableFuture.runAsync(library::catchUpSoFar, LATER);
    }
  }

  /// Waits for the round that is going on. What was stored since is left to {@link
  /// Library#catchUp}.
  @Override
  public void close() {
    new Awaited<>(round).result();
  }
}
