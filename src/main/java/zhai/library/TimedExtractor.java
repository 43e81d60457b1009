package zhai.library;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import zhai.extract.Extraction;
import zhai.extract.Extractor;
import zhai.model.Snapshot;
import zhai.model.Verdict;

/// Reads pages within a time. A page of a few megabytes can be built so that reading it takes
/// minutes (a hundred thousand tables in each other); nobody who saves a link should wait for that.
///
/// Java can't stop a thread that computes. The one that takes too long is left behind as a daemon,
/// which ends with the process at the latest.
public final class TimedExtractor {
  /// Real pages take well under a second, the largest a few.
  public static final Duration LIMIT = Duration.ofSeconds(20);

  private final Extractor extractor;
  private final Duration limit;

  public TimedExtractor(Extractor extractor) {
    this(extractor, LIMIT);
  }

  TimedExtractor(Extractor extractor, Duration limit) {
    this.extractor = extractor;
    this.limit = limit;
  }

  /// What the page says; {@link Verdict#UNSUPPORTED} if that could not be found out in time.
  Extraction extract(Snapshot snapshot) {
    FutureTask<Extraction> reading = new FutureTask<>(() -> extractor.extract(snapshot));
    Thread.ofPlatform().daemon().name("zhai-reading").start(reading);
    try {
      return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return refused("The page took longer than %d s to read.".formatted(limit.toSeconds()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return refused("Reading the page was interrupted.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Extraction refused(String detail) {
    return new Extraction(Verdict.UNSUPPORTED, null, detail);
  }
}
