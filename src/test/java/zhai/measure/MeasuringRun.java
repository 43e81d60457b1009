package zhai.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import zhai.extract.SiteReader;
import zhai.extract.site.SiteReaders;

/// `mvn -Pextraction verify -Dset=DIR`: scores a set and prints the table.
///
/// Told by system properties: `set`, a folder; `siteReaders`, `false` to measure the general
/// extractor alone; `worst`, how many of the worst pages to name; `pred`, a folder for what was
/// read.
final class MeasuringRun {
  private MeasuringRun() {}

  public static void main(String[] args) throws IOException {
    String folder = System.getProperty("set", "");
    if (folder.isEmpty()) {
      System.err.println("Which set of pages? Say it with -Dset=DIR.");
      System.exit(2);
    }
    boolean sites = !System.getProperty("siteReaders", "").equals("false");
    List<SiteReader> readers = sites ? SiteReaders.all() : List.of();
    GoldSet set = GoldSet.open(Path.of(folder));
    Measurement measurement = new Measurement(readers);
    measurement.warmUp(set);
    List<MeasuredPage> pages = measurement.measure(set);

    ScoreTable table = new ScoreTable(System.out);
    table.print(pages);
    int worst = Integer.getInteger("worst", 0);
    if (worst > 0) {
      table.worst(pages, worst);
    }
    String predictions = System.getProperty("pred", "");
    if (!predictions.isEmpty()) {
      Predictions.write(Path.of(predictions), pages);
    }
  }
}
