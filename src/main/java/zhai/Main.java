package zhai;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import zhai.cli.Cli;
import zhai.cli.Printer;
import zhai.cli.Session;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.fetch.Fetcher;
import zhai.library.Parts;
import zhai.library.TimedExtractor;
import zhai.standby.Answer;
import zhai.standby.Call;
import zhai.standby.Caller;
import zhai.standby.Place;
import zhai.standby.Standby;
import zhai.standby.Streams;

/// Where zhai starts: builds the parts by hand and runs one command, or has it run by the process
/// that stands by. The only place with the standard streams, the clock and `System.exit`.
///
/// The launcher `src/app/bin/zhai` says in `zhai.standby` for which commands one is asked, and
/// where it is.
public final class Main {
  private static final String STAND_BY = "stand-by";

  /// What can be done once more to see that everything is warm: it only reads.
  private static final Set<String> READING =
      Set.of("search", "list", "show", "similar", "tags", "status");

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// Then it is quicker to run the command here.
  private static final Duration TO_BE_TAKEN = Duration.ofSeconds(1);

  private static final InstantSource CLOCK = InstantSource.system();

  /// Made once: to know all sites takes longer than most commands.
  private static final TimedExtractor EXTRACTOR =
      new TimedExtractor(() -> new Extractor(SiteReaders.all()));

  private Main() {}

  public static void main(String[] arguments) {
    String rehearsal = System.getenv("ZHAI_REHEARSAL");
    System.exit(rehearsal == null ? start(List.of(arguments)) : rehearse(rehearsal));
  }

  /// Runs one command after the other, so that the build can show the JVM what several of them use.
  ///
  /// @param commands one a line, their arguments divided by tabs
  private static int rehearse(String commands) {
    return commands.lines().mapToInt(line -> start(List.of(line.split("\t")))).max().orElse(0);
  }

  private static int start(List<String> arguments) {
    Call call =
        new Call(arguments, System.getenv(), Path.of(""), System.getProperty("zhai.terminal", ""));
    String socket = System.getProperty("zhai.standby", "");
    if (socket.isEmpty()) {
      return run(call, streams());
    }
    Place place = new Place(Path.of(socket), System.getProperty("user.name"));
    return arguments.getFirst().equals(STAND_BY) ? standBy(place, call) : ask(place, call);
  }

  private static int ask(Place place, Call call) {
    Streams streams = streams();
    return switch (new Caller(place, TO_BE_TAKEN).call(call, streams)) {
      case Answer.Done(int exitCode) -> exitCode;
      case Answer.Declined _ -> run(call, streams);
      case Answer.Absent _ -> {
        int exitCode = run(call, streams);
        leaveOneBehind(place, call);
        yield exitCode;
      }
      case Answer.Broken(String reason) -> {
        PrintStream err = new PrintStream(streams.err(), true, StandardCharsets.UTF_8);
        err.println("zhai: the output is not whole: " + reason);
        yield 1;
      }
    };
  }

  /// Starts the process that stands by for the next command. It can't do without: whatever keeps it
  /// from starting, this command is done.
  private static void leaveOneBehind(Place place, Call call) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("zhai.app", ""), "bin", "zhai").toString());
    command.add(STAND_BY);
    command.add(call.folder().toAbsolutePath().toString());
    if (READING.contains(call.arguments().getFirst())) {
      command.addAll(call.arguments());
    }
    try {
      place.prepare();
      new ProcessBuilder(command)
          .directory(new File("/"))
          .redirectInput(new File("/dev/null"))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException _) {
      // The next command runs as this one did.
    }
  }

  /// @param call its arguments are the folder of the command before it, and that command
  private static int standBy(Place place, Call call) {
    List<String> arguments = call.arguments();
    Call first =
        new Call(
            arguments.subList(2, arguments.size()),
            call.environment(),
            Path.of(arguments.get(1)),
            "");
    Path built = Path.of(System.getProperty("zhai.app", ""), "built");
    try {
      FileTime here = Files.getLastModifiedTime(built);
      new Standby(place, first, Main::run, PATIENCE)
          .run(() -> System.out.println("standing by"), () -> isAsOld(built, here));
      return 0;
    } catch (IOException e) {
      System.err.println("zhai: nobody stands by: " + e.getMessage());
      return 1;
    }
  }

  private static boolean isAsOld(Path file, FileTime time) {
    try {
      return Files.getLastModifiedTime(file).equals(time);
    } catch (IOException _) {
      return false;
    }
  }

  private static int run(Call call, Streams streams) {
    Parts parts =
        new Parts(EXTRACTOR, CLOCK, ZoneId.systemDefault(), String.join(" ", call.arguments()));
    Session.Surroundings surroundings =
        new Session.Surroundings(call.environment(), properties(), call.folder(), streams.in());
    Printer printer = new Printer(streams.out(), streams.err(), look(call));
    Session session =
        new Session(printer, surroundings, parts, options -> new Fetcher(options, CLOCK));
    return new Cli(session).run(call.arguments().toArray(String[]::new));
  }

  private static Map<String, String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, System::getProperty));
  }

  private static Streams streams() {
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err));
  }

  private static OutputStream stream(FileDescriptor descriptor) {
    return new BufferedOutputStream(new FileOutputStream(descriptor));
  }

  /// Colour only on a terminal that wants it (no-color.org). Java can't tell for one stream; the
  /// launcher can, and says so.
  private static Printer.Look look(Call call) {
    boolean shown = call.terminal().contains("out");
    boolean colour = shown && call.environment().getOrDefault("NO_COLOR", "").isEmpty();
    return new Printer.Look(shown, colour, call.terminal().contains("err"));
  }
}
