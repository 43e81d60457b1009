package zhai.loopback;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What this run's classes are loaded from, for tests that start the program as a process.
public final class OwnClassPath {
  private OwnClassPath() {}

  /// JUnit's own launcher loads the tests from a class path that `java.class.path` doesn't have.
  public static List<Path> entries() {
    if (OwnClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(URL::toString)
          .map(url -> Path.of(URI.create(url)))
          .toList();
    }
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }
}
