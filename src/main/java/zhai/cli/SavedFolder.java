package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhai.exchange.ImportFile;
import zhai.exchange.reader.ImportFormat;

/// A folder into which pages were saved, by SingleFile or a browser one by one, by a crawler as web
/// archives. Whatever else lies there is somebody's, and left alone.
///
/// @param folder as the user named it
record SavedFolder(Path folder) {
  private static final Set<ImportFormat> PAGES =
      EnumSet.of(ImportFormat.SAVED_PAGE, ImportFormat.WARC, ImportFormat.WACZ);

  private static final Pattern NAME = Pattern.compile(".*\\.(?:x?html?|warc|warc\\.gz|wacz)");

  /// The files, by name; not those in folders that begin with a dot, nor what lies behind links.
  ///
  /// @throws IOException if a folder in it can't be looked into
  List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> named = all.filter(this::isNamedSo).filter(Files::isRegularFile).sorted().toList();
      return named.stream().filter(SavedFolder::isSaved).map(Path::toString).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private boolean isNamedSo(Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return NAME.matcher(file.toString().toLowerCase(Locale.ROOT)).matches();
  }

  // What can't be opened is told when it is read.
  private static boolean isSaved(Path file) {
    ImportFile given = new ImportFile(file.toString(), () -> Files.newInputStream(file));
    try {
      return ImportFormat.detect(given.beginning()).filter(PAGES::contains).isPresent();
    } catch (IOException _) {
      return true;
    }
  }
}
