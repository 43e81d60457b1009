package zhai;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import zhai.cli.Cli;
import zhai.cli.Printer;
import zhai.cli.Session;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.fetch.Fetcher;
import zhai.library.Parts;
import zhai.library.TimedExtractor;

/// Where zhai starts: builds the parts by hand and runs one command. The only place with the
/// standard streams, the clock and `System.exit`.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    String rehearsal = System.getenv("ZHAI_REHEARSAL");
    System.exit(rehearsal == null ? run(arguments) : rehearse(rehearsal));
  }

  /// Runs one command after the other, so that the build can show the JVM what several of them use.
  ///
  /// @param commands one a line, their arguments divided by tabs
  private static int rehearse(String commands) {
    return commands.lines().mapToInt(line -> run(line.split("\t"))).max().orElse(0);
  }

  private static int run(String[] arguments) {
    InstantSource clock = InstantSource.system();
    Parts parts =
        new Parts(
            new TimedExtractor(() -> new Extractor(SiteReaders.all())),
            clock,
            ZoneId.systemDefault(),
            String.join(" ", arguments));
    Session.Surroundings surroundings =
        new Session.Surroundings(
            System.getenv(), properties(), new FileInputStream(FileDescriptor.in));
    Printer printer = new Printer(stream(FileDescriptor.out), stream(FileDescriptor.err), look());
    Session session =
        new Session(printer, surroundings, parts, options -> new Fetcher(options, clock));
    return new Cli(session).run(arguments);
  }

  private static Map<String, String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, System::getProperty));
  }

  private static OutputStream stream(FileDescriptor descriptor) {
    return new BufferedOutputStream(new FileOutputStream(descriptor));
  }

  /// Colour only on a terminal that wants it (no-color.org). Java can't tell for one stream; the
  /// launcher can, and says so.
  private static Printer.Look look() {
    String terminal = System.getProperty("zhai.terminal", "");
    boolean shown = terminal.contains("out");
    boolean colour = shown && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    return new Printer.Look(shown, colour, terminal.contains("err"));
  }
}
