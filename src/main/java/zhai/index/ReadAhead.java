package zhai.index;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import zhai.model.Change;

/// The store's changes, batch after batch, the next of which is read while the last is worked on.
///
/// When it is closed nothing reads any more, so that the store may be closed too.
final class ReadAhead implements AutoCloseable {
  private final LongFunction<List<Change>> changesAfter;
  private final ExecutorService reading = Executors.newSingleThreadExecutor();
  private CompletableFuture<List<Change>> next;

  /// @param seq the change after which to begin
  ReadAhead(LongFunction<List<Change>> changesAfter, long seq) {
    this.changesAfter = changesAfter;
    this.next = after(seq);
  }

  /// @return empty at the end
  List<Change> next() {
    List<Change> batch = read();
    if (!batch.isEmpty()) {
      next = after(batch.getLast().seq());
    }
    return batch;
  }

  private CompletableFuture<List<Change>> after(long seq) {
    return CompletableFuture.supplyAsync(() -> changesAfter.apply(seq), reading);
  }

  private List<Change> read() {
    try {
      return next.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    reading.close();
  }
}
