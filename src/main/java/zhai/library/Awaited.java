package zhai.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What another thread of this process works out.
record Awaited<T>(CompletableFuture<T> work) {

  /// Waits for it; what the work failed with is thrown here as it was there.
  T result() {
    try {
      return work.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }
}
