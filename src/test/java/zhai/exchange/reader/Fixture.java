package zhai.exchange.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A file under `src/test/resources/zhai/exchange/reader`, in the folder of its format, beside what
/// is to be read from it: `pocket-csv/pocket.csv`, `pocket-csv/pocket.expected`. What stands in the
/// folder `none` is of no format.
///
/// @param folder the format's label, or `none`
record Fixture(String folder, Path file) {
  private static final Path ROOT = Path.of("src/test/resources/zhai/exchange/reader");
  private static final String NONE = "none";

  /// All files of all formats.
  static List<Fixture> all() {
    return files().filter(it -> !it.folder.equals(NONE)).toList();
  }

  /// Files of no format.
  static List<Fixture> others() {
    return files().filter(it -> it.folder.equals(NONE)).toList();
  }

  private static Stream<Fixture> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".expected"))
          .sorted(Comparator.comparing(Path::toString))
          .map(file -> new Fixture(ROOT.relativize(file).getName(0).toString(), file))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportFormat format() {
    return ImportFormat.ofLabel(folder).orElseThrow(() -> new AssertionError(folder));
  }

  Told told() throws IOException {
    return new Told(file.getFileName().toString(), Files.readAllBytes(file));
  }

  Path expected() {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected");
  }

  @Override
  public String toString() {
    return folder + "/" + file.getFileName();
  }
}
