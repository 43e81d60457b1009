package zhai.extract;

/// Ends a reading that nobody waits for any more: whoever gave it up has interrupted its thread,
/// and a walk over a page that may be long asks here from time to time. The thread stays marked as
/// interrupted.
final class Interruption extends RuntimeException {
  private Interruption() {
    super("given up");
  }

  /// @throws Interruption if this thread was interrupted
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interruption();
    }
  }
}
