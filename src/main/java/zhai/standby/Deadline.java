package zhai.standby;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// Closes something at the end of its time: whoever waits for it then fails instead of waiting on.
final class Deadline implements AutoCloseable {
  private final Closeable watched;
  private long end;
  private boolean met;

  Deadline(Closeable watched, Duration time) {
    this.watched = watched;
    give(time);
    Thread.ofPlatform().daemon().name("deadline").start(this::watch);
  }

  /// From now on so long.
  synchronized void give(Duration time) {
    end = System.nanoTime() + time.toNanos();
    notifyAll();
  }

  /// As long as it takes.
  void pause() {
    give(Duration.ofDays(365));
  }

  private synchronized void watch() {
    try {
      for (long left = end - System.nanoTime(); left > 0 && !met; left = end - System.nanoTime()) {
        wait(left / 1_000_000 + 1);
      }
      if (!met) {
        watched.close();
      }
    } catch (InterruptedException | IOException _) {
      // Nobody interrupts this thread, and what can't be closed is not in anybody's way.
    }
  }

  @Override
  public synchronized void close() {
    met = true;
    notifyAll();
  }
}
