package zhai.survival;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhai.Main;

/// A Java process that runs the program, or something of the tests, on the tests' own class path
/// and with the flags of `src/app/bin/zhai`.
///
/// What it printed is in files, complete up to the moment of its end.
final class Child implements AutoCloseable {
  private static final List<String> JVM_FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

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

  /// Starts the program with its output in a pipe: {@link #process} has its other end.
  static Child zhaiIntoPipe(Path library, String... arguments) throws IOException {
    Path place = newPlace();
    return new Child(
        place,
        command(place, library, Main.class, arguments).redirectOutput(Redirect.PIPE).start());
  }

  /// Starts a `main` of the tests.
  static Child of(Class<?> main, Path library, String... arguments) throws IOException {
    Path place = newPlace();
    Redirect toFile = Redirect.to(place.resolve("out").toFile());
    return new Child(
        place, command(place, library, main, arguments).redirectOutput(toFile).start());
  }

  private static Path newPlace() throws IOException {
    return Files.createTempDirectory("zhai-child");
  }

  private static ProcessBuilder command(
      Path place, Path library, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    // SQLite's library is unpacked there, and stays when the process is killed.
    command.add("-Djava.io.tmpdir=" + place);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(place.resolve("err").toFile());
    builder.environment().put("ZHAI_LIBRARY", library.toString());
    return builder;
  }

  /// JUnit's own launcher loads the tests from a class path that `java.class.path` doesn't have.
  private static String classPath() {
    if (Child.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(URL::toString)
          .map(url -> Path.of(URI.create(url)).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  Process process() {
    return process;
  }

  /// Lets it run for so long; tells whether it ended by itself.
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /// Ends it with SIGKILL, wherever it is.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
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
