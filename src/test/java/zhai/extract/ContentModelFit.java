package zhai.extract;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zhai.extract.LabelledPage.LabelledBlock;
import zhai.extract.LabelledPage.Scored;
import zhai.measure.GoldSet;
import zhai.measure.PageScore;

/// `mvn -Pfit verify -Dset=DIR,DIR -Dout=FILE`: learns the weights of `content-model.txt` anew from
/// sets of pages, and prints how well sites are read of which nothing was learned.
final class ContentModelFit {
  /// How much the pages count against the penalty on weights.
  private static final double C = 0.2;

  /// A feature whose weights are all smaller is left out of the file.
  private static final double NOTHING = 0.005;

  private static final int FOLDS = 5;

  private static final String HEAD =
      """
      # The weights by which ContentChooser tells an article's blocks from the rest of a page; AdditiveModel
      # says how to read them, Feature and Trait what is measured.
      #
      # Learned by logistic regression (L2, C = %s) over values in bins, from %,d blocks of %d pages whose
      # main text people had marked, public benchmarks' and our own; a block counts by the square root of
      # its share of its page. Positive weights speak for the article. Correlated features share their
      # weight, so a single one can look odd; the sum is what was fitted. How to make them anew and what
      # they are worth on sites that were left out of the fit: CONTRIBUTING.md, "The content model".
      """;

  private ContentModelFit() {}

  public static void main(String[] args) throws IOException {
    String sets = System.getProperty("set", "");
    if (sets.isEmpty()) {
      System.err.println("Which sets of pages? Say it with -Dset=DIR,DIR.");
      System.exit(2);
    }
    List<LabelledPage> pages = new ArrayList<>();
    for (String folder : sets.split(",")) {
      GoldSet set = GoldSet.open(Path.of(folder));
      set.pages().stream()
          .map(gold -> LabelledPage.of(set, gold))
          .filter(Objects::nonNull)
          .forEach(pages::add);
    }
    String out = System.getProperty("out", "");
    List<String> model = model(pages);
    if (!out.isEmpty()) {
      int blocks = pages.stream().mapToInt(page -> page.blocks().size()).sum();
      String head = String.format(Locale.ROOT, HEAD, C, blocks, pages.size());
      Files.writeString(Path.of(out), head + String.join("\n", model) + "\n");
    }
    print("pages that were learned from", scores(pages, model));
    print("sites that were left out", leftOut(pages));
  }

  /// The lines of a model that is learned from pages.
  static List<String> model(List<LabelledPage> pages) {
    List<Binning> binnings = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int count = 1;
    for (int feature = 0; feature < Feature.COUNT; feature++) {
      int column = feature;
      Binning binning =
          Binning.of(
              pages.stream()
                  .flatMap(page -> page.blocks().stream())
                  .mapToDouble(block -> block.row()[column])
                  .toArray());
      binnings.add(binning);
      offsets.add(count);
      count += binning.count();
    }
    List<LogisticFit.Sample> samples = new ArrayList<>();
    for (LabelledPage page : pages) {
      double tokens = page.blocks().stream().mapToInt(block -> block.label().tokens()).sum();
      for (LabelledBlock block : page.blocks()) {
        if (block.label().tokens() > 0) {
          int[] on =
              IntStream.range(0, Feature.COUNT)
                  .map(i -> offsets.get(i) + binnings.get(i).bin(block.row()[i]))
                  .toArray();
          double weight = Math.sqrt(block.label().tokens() / tokens);
          samples.add(new LogisticFit.Sample(on, block.label().share(), weight));
        }
      }
    }
    return lines(LogisticFit.fit(samples, count, C), binnings);
  }

  private static List<String> lines(double[] weights, List<Binning> binnings) {
    List<String> lines = new ArrayList<>();
    lines.add("bias: " + weight(weights[0]));
    int next = 1;
    for (int feature = 0; feature < binnings.size(); feature++) {
      List<Double> limits = binnings.get(feature).limits();
      var line =
          new StringBuilder(Feature.name(feature)).append(": ").append(weight(weights[next]));
      double most = Math.abs(weights[next]);
      next++;
      for (double limit : limits) {
        line.append(" until ").append(limit(limit)).append(' ').append(weight(weights[next]));
        most = Math.max(most, Math.abs(weights[next]));
        next++;
      }
      if (most >= NOTHING) {
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static String weight(double weight) {
    return String.format(Locale.ROOT, "%.3f", weight);
  }

  private static String limit(double limit) {
    return new BigDecimal(limit).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  private static List<Scored> scores(List<LabelledPage> pages, List<String> lines) {
    AdditiveModel model = AdditiveModel.of("the model", lines);
    return pages.stream().map(page -> page.score(model)).toList();
  }

  /// Each page by a model that was learned from four fifths of the sites, among which its own is
  /// not.
  private static List<Scored> leftOut(List<LabelledPage> pages) {
    List<String> sites =
        new ArrayList<>(pages.stream().map(LabelledPage::site).distinct().sorted().toList());
    Collections.shuffle(sites, new Random(1));
    Map<String, Integer> folds = new TreeMap<>();
    sites.forEach(site -> folds.put(site, folds.size() % FOLDS));
    List<Scored> scores = new ArrayList<>();
    for (int i = 0; i < FOLDS; i++) {
      int fold = i;
      Map<Boolean, List<LabelledPage>> parts =
          pages.stream().collect(Collectors.partitioningBy(page -> folds.get(page.site()) == fold));
      scores.addAll(scores(parts.get(true), model(parts.get(false))));
    }
    return scores;
  }

  private static void print(String name, List<Scored> scores) {
    System.out.println(name);
    Map<String, List<PageScore>> sets =
        scores.stream()
            .collect(
                Collectors.groupingBy(
                    Scored::set,
                    TreeMap::new,
                    Collectors.mapping(Scored::score, Collectors.toList())));
    sets.forEach((set, pages) -> row(set, pages.size(), PageScore.ofSet(set, pages).f1()));
    double mean =
        scores.stream().mapToDouble(page -> page.score().score().f1()).average().orElse(0);
    row("mean of all pages", scores.size(), mean);
  }

  private static void row(String name, int pages, double f1) {
    System.out.println(String.format(Locale.ROOT, "  %-20s%5d  F1 %.4f", name, pages, f1));
  }
}
