package zhai.library;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import zhai.extract.Extraction;
import zhai.extract.Extractor;
import zhai.extract.site.RuleReader;
import zhai.extract.site.SiteRules;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.Verdict;

/// Reads pages within a time, and not more at once than there are processors: pages may come in by
/// the dozen, but reading one is nothing but computing, and each holds its whole tree in memory.
///
/// A page of a few megabytes could be built so that reading it takes minutes; nobody who saves a
/// link should wait for that. The thread that takes too long is interrupted. The extractor looks
/// for that between its steps and ends; a step that does not look is left behind as a daemon, which
/// ends with the process at the latest.
public final class TimedExtractor {
  /// Real pages take well under a second, the largest a few.
  public static final Duration LIMIT = Duration.ofSeconds(20);

  private final Supplier<Extractor> maker;
  private final Duration limit;
  private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
  private @Nullable Extractor made;

  /// @param maker asked when the first page is read: most runs of zhai read none
  public TimedExtractor(Supplier<Extractor> maker) {
    this(maker, LIMIT);
  }

  TimedExtractor(Supplier<Extractor> maker, Duration limit) {
    this.maker = maker;
    this.limit = limit;
  }

  private synchronized Extractor extractor() {
    Extractor ready = made;
    if (ready == null) {
      ready = maker.get();
      made = ready;
    }
    return ready;
  }

  /// The same, after a user's own rules for sites.
  TimedExtractor extendedBy(SiteRules own) {
    return own.files().isEmpty()
        ? this
        : new TimedExtractor(() -> extractor().precededBy(new RuleReader(own)), limit);
  }

  /// The same without what is known of single sites.
  TimedExtractor withoutSiteReaders() {
    return new TimedExtractor(() -> new Extractor(List.of()), limit);
  }

  /// What the page says; {@link Verdict#UNSUPPORTED} if that could not be found out in time or in
  /// the memory there is.
  Extraction extract(Snapshot snapshot) {
    return extract(snapshot, Map.of());
  }

  /// The same of a page that came with pictures, see {@link Extractor#extract(Snapshot, Map)}.
  Extraction extract(Snapshot snapshot, Map<String, Bytes> images) {
    try {
      processors.acquire();
    } catch (InterruptedException _) {
      return interrupted();
    }
    try {
      return within(limit, new FutureTask<>(() -> extractor().extract(snapshot, images)));
    } finally {
      processors.release();
    }
  }

  private static Extraction within(Duration limit, FutureTask<Extraction> reading) {
    Thread.ofPlatform().daemon().name("zhai-reading").start(reading);
    try {
      return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      reading.cancel(true);
      return refused("The page took longer than %d s to read.".formatted(limit.toSeconds()));
    } catch (InterruptedException _) {
      reading.cancel(true);
      return interrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        return refused("The page takes more memory to read than there is.");
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Extraction interrupted() {
    Thread.currentThread().interrupt();
    return refused("Reading the page was interrupted.");
  }

  private static Extraction refused(String detail) {
    return new Extraction(Verdict.UNSUPPORTED, null, detail);
  }
}
