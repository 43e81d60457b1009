package zhai.library;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Many bookmarks visited side by side. The pictures of a page are asked for once the page is kept
/// and told of; meanwhile other pages come.
final class ManyVisits {
  /// Pages asked for or read at the same time: enough for many slow hosts, few enough for memory.
  private static final int PAGES_AT_ONCE = 32;

  /// Articles whose pictures are asked for at the same time; of each some megabytes are in memory.
  private static final int ARTICLES_AT_ONCE = 8;

  private final Intake intake;
  private final Consumer<Visit> onVisit;
  private final Consumer<ImagesKept> onImages;
  private final Semaphore pages = new Semaphore(PAGES_AT_ONCE);
  private final Semaphore articles = new Semaphore(ARTICLES_AT_ONCE);

  /// What a task ended with.
  private sealed interface Ended {
    record Visited(Visit visit) implements Ended {}

    record Illustrated(ImagesKept kept) implements Ended {}

    /// The bookmark was removed in the meantime.
    record Gone() implements Ended {}
  }

  ManyVisits(Intake intake, Consumer<Visit> onVisit, Consumer<ImagesKept> onImages) {
    this.intake = intake;
    this.onVisit = onVisit;
    this.onImages = onImages;
  }

  /// Visits them in this order.
  ///
  /// @return how many were visited
  int run(List<Long> ids) throws InterruptedException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Ended> tasks = new ExecutorCompletionService<>(executor);
      ids.forEach(id -> tasks.submit(() -> visit(id)));
      int count = 0;
      int running = ids.size();
      while (running > 0) {
        running--;
        switch (tasks.take().get()) {
          case Ended.Visited(Visit visit) -> {
            count++;
            onVisit.accept(visit);
            running++;
            tasks.submit(() -> illustrate(visit));
          }
          case Ended.Illustrated(ImagesKept kept) -> onImages.accept(kept);
          case Ended.Gone _ -> {}
        }
      }
      return count;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  private Ended visit(long id) throws InterruptedException {
    pages.acquire();
    try {
      return new Ended.Visited(intake.visit(id));
    } catch (UnknownBookmarkException _) {
      return new Ended.Gone();
    } finally {
      pages.release();
    }
  }

  private Ended illustrate(Visit visit) throws InterruptedException {
    articles.acquire();
    try {
      return new Ended.Illustrated(intake.keepImages(visit));
    } finally {
      articles.release();
    }
  }
}
