package zhai.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The shapes of `hostile.tsv`, in any size.
///
/// @param name what it is called
/// @param head stands first
/// @param unit is repeated
/// @param tail stands last
public record HostilePages(String name, String head, String unit, String tail) {
  private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

  public static List<HostilePages> all() {
    return lines().stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(cells ->
            new HostilePages(cells[0], written(cells[1]), written(cells[2]), written(cells[3])))
        .toList();
  }

  private static List<String> lines() {
    try (InputStream in = HostilePages.class.getResourceAsStream("hostile.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A cell with its escapes, as in Java, those of UTF-16 units too.
  private static String written(String cell) {
    return UNIT.matcher(cell)
        .replaceAll(unit -> Character.toString((char) Integer.parseInt(unit.group(1), 16)))
        .translateEscapes();
  }

  /// The page with as many units as make it that long in UTF-8.
  public String page(int bytes) {
    StringBuilder page = new StringBuilder(head);
    int left = bytes - head.length() - tail.length();
    for (int n = 0; left > 0; n++) {
      String next = unit.replace("{n}", Integer.toString(n));
      page.append(next);
      left -= next.getBytes(StandardCharsets.UTF_8).length;
    }
    return page.append(tail).toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
