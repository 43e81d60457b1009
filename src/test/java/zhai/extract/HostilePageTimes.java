package zhai.extract;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import zhai.extract.site.SiteReaders;
import zhai.model.Snapshot;

/// Prints what it costs to read each shape of `hostile.tsv`, in seconds of processor time of one
/// thread: to grow the tree, and all in all. Nothing is asserted: a measured time is no test.
///
/// `mvn -Ppages verify` runs it, in the memory that a small machine has. Started by hand,
/// `-Dhostile.bytes=` and `-Dhostile.shapes=` (a regular expression) say otherwise than 2 MB of
/// each.
final class HostilePageTimes {
  /// A reading that takes longer is interrupted and shown as that.
  private static final double GIVEN_UP_AFTER = 30;

  private HostilePageTimes() {}

  public static void main(String[] arguments) throws InterruptedException {
    int bytes = Integer.getInteger("hostile.bytes", 2_000_000);
    String wanted = System.getProperty("hostile.shapes", ".*");
    System.out.printf("%-32s %8s %8s  %s%n", "shape", "tree", "all", "verdict");
    for (HostilePages shape : HostilePages.all()) {
      if (shape.name().matches(wanted)) {
        System.out.println(measure(shape, shape.page(bytes)));
      }
    }
  }

  private static String measure(HostilePages shape, String page) throws InterruptedException {
    Times times = new Times(Pages.of(page, "text/html; charset=utf-8"), page);
    Map<String, Integer> places = new HashMap<>();
    Thread thread = Thread.ofPlatform().daemon().start(times);
    while (thread.isAlive() && seconds(thread) < GIVEN_UP_AFTER) {
      thread.join(50);
      place(thread).ifPresent(place -> places.merge(place, 1, Integer::sum));
    }
    boolean givenUp = thread.isAlive();
    double all = givenUp ? seconds(thread) : times.all;
    thread.interrupt();
    return "%-32s %8.2f %8.2f  %s%s"
        .formatted(
            shape, times.tree, all, givenUp ? "GIVEN UP" : times.said, all > 1 ? most(places) : "");
  }

  /// The innermost method of ours that the thread is in.
  private static Optional<String> place(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("zhai."))
        .findFirst()
        .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName());
  }

  /// `; mostly in PageMapper.enter 60 %, Noise.isLegal 30 %`.
  private static String most(Map<String, Integer> places) {
    int all = places.values().stream().mapToInt(Integer::intValue).sum();
    return places.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(3)
        .map(place -> "%s %d %%".formatted(place.getKey(), 100 * place.getValue() / all))
        .collect(Collectors.joining(", ", "; mostly in ", ""));
  }

  private static double seconds(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()) / 1e9;
  }

  private static final class Times implements Runnable {
    private final Snapshot snapshot;
    private final String page;
    private volatile double tree = Double.NaN;
    private volatile double all = Double.NaN;
    private volatile String said = "";

    Times(Snapshot snapshot, String page) {
      this.snapshot = snapshot;
      this.page = page;
    }

    @Override
    public void run() {
      double start = seconds(Thread.currentThread());
      HtmlTree.parse(page, snapshot.address());
      tree = seconds(Thread.currentThread()) - start;
      start = seconds(Thread.currentThread());
      try {
        Extraction read = new Extractor(SiteReaders.all()).extract(snapshot);
        said = read.verdict().label() + (read.detail() == null ? "" : ": " + read.detail());
      } catch (OutOfMemoryError _) {
        said = "out of memory";
      }
      all = seconds(Thread.currentThread()) - start;
    }
  }
}
