package zhai.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/// Politeness: each host serves a few of us at once, in the order of arrival, and not two in the
/// same moment.
final class Turns {
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
  private final Limits.Politeness politeness;
  private final InstantSource clock;

  Turns(Limits.Politeness politeness, InstantSource clock) {
    this.politeness = politeness;
    this.clock = clock;
  }

  /// Waits until the host may be asked; the turn ends with {@link Turn#close()}.
  Turn take(String host) throws InterruptedException {
    Lane lane = lanes.computeIfAbsent(host, _ -> new Lane());
    lane.places.acquire();
    try {
      lane.waitForStart();
      return new Turn(lane.places);
    } catch (InterruptedException e) {
      lane.places.release();
      throw e;
    }
  }

  record Turn(Semaphore places) implements AutoCloseable {
    @Override
    public void close() {
      places.release();
    }
  }

  private final class Lane {
    private final Semaphore places = new Semaphore(politeness.connections(), true);
    private final ReentrantLock starting = new ReentrantLock(true);
    private Instant lastStart = Instant.MIN;

    void waitForStart() throws InterruptedException {
      starting.lockInterruptibly();
      try {
        Instant now = clock.instant();
        Instant next = lastStart.equals(Instant.MIN) ? now : lastStart.plus(politeness.pause());
        Duration wait = Duration.between(now, next);
        if (wait.isPositive()) {
          // A clock that was set back must not make us wait longer than one pause.
          Thread.sleep(wait.compareTo(politeness.pause()) < 0 ? wait : politeness.pause());
        }
        lastStart = clock.instant();
      } finally {
        starting.unlock();
      }
    }
  }
}
