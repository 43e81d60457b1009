package zhai.serve;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import zhai.loopback.OwnClassPath;

/// A port of ours in a process of its own. The JDK's server takes its limits once, when the first
/// server of a process is made; in the process of the tests that was another one.
final class ListeningProcess implements AutoCloseable {
  private final Process process;
  private final String[] told;

  /// @param options of the JVM
  ListeningProcess(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        OwnClassPath.entries().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(ListeningProcess.class.getName());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader printed = process.inputReader();
    told = String.valueOf(printed.readLine()).split(" ");
  }

  /// Answers everything alike until its input ends.
  public static void main(String[] arguments) throws IOException {
    try (Loopback loopback = new Loopback(0)) {
      loopback.start(_ -> Reply.html(200, "heard"));
      System.out.println(
          loopback.port() + " " + System.getProperty("sun.net.httpserver.maxReqTime"));
      System.in.readAllBytes();
    }
  }

  int port() {
    return Integer.parseInt(told[0]);
  }

  /// For how many seconds a request is waited for.
  int seconds() {
    return Integer.parseInt(told[1]);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
