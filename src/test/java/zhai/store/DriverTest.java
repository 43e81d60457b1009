package zhai.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What tells somebody to stop is still there when SQLite was loaded.
class DriverTest {
  @Test
  void leavesAnInterruptAsItWas() throws Exception {
    Thread.currentThread().interrupt();
    Driver.load();
    assertTrue(Thread.interrupted());
  }
}
