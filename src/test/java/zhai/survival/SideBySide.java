package zhai.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs trials, as many at once as the machine has processors.
final class SideBySide {
  private SideBySide() {}

  /// What came of all, in their order.
  static <T> List<T> run(List<Callable<T>> trials) throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(trials)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
