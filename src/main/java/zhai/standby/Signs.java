package zhai.standby;

import java.io.IOException;
import java.time.Duration;

/// Tells a caller, as long as its command is run, that somebody is still at it.
final class Signs implements AutoCloseable {
  static final Duration BETWEEN = Duration.ofMillis(500);

  private final Wire wire;
  private boolean over;

  Signs(Wire wire) {
    this.wire = wire;
    Thread.ofPlatform().daemon().name("signs").start(this::give);
  }

  private synchronized void give() {
    try {
      while (!over) {
        wait(BETWEEN.toMillis());
        if (!over) {
          wire.send(Frame.Kind.ALIVE);
        }
      }
    } catch (InterruptedException | IOException _) {
      // Nobody interrupts this thread; a caller who is gone needs no signs.
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    notifyAll();
  }
}
