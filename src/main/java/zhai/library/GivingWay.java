package zhai.library;

import java.util.concurrent.ThreadFactory;

/// Threads for what may be done a little later: they have Java's lowest priority, and so has what
/// they start. Linux knows of it where the launcher wants it to (`zhai fetch`).
final class GivingWay {
  @SuppressWarnings("ThreadPriorityCheck") // It says who comes first, and nothing else hangs on it.
  static final ThreadFactory THREADS =
      Thread.ofPlatform().name("zhai-later-", 1).priority(Thread.MIN_PRIORITY).factory();

  private GivingWay() {}
}
