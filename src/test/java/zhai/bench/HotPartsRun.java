package zhai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The parts that all the time goes into, each alone and warm, by JMH. The benchmarks stand in
/// `src/bench/java` and are compiled by `-Pbench` only; so they are started here by name.
final class HotPartsRun {
  private static final String JMH = "org.openjdk.jmh.Main";

  private HotPartsRun() {}

  static void measure(Bench bench) throws IOException, InterruptedException {
    if (HotPartsRun.class.getResource("/META-INF/BenchmarkList") == null) {
      bench.table().say("JMH is missing: run this by mvn -Pbench verify.");
      return;
    }
    Path results = bench.work().resolve("jmh.json");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        List.of(
            java.toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-classpath",
            System.getProperty("java.class.path"),
            JMH,
            "-rf",
            "json",
            "-rff",
            results.toString());
    Processes.run(command, Map.of());
    for (JsonNode row : new ObjectMapper().readTree(Files.readString(results))) {
      String name = row.path("benchmark").asText().replaceFirst(".*\\.", "");
      String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
      JsonNode metric = row.path("primaryMetric");
      Figure mean = Figure.micros(metric.path("score").asDouble());
      bench
          .table()
          .row(
              words,
              mean.saying(
                  "%s ± %s".formatted(mean, Figure.micros(metric.path("scoreError").asDouble()))));
    }
  }
}
