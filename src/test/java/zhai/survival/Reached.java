package zhai.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What happens in a process of the program when it comes to a {@link Failpoint}. System properties
/// tell; without any, nothing does.
public final class Reached {
  /// The file that each point reached is written to, a line each: so it is known afterwards how far
  /// a process came.
  static final String LOG = "zhai.failpoint.log";

  /// The point at which the process ends at once, as by SIGKILL: nothing is flushed or closed.
  static final String HALT = "zhai.failpoint.halt";

  /// The point at which it stands still until it is ended from outside.
  static final String STAND = "zhai.failpoint.stand";

  /// At which time that it comes to the point, from 1.
  static final String HIT = "zhai.failpoint.hit";

  private static final String LOG_FILE = System.getProperty(LOG, "");
  private static final String HALTING = System.getProperty(HALT, "");
  private static final String STANDING = System.getProperty(STAND, "");
  private static final int WANTED_HIT = Integer.getInteger(HIT, 1);
  private static final AtomicInteger HITS = new AtomicInteger();

  private Reached() {}

  /// Called from the places that the table names.
  public static void point(String name) {
    if (!LOG_FILE.isEmpty()) {
      log(name);
    }
    if (name.equals(HALTING) && HITS.incrementAndGet() == WANTED_HIT) {
      Runtime.getRuntime().halt(137);
    }
    if (name.equals(STANDING) && HITS.incrementAndGet() == WANTED_HIT) {
      standStill();
    }
  }

  private static synchronized void log(String name) {
    try {
      Files.writeString(
          Path.of(LOG_FILE), name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void standStill() {
    while (true) {
      LockSupport.park();
    }
  }
}
