package zhai.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  private final @Nullable TestWeb web;
  private Map<String, String> environment = Map.of();
  private Map<String, String> properties = Map.of();
  private Printer.Look look = Printer.Look.PLAIN;
  private String input = "";

  public Zhai(Path library, TestWeb web) {
    this.library = library;
    this.web = web;
  }

  /// With nothing in place of the web: what servers on loopback answer, and how addresses are
  /// guarded, is then as on any day.
  public Zhai(Path library) {
    this.library = library;
    this.web = null;
  }

  /// With more environment variables.
  public Zhai in(Map<String, String> more) {
    environment = more;
    return this;
  }

  /// With Java's system properties, of which there are none otherwise.
  public Zhai of(Map<String, String> those) {
    properties = those;
    return this;
  }

  /// What a run left behind.
  public record Ran(int code, String out, String err) {}

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(environment);
    all.put("ZHAI_LIBRARY", library.toString());
    return all;
  }

  /// A command may bring a web of its own, as the demo does.
  private FetchOptions inTheWeb(FetchOptions options) {
    return options.gateway() == null && web != null ? options.withGateway(web.gateway()) : options;
  }

  public Zhai withInput(String text) {
    input = text;
    return this;
  }

  /// With the output of the next run on a terminal, say.
  public Zhai on(Printer.Look place) {
    look = place;
    return this;
  }

  public Ran run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = runInto(out, err, arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// A run that can be listened to while it goes on.
  ///
  /// @return the exit code
  int runInto(OutputStream out, OutputStream err, String... arguments) {
    InstantSource clock = InstantSource.fixed(NOW);
    Session session =
        new Session(
            new Printer(out, err, look),
            new Session.Surroundings(
                environment(),
                properties,
                Path.of(""),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))),
            new Parts(
                new TimedExtractor(() -> new Extractor(SiteReaders.all())),
                clock,
                ZoneId.of("Asia/Shanghai"),
                String.join(" ", arguments)),
            options -> new Fetcher(inTheWeb(options), clock));
    int code = new Cli(session).run(arguments);
    input = "";
    look = Printer.Look.PLAIN;
    return code;
  }
}
