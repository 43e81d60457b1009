package zhai.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Programs as a person would start them.
final class Processes {
  private static final long POLL_MILLIS = 50;

  private Processes() {}

  /// What a program took.
  ///
  /// @param peakMegabytes of its resident memory, as far as the system tells; 0 if it does not
  record Taken(double seconds, double peakMegabytes) {}

  /// Runs one to its end; what it prints is dropped.
  ///
  /// @throws IOException with what it complained of, if it says that it failed
  static Taken run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(command, environment, ProcessBuilder.Redirect.DISCARD, 0);
  }

  /// The same with what it prints in a file, and another code for success than 0 if it has one.
  static Taken run(
      List<String> command,
      Map<String, String> environment,
      ProcessBuilder.Redirect output,
      int success)
      throws IOException, InterruptedException {
    Path complaints = Files.createTempFile("zhai-bench", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(output).redirectError(complaints.toFile());
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.start();
      double peak = watched(process);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (process.exitValue() != 0 && process.exitValue() != success) {
        throw new IOException(
            "%s ended with %d: %s"
                .formatted(
                    String.join(" ", command), process.exitValue(), Files.readString(complaints)));
      }
      return new Taken(seconds, peak);
    } finally {
      Files.delete(complaints);
    }
  }

  private static double watched(Process process) throws InterruptedException {
    double peak = 0;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMegabytes(process.pid()));
    }
    return peak;
  }

  /// The most resident memory that a process had so far; 0 where the system does not tell.
  static double peakMegabytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException _) {
      return 0;
    }
  }

  static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, program).canExecute());
  }
}
