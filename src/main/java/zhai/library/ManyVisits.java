package zhai.library;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Many bookmarks visited side by side. A host is asked for its next page as soon as one has come,
/// not only when that is read: servers let us wait, and reading waits for a processor. Who reads
/// gives way to who asks: what is asked for late comes late, and what waits to be read is there.
/// The pictures of a page are asked for once the page is kept and told of.
///
/// What has come waits in memory to be read. Where that becomes too much, nobody is asked until
/// some of it is read.
final class ManyVisits {
  /// Pages asked for at the same time: enough for many slow hosts, few enough for memory.
  private static final int PAGES_AT_ONCE = 100;

  /// Of one host: one more than are asked for at once, so that none of its places is ever free.
  private static final int PAGES_OF_A_HOST = 3;

  /// Articles whose pictures are asked for at the same time; of each some megabytes are in memory.
  private static final int ARTICLES_AT_ONCE = 8;

  /// Pages read and kept at the same time: reading takes a processor, keeping waits for the disk.
  private static final int READ_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

  /// The share of Java's memory that pages may take while they wait: one that is being read takes
  /// several times its size.
  private static final int SHARE = 8;

  private final Intake intake;
  private final Consumer<Visit> onVisit;
  private final Consumer<ImagesKept> onImages;
  private final long roomBytes;
  private final Semaphore pages = new Semaphore(PAGES_AT_ONCE, true);
  private final Semaphore articles = new Semaphore(ARTICLES_AT_ONCE);

  /// What a task ended with.
  private sealed interface Ended {
    record Answered(HostTurns.Turn turn, Intake.Asked asked) implements Ended {}

    /// @param bytes of the page that waited until now
    record Visited(long bytes, Visit visit) implements Ended {}

    record Illustrated(ImagesKept kept) implements Ended {}

    /// The bookmark was removed before its page came.
    record NotAsked(HostTurns.Turn turn) implements Ended {}

    /// The bookmark was removed while its page waited.
    record Gone(long bytes) implements Ended {}
  }

  ManyVisits(Intake intake, Consumer<Visit> onVisit, Consumer<ImagesKept> onImages) {
    this(intake, onVisit, onImages, Runtime.getRuntime().maxMemory() / SHARE);
  }

  /// @param roomBytes bytes of pages that wait, from which on no more are asked for
  ManyVisits(
      Intake intake, Consumer<Visit> onVisit, Consumer<ImagesKept> onImages, long roomBytes) {
    this.intake = intake;
    this.onVisit = onVisit;
    this.onImages = onImages;
    this.roomBytes = roomBytes;
  }

  /// Visits them.
  ///
  /// @return how many were visited
  int run(HostTurns turns) throws InterruptedException {
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService reading = Executors.newFixedThreadPool(READ_AT_ONCE, GivingWay.THREADS)) {
      return new Run(turns, asking, reading).toTheEnd();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /// Where a run stands; known to one thread, which begins all tasks and tells of what they ended
  /// with.
  private final class Run {
    private final HostTurns turns;
    private final BlockingQueue<Future<Ended>> ended = new LinkedBlockingQueue<>();
    private final CompletionService<Ended> asking;
    private final CompletionService<Ended> reading;

    /// Turns that wait for room.
    private final Queue<HostTurns.Turn> held = new ArrayDeque<>();

    private long waitingBytes;
    private int running;
    private int visited;

    Run(HostTurns turns, ExecutorService asking, ExecutorService reading) {
      this.turns = turns;
      this.asking = new ExecutorCompletionService<>(asking, ended);
      this.reading = new ExecutorCompletionService<>(reading, ended);
    }

    int toTheEnd() throws InterruptedException, ExecutionException {
      held.addAll(turns.first(PAGES_OF_A_HOST));
      askOn();
      while (running > 0) {
        Ended next = ended.take().get();
        running--;
        follow(next);
      }
      return visited;
    }

    /// Begins what comes after a task, and tells of it.
    private void follow(Ended task) {
      switch (task) {
        case Ended.Answered(HostTurns.Turn turn, Intake.Asked asked) -> {
          waitingBytes += asked.answer().bytes();
          begin(reading, () -> end(asked));
          askAfter(turn);
        }
        case Ended.Visited(long bytes, Visit visit) -> {
          visited++;
          read(bytes);
          onVisit.accept(visit);
          begin(asking, () -> illustrate(visit));
        }
        case Ended.Illustrated(ImagesKept kept) -> onImages.accept(kept);
        case Ended.NotAsked(HostTurns.Turn turn) -> askAfter(turn);
        case Ended.Gone(long bytes) -> read(bytes);
      }
    }

    private void read(long bytes) {
      waitingBytes -= bytes;
      askOn();
    }

    private void askAfter(HostTurns.Turn done) {
      Optional<HostTurns.Turn> next = turns.after(done);
      next.ifPresent(held::add);
      askOn();
    }

    private void askOn() {
      while (waitingBytes < roomBytes && !held.isEmpty()) {
        HostTurns.Turn turn = held.remove();
        begin(asking, () -> ask(turn));
      }
    }

    private void begin(CompletionService<Ended> threads, Callable<Ended> task) {
      threads.submit(task);
      running++;
    }
  }

  private Ended ask(HostTurns.Turn turn) throws InterruptedException {
    pages.acquire();
    try {
      return new Ended.Answered(turn, intake.ask(turn.id()));
    } catch (UnknownBookmarkException _) {
      return new Ended.NotAsked(turn);
    } finally {
      pages.release();
    }
  }

  private Ended end(Intake.Asked asked) {
    long bytes = asked.answer().bytes();
    try {
      return new Ended.Visited(bytes, intake.end(asked));
    } catch (UnknownBookmarkException _) {
      return new Ended.Gone(bytes);
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
