package zhai.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import zhai.extract.Extraction;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;

/// `mvn -Pspeed verify -Dset=DIR`: pages per second of zhai and of Readability.js with linkedom,
/// both warm, on one thread, turn by turn in the same run, so that whatever else the machine does
/// hits both.
///
/// Both get the decoded page and give content, text and metadata; zhai also writes Markdown and
/// judges whether the page is an article. A page's time is the mean of `rounds` (2) readings after
/// some that aren't counted. Java has the collector that the launcher gives it, Node.js its own.
final class SpeedRun {
  private static final int WARM_UP_PAGES = 600;

  private final Extractor extractor = new Extractor(SiteReaders.all());
  private final PeerProcess peer;

  private SpeedRun(PeerProcess peer) {
    this.peer = peer;
  }

  /// A page's times in milliseconds.
  private record Times(SpeedPage page, double zhai, double peer) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String folder = System.getProperty("set", "");
    if (folder.isEmpty()) {
      System.err.println("Which set of pages? Say it with -Dset=DIR.");
      System.exit(2);
    }
    Path work = Path.of("target/bench");
    List<SpeedPage> pages = SpeedPage.of(Path.of(folder), work.resolve("pages"));
    try (PeerProcess peer = PeerProcess.start(work)) {
      SpeedRun run = new SpeedRun(peer);
      run.read(pages, Math.ceilDiv(WARM_UP_PAGES, pages.size()));
      print(System.out, run.read(pages, Integer.getInteger("rounds", 2)));
    }
  }

  private List<Times> read(List<SpeedPage> pages, int rounds) {
    double[] zhai = new double[pages.size()];
    double[] readability = new double[pages.size()];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < zhai.length; i++) {
        zhai[i] += read(pages.get(i)) / rounds;
        readability[i] += peer.read(pages.get(i)).millis() / rounds;
      }
    }
    List<Times> times = new ArrayList<>();
    for (int i = 0; i < zhai.length; i++) {
      times.add(new Times(pages.get(i), zhai[i], readability[i]));
    }
    return times;
  }

  private double read(SpeedPage page) {
    long start = System.nanoTime();
    Extraction extraction = extractor.extract(page.snapshot());
    double millis = (System.nanoTime() - start) / 1e6;
    if (extraction.verdict() == null) {
      throw new IllegalStateException(page.id());
    }
    return millis;
  }

  private static void print(PrintStream out, List<Times> times) {
    List<Double> zhai = times.stream().map(Times::zhai).sorted().toList();
    List<Double> peer = times.stream().map(Times::peer).sorted().toList();
    List<Double> ratios = times.stream().map(time -> time.peer / time.zhai).sorted().toList();
    out.printf("%-24s%8s%9s%8s%8s%8s%8s%n", "", "pages", "pages/s", "mean", "median", "p99", "max");
    row(out, "zhai", zhai);
    row(out, "Readability.js, linkedom", peer);
    line(out, "zhai reads %.2f times as many pages a second", mean(peer) / mean(zhai));
    line(out, "page by page: %.2f times in the median", at(ratios, 0.5));
    times.stream()
        .sorted(Comparator.comparingDouble(Times::zhai).reversed())
        .limit(5)
        .forEach(time -> line(out, "slowest: %7.1f ms  %s", time.zhai, time.page.id()));
  }

  private static void row(PrintStream out, String name, List<Double> sorted) {
    line(
        out,
        "%-24s%8d%9.1f%8.1f%8.1f%8.1f%8.1f",
        name,
        sorted.size(),
        1000 / mean(sorted),
        mean(sorted),
        at(sorted, 0.5),
        at(sorted, 0.99),
        sorted.getLast());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }

  private static void line(PrintStream out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
