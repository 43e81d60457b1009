package zhai.extension;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Where each browser looks for the manifests of native programs, for one person: a folder on Linux
/// and macOS, a key of the registry on Windows. From the table `browsers.txt`.
///
/// @param system `linux`, `mac` or `windows`
/// @param folders what stands for `{home}`, `{config}` and `{local}` in the table
public record BrowserPlaces(String system, Map<String, String> folders) {
  private static final String TABLE = "browsers.txt";

  /// A row: a browser, a system, a place.
  private record Row(String browser, String system, String place) {}

  /// Those of this machine.
  ///
  /// @param environment `XDG_CONFIG_HOME` and `LOCALAPPDATA` are looked at
  /// @param properties `user.home` and `os.name` are looked at
  public static BrowserPlaces of(Map<String, String> environment, Map<String, String> properties) {
    String home = properties.getOrDefault("user.home", ".");
    String name = properties.getOrDefault("os.name", "").toLowerCase(Locale.ROOT);
    String system = name.contains("windows") ? "windows" : name.contains("mac") ? "mac" : "linux";
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    return new BrowserPlaces(
        system,
        Map.of(
            "{home}", home,
            "{config}", config.startsWith("/") ? config : home + "/.config",
            "{local}", local.isBlank() ? home + "\\AppData\\Local" : local));
  }

  /// Whether a registry says where the manifest is.
  public boolean hasRegistry() {
    return system.equals("windows");
  }

  /// Where the manifest has to lie; with a registry, any folder of the person's own.
  public Path folder(BrowserKind browser) {
    return hasRegistry()
        ? Path.of(filled("{local}\\zhai\\")).resolve(browser.label())
        : Path.of(filled(place(browser)));
  }

  /// The key of the registry whose value is the manifest's path.
  public String registryKey(BrowserKind browser) {
    return place(browser) + "\\" + NativeManifest.NAME;
  }

  private String place(BrowserKind browser) {
    return rows().stream()
        .filter(row -> row.browser.equals(browser.label()) && row.system.equals(system))
        .findFirst()
        .orElseThrow()
        .place();
  }

  private String filled(String place) {
    String whole = place;
    for (Map.Entry<String, String> folder : folders.entrySet()) {
      whole = whole.replace(folder.getKey(), folder.getValue());
    }
    return whole;
  }

  private static List<Row> rows() {
    InputStream table = BrowserPlaces.class.getResourceAsStream(TABLE);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(table, TABLE), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", 3))
          .map(cells -> new Row(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
