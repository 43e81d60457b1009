package zhai.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhai.measure.Percentile;

/// How what it costs grows with the library, from each of `-Dsizes=10000,100000` to the next. An
/// exponent of 1 is linear: ten times the pages, ten times the cost; 0 is no growth.
final class Growth {
  private static final String SIZES = "10000,100000";
  private static final int WARMING = 50;
  private static final int QUERIES = 50;

  private final Bench bench;

  private Growth(Bench bench) {
    this.bench = bench;
  }

  static void measure(Bench bench) throws IOException, InterruptedException {
    List<Integer> sizes =
        Arrays.stream(System.getProperty("sizes", SIZES).split(","))
            .map(size -> Integer.valueOf(size.strip()))
            .sorted()
            .toList();
    Growth growth = new Growth(bench);
    Map<String, Figure> smaller = Map.of();
    for (int i = 0; i < sizes.size(); i++) {
      Map<String, Figure> costs = growth.costs(sizes.get(i));
      if (i == 0) {
        costs.forEach((what, cost) ->
            bench.table().row("%s, %,d pages".formatted(what, sizes.getFirst()), cost));
      } else {
        growth.tell(sizes.get(i - 1), smaller, sizes.get(i), costs);
      }
      smaller = costs;
    }
  }

  private void tell(int few, Map<String, Figure> smaller, int many, Map<String, Figure> costs) {
    for (Map.Entry<String, Figure> cost : costs.entrySet()) {
      Figure before = smaller.get(cost.getKey());
      double exponent =
          Math.log(cost.getValue().value() / before.value()) / Math.log((double) many / few);
      bench
          .table()
          .row(
              "%s, %,d pages".formatted(cost.getKey(), many),
              cost.getValue(),
              String.format(Locale.ROOT, "%,d pages; exponent %.2f", few, exponent),
              before);
    }
  }

  private Map<String, Figure> costs(int size) throws IOException, InterruptedException {
    MadeLibrary library = bench.library(size);
    Map<String, Figure> costs = new LinkedHashMap<>();
    costs.put("import", Figure.seconds(library.taken().seconds()));
    costs.put("resident memory of the import", Figure.megabytes(library.taken().peakMegabytes()));
    costs.put(
        "size of the store", Figure.megabytes(library.megabytes() - library.indexMegabytes()));
    costs.put("size of the index", Figure.megabytes(library.indexMegabytes()));
    if (Processes.isInstalled("hyperfine")) {
      String search = Bench.APP + " search " + bench.pages().anyWord();
      costs.put(
          "cold search",
          ColdStarts.medians(bench.work(), List.of(search), library.environment()).get(search));
    }
    warm(library, costs);
    return costs;
  }

  private void warm(MadeLibrary library, Map<String, Figure> costs) {
    try (OpenLibrary open = new OpenLibrary(library)) {
      for (AskedAtSize kind : AskedAtSize.values()) {
        List<Double> millis = new ArrayList<>();
        for (Asked asked : kind.some(bench.pages(), library.pages(), WARMING + QUERIES)) {
          long start = System.nanoTime();
          open.search(asked);
          millis.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> counted = millis.subList(WARMING, millis.size());
        costs.put(kind.label() + ", warm p50", Figure.millis(Percentile.of(counted, 0.5)));
        costs.put(kind.label() + ", warm p95", Figure.millis(Percentile.of(counted, 0.95)));
      }
    }
  }
}
