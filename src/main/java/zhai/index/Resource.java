package zhai.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The data files that lie beside these classes.
final class Resource {
  private Resource() {}

  /// The lines of a table but for its comments, which begin with `#`.
  static List<String> lines(String name) {
    try (BufferedReader lines = open(name)) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedReader open(String name) {
    InputStream bytes = Resource.class.getResourceAsStream(name);
    return new BufferedReader(
        new InputStreamReader(Objects.requireNonNull(bytes, name), StandardCharsets.UTF_8));
  }
}
