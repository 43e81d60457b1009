package zhai.fetch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a browser that can run without a window is usually installed.
final class BrowserPrograms {
  private static final List<String> COMMANDS =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "microsoft-edge",
          "microsoft-edge-stable");
  private static final List<String> MAC_APPLICATIONS =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
  private static final List<String> WINDOWS_ROOTS =
      List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA");
  private static final List<String> WINDOWS_PROGRAMS =
      List.of(
          "Google\\Chrome\\Application\\chrome.exe",
          "Chromium\\Application\\chrome.exe",
          "Microsoft\\Edge\\Application\\msedge.exe");

  private BrowserPrograms() {}

  /// The program that `ZHAI_BROWSER` names, even if there is none: a wrong setting should be seen.
  /// Otherwise the first that can be executed of those on the `PATH` and in the usual folders.
  static Optional<Path> find(Map<String, String> environment) {
    String chosen = environment.getOrDefault("ZHAI_BROWSER", "");
    if (!chosen.isBlank()) {
      return Optional.of(Path.of(chosen));
    }
    return Stream.of(onPath(environment), MAC_APPLICATIONS.stream(), onWindows(environment))
        .flatMap(places -> places)
        .map(Path::of)
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst();
  }

  private static Stream<String> onPath(Map<String, String> environment) {
    List<String> folders =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(environment.getOrDefault("PATH", ""))
            .filter(folder -> !folder.isEmpty())
            .toList();
    return COMMANDS.stream()
        .flatMap(command -> folders.stream().map(folder -> folder + File.separator + command));
  }

  private static Stream<String> onWindows(Map<String, String> environment) {
    return WINDOWS_ROOTS.stream()
        .filter(environment::containsKey)
        .flatMap(root -> WINDOWS_PROGRAMS.stream().map(p -> environment.get(root) + "\\" + p));
  }
}
