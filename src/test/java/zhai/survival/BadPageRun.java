package zhai.survival;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import zhai.cli.Cli;
import zhai.cli.Printer;
import zhai.cli.Session;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.fetch.FetchOptions;
import zhai.fetch.Fetcher;
import zhai.fetch.Limits;
import zhai.library.Parts;
import zhai.library.TimedExtractor;
import zhai.loopback.HastyLimits;

/// Runs the program many times in one process with little memory, and prints what each run came to,
/// one JSON object a line. The last line has the most memory that the process ever took.
final class BadPageRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BadPageRun() {}

  /// What a run came to.
  record Ran(int code, long millis, String out, String err) {}

  /// @param arguments a file with a run's arguments on each line, tabs between them; how many
  ///   milliseconds a fetch may take
  public static void main(String[] arguments) throws IOException {
    PrintStream results = System.out;
    long callMillis = Long.parseLong(arguments[1]);
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      results.println(JSON.writeValueAsString(run(callMillis, line.split("\t"))));
    }
    results.println(residentMegabytes());
    System.exit(0);
  }

  private static Ran run(long callMillis, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    long start = System.nanoTime();
    int code =
        new Cli(session(new Printer(out, err, Printer.Look.PLAIN), callMillis)).run(arguments);
    return new Ran(
        code,
        (System.nanoTime() - start) / 1_000_000,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  private static Session session(Printer printer, long callMillis) {
    InstantSource clock = InstantSource.system();
    TimedExtractor extractor = new TimedExtractor(() -> new Extractor(SiteReaders.all()));
    return new Session(
        printer,
        new Session.Surroundings(
            System.getenv(), Map.of(), Path.of(""), InputStream.nullInputStream()),
        new Parts(extractor, clock, ZoneOffset.UTC, "test"),
        options -> new Fetcher(options.withLimits(limits(Duration.ofMillis(callMillis))), clock));
  }

  /// The program's own but for the time, and for the politeness that is wasted on ourselves.
  private static Limits limits(Duration callTime) {
    Limits usual = FetchOptions.defaults().limits();
    return HastyLimits.of(usual, callTime, 32);
  }

  /// Linux's high-water mark; 0 elsewhere.
  private static long residentMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
