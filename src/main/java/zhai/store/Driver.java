package zhai.store;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sqlite.SQLiteJDBCLoader;

/// SQLite itself, loaded once in a process.
///
/// The driver asks another program what system this is, and forgets an interrupt that comes
/// meanwhile. So it is loaded by a thread of its own, which nobody interrupts; an interrupt of the
/// thread that waits is there afterwards as it was before.
final class Driver {
  private static final FutureTask<Boolean> LOADING = new FutureTask<>(SQLiteJDBCLoader::initialize);

  private Driver() {}

  /// Returns when SQLite is there.
  static void load() throws SQLException {
    if (!LOADING.isDone()) {
      Thread.ofPlatform().daemon().name("zhai-sqlite").start(LOADING);
    }
    boolean interrupted = false;
    try {
      while (!isLoaded()) {
        interrupted = true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Waits for it; false if the waiting was interrupted.
  private static boolean isLoaded() throws SQLException {
    try {
      LOADING.get();
      return true;
    } catch (InterruptedException _) {
      return false;
    } catch (ExecutionException e) {
      throw new SQLException("SQLite can't be loaded: " + e.getCause(), e);
    }
  }
}
