package zhai.index;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The data files that lie beside these classes.
final class Resource {
  private Resource() {}

  static BufferedReader open(String name) {
    InputStream bytes = Resource.class.getResourceAsStream(name);
    return new BufferedReader(
        new InputStreamReader(Objects.requireNonNull(bytes, name), StandardCharsets.UTF_8));
  }
}
