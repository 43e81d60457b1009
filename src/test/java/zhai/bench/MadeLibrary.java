package zhai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhai.extract.Extractor;
import zhai.library.Library;
import zhai.library.LibraryFolder;
import zhai.library.Parts;
import zhai.library.TimedExtractor;

/// A library of the first of {@link MadePages}, as `zhai import` took it in.
///
/// @param pages how many
/// @param lines the file that was imported
/// @param taken by the import, searchable at its end
record MadeLibrary(Path folder, int pages, Path lines, Processes.Taken taken) {

  /// What a process needs to know to find it. None stands by for the next: that is measured where
  /// it is meant.
  Map<String, String> environment() {
    return Map.of("ZHAI_LIBRARY", folder.toString(), "ZHAI_STANDBY", "off");
  }

  Library open() {
    Parts parts =
        new Parts(
            new TimedExtractor(() -> new Extractor(List.of())),
            InstantSource.system(),
            ZoneOffset.UTC,
            "bench");
    return Library.open(new LibraryFolder(folder), parts);
  }

  /// Of store and index.
  double megabytes() throws IOException {
    return megabytes(folder);
  }

  double indexMegabytes() throws IOException {
    return megabytes(new LibraryFolder(folder).index());
  }

  /// Of a file or of all files in a folder.
  static double megabytes(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).mapToLong(MadeLibrary::size).sum() / 1e6;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
