import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The Java of the application folder, run to its end.
@SuppressWarnings("DefaultPackage") // beside a file that is run as it is
record Program(Path java) {

  /// Starts it; what it prints as an error comes with the rest.
  Process start(Map<String, String> environment, List<String> args) throws IOException {
    List<String> command = Stream.concat(Stream.of(java.toString()), args.stream()).toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /// @return what it printed
  /// @throws IllegalStateException if it failed, with what it printed
  String run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    Process process = start(environment, List.of(args));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", args) + " failed:\n" + output);
    }
    return output;
  }
}
