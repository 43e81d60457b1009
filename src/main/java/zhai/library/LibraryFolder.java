package zhai.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folder that is a library, and what stands where in it.
///
/// | inside | what it is |
/// |---|---|
/// | `library.db` | the truth: everything the user gave and every page that was read |
/// | `library.db.reserve` | room on the disk for the day when there is none; deleting it loses nothing |
/// | `lucene/` | the index, derived from it; deleting it loses nothing |
/// | `canonical.rules` | the user's own address rules, if there are any; they come before the bundled ones |
/// | `sites/` | the user's own rules for sites, `NAME.rules`; asked before the bundled ones |
/// | `failed-imports.jsonl` | what the last import could not take in, to be mended and imported again |
/// | `serve.token` | what other programs show to the local reader, if that was ever started; for its owner only |
/// | `lexicon/` | the user's own words: `synonyms.txt`, `words.txt` |
public record LibraryFolder(Path path) {
  public LibraryFolder {
    path = path.toAbsolutePath().normalize();
  }

  public Path database() {
    return path.resolve("library.db");
  }

  public Path index() {
    return path.resolve("lucene");
  }

  public Path ownAddressRules() {
    return path.resolve("canonical.rules");
  }

  public Path ownSiteRules() {
    return path.resolve("sites");
  }

  public Path lexicon() {
    return path.resolve("lexicon");
  }

  public Path failedImports() {
    return path.resolve("failed-imports.jsonl");
  }

  public Path serveToken() {
    return path.resolve("serve.token");
  }

  /// The library that is meant: the one named, else `ZHAI_LIBRARY`, else, run from a checkout, the
  /// checkout's own folder `index`, else the platform's folder for a user's data.
  ///
  /// @param named from the command line, or null
  /// @param environment the process's environment variables
  /// @param properties `user.home` and `os.name` are looked at
  /// @param folder that a relative path in a variable begins at
  public static LibraryFolder find(
      @Nullable Path named,
      Map<String, String> environment,
      Map<String, String> properties,
      Path folder) {
    String fromEnvironment = environment.getOrDefault("ZHAI_LIBRARY", "");
    String checkout = environment.getOrDefault("ZHAI_CHECKOUT", "");
    if (named != null) {
      return new LibraryFolder(named);
    }
    if (!fromEnvironment.isBlank()) {
      return new LibraryFolder(folder.resolve(fromEnvironment));
    }
    if (!checkout.isBlank()) {
      return new LibraryFolder(Path.of(checkout, "index"));
    }
    return new LibraryFolder(dataFolder(environment, properties).resolve("zhai"));
  }

  private static Path dataFolder(Map<String, String> environment, Map<String, String> properties) {
    Path home = Path.of(properties.getOrDefault("user.home", "."));
    String system = properties.getOrDefault("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      return folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Application Support");
    }
    return folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
  }

  /// The XDG specification wants a relative path in its variables ignored; so do we everywhere.
  private static Path folder(Map<String, String> environment, String variable, Path fallback) {
    String value = environment.getOrDefault(variable, "");
    return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : fallback;
  }
}
