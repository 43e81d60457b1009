package zhai.survival;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import zhai.Main;

/// A Java process that runs the {@link Program}, or something of the tests, with the flags of
/// `src/app/bin/zhai`.
///
/// What it printed is in files, complete up to the moment of its end.
final class Child implements AutoCloseable {
  private final Path place;
  private final Process process;

  private Child(Path place, Process process) {
    this.place = place;
    this.process = process;
  }

  /// Starts the program on a library.
  static Child zhai(Path library, String... arguments) throws IOException {
    return of(Main.class, library, arguments);
  }

  /// Starts the program so that it writes down which {@link Failpoint}s it comes to.
  ///
  /// @param properties `-D` options, such as those of {@link Reached}
  static Child watched(Path library, List<String> properties, List<String> arguments)
      throws IOException {
    Path place = newPlace();
    List<String> all = new ArrayList<>(properties);
    all.add("-D%s=%s".formatted(Reached.LOG, place.resolve("reached")));
    return start(place, library, command(place, Main.class, all, arguments), fileIn(place));
  }

  /// Starts the program with its output in a pipe: {@link #process} has its other end.
  static Child zhaiIntoPipe(Path library, String... arguments) throws IOException {
    Path place = newPlace();
    List<String> command = command(place, Main.class, List.of(), List.of(arguments));
    return start(place, library, command, Redirect.PIPE);
  }

  /// Starts the program below another one that watches or disturbs it.
  ///
  /// @param launcher the other one and its arguments
  /// @param classes folders whose classes go before the program's own
  static Child zhaiUnder(
      List<String> launcher, List<Path> classes, Path library, List<String> arguments)
      throws IOException {
    Path place = newPlace();
    List<String> command = new ArrayList<>(launcher);
    command.addAll(Program.command(classes, Main.class, scratch(place)));
    command.addAll(arguments);
    return start(place, library, command, fileIn(place));
  }

  /// Starts a `main` of the tests.
  static Child of(Class<?> main, Path library, String... arguments) throws IOException {
    Path place = newPlace();
    List<String> command = command(place, main, List.of(), List.of(arguments));
    return start(place, library, command, fileIn(place));
  }

  /// Starts a `main` of the tests on a small machine.
  static Child withMemory(int megabytes, Class<?> main, Path library, String... arguments)
      throws IOException {
    Path place = newPlace();
    List<String> memory = List.of("-Xmx" + megabytes + "m");
    return start(place, library, command(place, main, memory, List.of(arguments)), fileIn(place));
  }

  private static Path newPlace() throws IOException {
    return Files.createTempDirectory("zhai-child");
  }

  private static Redirect fileIn(Path place) {
    return Redirect.to(place.resolve("out").toFile());
  }

  private static List<String> command(
      Path place, Class<?> main, List<String> properties, List<String> arguments) {
    List<String> all = new ArrayList<>(properties);
    all.addAll(scratch(place));
    List<String> command = Program.command(main, all);
    command.addAll(arguments);
    return command;
  }

  private static List<String> scratch(Path place) {
    return List.of("-Djava.io.tmpdir=" + place);
  }

  private static Child start(Path place, Path library, List<String> command, Redirect out)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(place.resolve("err").toFile())
            .redirectOutput(out);
    builder.environment().put("ZHAI_LIBRARY", library.toString());
    return new Child(place, builder.start());
  }

  Process process() {
    return process;
  }

  /// Lets it run for so long; tells whether it ended by itself.
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /// How long it was on a processor; 0 once it ended.
  long workedMillis() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  /// Ends it with SIGKILL, wherever it is.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Sends it a signal by name, such as `STOP`.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
  }

  /// The exit code, once it ended; 128 + n after signal n.
  int code() throws InterruptedException {
    return process.waitFor();
  }

  /// What it printed until its end, in whole lines.
  List<String> lines() throws IOException {
    String out = Files.readString(place.resolve("out"));
    return out.substring(0, out.lastIndexOf('\n') + 1).lines().toList();
  }

  /// What it said on standard error.
  String errors() throws IOException {
    return Files.readString(place.resolve("err"));
  }

  /// The names of the failpoints that it came to, in order; of a process that is {@link #watched}.
  List<String> reached() throws IOException {
    Path log = place.resolve("reached");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
