package zhai.library;

import java.util.List;
import java.util.Optional;
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
  private static final int PAGES_AT_ONCE = 100;

  /// Of one host: one more than are asked for at once, so that it is asked for the next while a
  /// page of it is being read.
  private static final int PAGES_OF_A_HOST = 3;

  /// Articles whose pictures are asked for at the same time; of each some megabytes are in memory.
  private static final int ARTICLES_AT_ONCE = 8;

  private final Intake intake;
  private final Consumer<Visit> onVisit;
  private final Consumer<ImagesKept> onImages;
  private final Semaphore pages = new Semaphore(PAGES_AT_ONCE, true);
  private final Semaphore articles = new Semaphore(ARTICLES_AT_ONCE);

  /// What a task ended with.
  private sealed interface Ended {
    record Visited(HostTurns.Turn turn, Visit visit) implements Ended {}

    record Illustrated(ImagesKept kept) implements Ended {}

    /// The bookmark was removed in the meantime.
    record Gone(HostTurns.Turn turn) implements Ended {}
  }

  ManyVisits(Intake intake, Consumer<Visit> onVisit, Consumer<ImagesKept> onImages) {
    this.intake = intake;
    this.onVisit = onVisit;
    this.onImages = onImages;
  }

  /// Visits them.
  ///
  /// @return how many were visited
  int run(HostTurns turns) throws InterruptedException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Ended> tasks = new ExecutorCompletionService<>(executor);
      List<HostTurns.Turn> first = turns.first(PAGES_OF_A_HOST);
      first.forEach(turn -> tasks.submit(() -> visit(turn)));
      int count = 0;
      int running = first.size();
      while (running > 0) {
        Ended ended = tasks.take().get();
        running += follow(ended, turns, tasks) - 1;
        count += ended instanceof Ended.Visited ? 1 : 0;
      }
      return count;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /// Begins what comes after a task, and tells of it.
  ///
  /// @return how many tasks were begun
  private int follow(Ended ended, HostTurns turns, CompletionService<Ended> tasks) {
    return switch (ended) {
      case Ended.Visited(HostTurns.Turn turn, Visit visit) -> {
        int begun = next(turn, turns, tasks);
        onVisit.accept(visit);
        tasks.submit(() -> illustrate(visit));
        yield begun + 1;
      }
      case Ended.Illustrated(ImagesKept kept) -> {
        onImages.accept(kept);
        yield 0;
      }
      case Ended.Gone(HostTurns.Turn turn) -> next(turn, turns, tasks);
    };
  }

  private int next(HostTurns.Turn done, HostTurns turns, CompletionService<Ended> tasks) {
    Optional<HostTurns.Turn> next = turns.after(done);
    next.ifPresent(turn -> tasks.submit(() -> visit(turn)));
    return next.isPresent() ? 1 : 0;
  }

  private Ended visit(HostTurns.Turn turn) throws InterruptedException {
    pages.acquire();
    try {
      return new Ended.Visited(turn, intake.visit(turn.id()));
    } catch (UnknownBookmarkException _) {
      return new Ended.Gone(turn);
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
