package zhai.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// A line of `payloads.txt`, made out to a listener.
///
/// @param number the line's, from 1; what it runs calls `alert(number)`
public record Payload(int number, String text) {
  private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

  /// Ours; with `-Dzhai.payloads=FILE` those of a file in the same form.
  ///
  /// @param listener an address that ends with a slash
  public static List<Payload> all(String listener) throws IOException {
    List<Payload> payloads = new ArrayList<>();
    for (String line : lines()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        int number = payloads.size() + 1;
        String text = written(line).replace("{n}", Integer.toString(number));
        payloads.add(new Payload(number, text.replace("{url}", listener + number)));
      }
    }
    return payloads;
  }

  private static List<String> lines() throws IOException {
    String file = System.getProperty("zhai.payloads", "");
    if (!file.isEmpty()) {
      return Files.readAllLines(Path.of(file));
    }
    try (InputStream in = Payload.class.getResourceAsStream("payloads.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  private static String written(String line) {
    return UNIT.matcher(line)
        .replaceAll(unit -> Character.toString((char) Integer.parseInt(unit.group(1), 16)))
        .translateEscapes();
  }
}
