package zhai.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import zhai.extract.site.SiteFile;
import zhai.extract.site.SiteRules;

/// The rules for sites that a user keeps in the library's folder, `sites/NAME.rules`. They are read
/// before anything is done: a line that can't be understood stops the program, with its number.
public final class OwnSiteRules {
  private OwnSiteRules() {}

  /// In the order of the files' names; none if there is no such folder.
  ///
  /// @throws zhai.url.RuleSyntaxException names the file, the line and what is wrong
  public static SiteRules read(LibraryFolder folder) {
    if (!Files.isDirectory(folder.ownSiteRules())) {
      return SiteRules.none();
    }
    try (Stream<Path> files = Files.list(folder.ownSiteRules())) {
      return SiteRules.of(
          files
              .filter(file -> file.getFileName().toString().endsWith(".rules"))
              .sorted()
              .map(OwnSiteRules::parse)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SiteFile parse(Path file) {
    try {
      return SiteRules.parse(GivenBytes.text(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The user's own rules for sites, then the bundled ones.
  public static SiteRules all(LibraryFolder folder) {
    Stream<SiteFile> own = read(folder).files().stream();
    return SiteRules.of(Stream.concat(own, SiteRules.bundled().files().stream()).toList());
  }
}
