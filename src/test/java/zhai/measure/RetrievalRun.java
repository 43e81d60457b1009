package zhai.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// `mvn -Pretrieval verify -Dset=DIR[,DIR]`: how well zhai finds in sets of documents, queries and
/// judgments ({@link RetrievalSet}), and how fast.
///
/// If a file `floors.json` stands beside the sets (`{"SET": 0.9, "SET:VARIANT": 0.9}`), what is
/// above and below it is shown. `-Dworst=10` names the queries of each row that fare worst. Times
/// are of warm queries, one after the other.
final class RetrievalRun {
  private static final int WARM_UP_QUERIES = 1_000;

  private final PrintStream out;
  private final List<Double> ndcgs = new ArrayList<>();
  private final List<Double> aboveFloors = new ArrayList<>();

  private RetrievalRun(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    String folders = System.getProperty("set", "");
    if (folders.isEmpty()) {
      System.err.println("Which sets? Say it with -Dset=DIR[,DIR].");
      System.exit(2);
    }
    RetrievalRun run = new RetrievalRun(System.out);
    run.line(
        "%-16s%8s%9s%8s%8s%8s%8s%8s%9s%9s",
        "set", "queries", "nDCG@10", "MRR@10", "hit@1", "rec@10", "p50 ms", "p95 ms", "floor", "");
    for (String folder : folders.split(",")) {
      run.measure(new RetrievalSet(Path.of(folder).toAbsolutePath()));
    }
    run.line("mean nDCG@10 of all rows: %.4f", mean(run.ndcgs));
    if (!run.aboveFloors.isEmpty()) {
      run.line("mean above the floors: %+.4f", mean(run.aboveFloors));
    }
  }

  private void measure(RetrievalSet set) throws IOException {
    List<RetrievalSet.Document> documents = set.documents();
    JsonNode floors = floors(set);
    try (MeasuredLibrary library = MeasuredLibrary.of(documents)) {
      double seconds = library.index();
      for (String variant : set.variants()) {
        String name = variant.isEmpty() ? set.name() : set.name() + ":" + variant;
        measure(library, set.queries(variant), name, floors.path(name).asDouble(0));
      }
      line(
          "%-16s%8d documents indexed, %.0f a second",
          "", documents.size(), documents.size() / seconds);
    }
  }

  private void measure(
      MeasuredLibrary library, List<RetrievalSet.Judged> queries, String name, double floor) {
    queries.stream().limit(WARM_UP_QUERIES).forEach(query -> library.search(query.text()));
    List<AskedQuery> asked = queries.stream().map(query -> AskedQuery.ask(library, query)).toList();
    List<Double> times = asked.stream().map(one -> one.answer().millis()).toList();
    RetrievalScore score = AskedQuery.mean(asked);
    ndcgs.add(score.ndcg());
    line(
        "%-16s%8d%9.4f%8.4f%8.4f%8.4f%8.2f%8.2f%s",
        name,
        queries.size(),
        score.ndcg(),
        score.mrr(),
        score.first(),
        score.recall(),
        Percentile.of(times, 0.5),
        Percentile.of(times, 0.95),
        floor == 0 ? "" : comparison(score.ndcg(), floor));
    asked.stream()
        .sorted(Comparator.comparingDouble(one -> one.score().ndcg()))
        .limit(Integer.getInteger("worst", 0))
        .forEach(one -> line("  %s", one.report()));
  }

  private String comparison(double ndcg, double floor) {
    aboveFloors.add(ndcg - floor);
    return String.format(Locale.ROOT, "%9.4f%+9.4f", floor, ndcg - floor);
  }

  private static JsonNode floors(RetrievalSet set) throws IOException {
    Path file = set.folder().resolveSibling("floors.json");
    ObjectMapper json = new ObjectMapper();
    return Files.exists(file) ? json.readTree(file.toFile()) : json.createObjectNode();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
