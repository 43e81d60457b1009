package zhai.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.fetch.FetchOptions;
import zhai.fetch.Fetcher;
import zhai.library.Parts;
import zhai.library.TimedExtractor;
import zhai.loopback.TestWeb;

/// The program as a person runs it, in this process: arguments and input in; output, errors and the
/// exit code back. Its web is a {@link TestWeb}, its clock stands still.
public final class Zhai {
  public static final Instant NOW = Instant.parse("2026-01-04T02:00:00Z");

  private final Path library;
  private final TestWeb web;
  private String input = "";

  public Zhai(Path library, TestWeb web) {
    this.library = library;
    this.web = web;
  }

  /// What a run left behind.
  public record Ran(int code, String out, String err) {}

  /// A command may bring a web of its own, as the demo does.
  private FetchOptions inTheWeb(FetchOptions options) {
    return options.gateway() == null ? options.withGateway(web.gateway()) : options;
  }

  public Zhai withInput(String text) {
    input = text;
    return this;
  }

  public Ran run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InstantSource clock = InstantSource.fixed(NOW);
    Session session =
        new Session(
            new Printer(out, err, Printer.Look.PLAIN),
            new Session.Surroundings(
                Map.of("ZHAI_LIBRARY", library.toString()),
                Map.of(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))),
            new Parts(
                new TimedExtractor(new Extractor(SiteReaders.all())),
                clock,
                ZoneId.of("Asia/Shanghai"),
                String.join(" ", arguments)),
            options -> new Fetcher(inTheWeb(options), clock));
    int code = new Cli(session).run(arguments);
    input = "";
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
