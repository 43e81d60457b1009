package zhai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whole processes from nothing to their last line, by hyperfine: medians, side by side in one run.
final class ColdStarts {
  private static final int RUNS = 15;

  private final Path work;
  private final Map<String, String> commands = new LinkedHashMap<>();

  ColdStarts(Path work) {
    this.work = work;
  }

  /// @param name of the row
  /// @param command as for a shell; it is run without one
  ColdStarts with(String name, String command) {
    commands.put(name, command);
    return this;
  }

  /// Runs them and prints a row for each with its ratio to the first.
  void measure(Map<String, String> environment) throws IOException, InterruptedException {
    List<String> hyperfine = new ArrayList<>(List.of("hyperfine", "--shell=none", "--warmup=3"));
    Path results = work.resolve("hyperfine.json");
    hyperfine.addAll(List.of("--runs=" + RUNS, "--style=none", "--ignore-failure"));
    hyperfine.add("--export-json=" + results);
    hyperfine.addAll(commands.values());
    Processes.run(hyperfine, environment);
    JsonNode rows = new ObjectMapper().readTree(Files.readString(results)).path("results");
    double first = rows.path(0).path("median").asDouble();
    int row = 0;
    for (String name : commands.keySet()) {
      double median = rows.path(row++).path("median").asDouble();
      System.out.printf(
          Locale.ROOT, "%-40s %8.0f ms   %5.2f x%n", name, 1_000 * median, median / first);
    }
  }
}
