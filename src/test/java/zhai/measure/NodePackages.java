package zhai.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The peers that run in Node.js, at the versions of `src/bench/package-lock.json`, in a folder
/// outside the sources.
public final class NodePackages {
  private static final Path SOURCE = Path.of("src/bench");

  private NodePackages() {}

  /// Copies the programs there, and fetches the packages unless just these are there.
  public static void in(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path lock = folder.resolve("package-lock.json");
    boolean isCurrent =
        Files.exists(folder.resolve("node_modules"))
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!isCurrent) {
      List<String> command = List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
      int code =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      if (code != 0) {
        throw new IOException(String.join(" ", command) + " failed with " + code);
      }
    }
  }
}
