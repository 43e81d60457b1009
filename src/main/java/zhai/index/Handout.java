package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.apache.lucene.util.IOConsumer;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.ThreadInterruptedException;
import zhai.model.Change;

/// Hands the store's changes out to all cores, a few at a time. Whoever is done takes the next, so
/// that nobody waits while another writes to the disk what it held back.
///
/// Two changes of one bookmark are never worked on at once: the earlier might be done last.
final class Handout {
  /// Few enough that all are done at nearly the same time, enough that taking them costs nothing.
  private static final int AT_ONCE = 32;

  /// Fewer changes are worked on by the caller's thread alone, sooner than others could be woken.
  static final int MANY = 16;

  private final ReadAhead ahead;
  private final Set<Long> bookmarksAtWork = new HashSet<>();
  private List<Change> batch;
  private int place;
  private int left;
  private long seq;

  /// @param seq the number of the last change that was handed out before
  Handout(ReadAhead ahead, long seq) {
    this.ahead = ahead;
    this.seq = seq;
    this.batch = ahead.next();
  }

  /// The number of the last change that was handed out.
  long seq() {
    return seq;
  }

  /// Hands out changes until there are no more, or so many were, and waits until they are done.
  ///
  /// @param write does one, beside others
  /// @param end done by each thread once it gets no more, if there are several
  /// @return how many
  /// @throws IOException what a thread failed with first; the others do no more then
  int give(int most, IOConsumer<Change> write, IORunnable end) throws IOException {
    left = most;
    if (batch.size() < MANY) {
      work(write, () -> {});
    } else {
      workOnEveryCore(write, end);
    }
    return most - left;
  }

  private void workOnEveryCore(IOConsumer<Change> write, IORunnable end) throws IOException {
    int others = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    // Unlike the usual factory, this one passes the caller's priority on.
    ThreadFactory alike = Thread.ofPlatform().factory();
    try (ExecutorService threads = Executors.newFixedThreadPool(others, alike)) {
      Callable<Void> working =
          () -> {
            work(write, end);
            return null;
          };
      List<Future<Void>> beside = new ArrayList<>();
      for (int i = 0; i < others; i++) {
        beside.add(threads.submit(working));
      }
      work(write, end);
      for (Future<Void> other : beside) {
        await(other);
      }
    }
  }

  private void await(Future<Void> work) throws IOException {
    try {
      work.get();
    } catch (InterruptedException e) {
      stop();
      throw new ThreadInterruptedException(e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failure -> throw failure;
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private void work(IOConsumer<Change> write, IORunnable end) throws IOException {
    try {
      for (List<Change> some = take(); !some.isEmpty(); some = take()) {
        try {
          for (Change change : some) {
            write.accept(change);
          }
        } finally {
          giveBack(some);
        }
      }
      end.run();
    } catch (IOException | RuntimeException | Error e) {
      stop();
      throw e;
    }
  }

  /// @return none when there are no more
  private synchronized List<Change> take() {
    if (place == batch.size() && left > 0) {
      batch = ahead.next();
      place = 0;
    }
    List<Change> some =
        batch.subList(place, Math.min(batch.size(), place + Math.min(left, AT_ONCE)));
    for (Change change : some) {
      if (change.seq() <= seq) {
        throw new IllegalArgumentException("change " + change.seq() + " does not follow " + seq);
      }
      seq = change.seq();
    }
    place += some.size();
    left -= some.size();
    begin(bookmarks(some));
    return some;
  }

  private synchronized void stop() {
    left = 0;
  }

  private void begin(Set<Long> bookmarks) {
    synchronized (bookmarksAtWork) {
      try {
        while (!Collections.disjoint(bookmarksAtWork, bookmarks)) {
          bookmarksAtWork.wait();
        }
      } catch (InterruptedException e) {
        throw new ThreadInterruptedException(e);
      }
      bookmarksAtWork.addAll(bookmarks);
    }
  }

  private void giveBack(List<Change> done) {
    synchronized (bookmarksAtWork) {
      bookmarksAtWork.removeAll(bookmarks(done));
      bookmarksAtWork.notifyAll();
    }
  }

  private static Set<Long> bookmarks(List<Change> changes) {
    return changes.stream().map(Change::bookmarkId).collect(Collectors.toSet());
  }
}
