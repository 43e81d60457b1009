package zhai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportFile;

/// The files that a command line names. Standard input, which can be read only once, is kept in a
/// temporary file until all is read.
final class GivenFiles implements AutoCloseable {
  private final List<ImportFile> files = new ArrayList<>();
  private final ReadBytes bytes = new ReadBytes();
  private @Nullable Path spooled;

  private GivenFiles() {}

  /// @param paths `-` is standard input
  static GivenFiles of(List<String> paths, Supplier<InputStream> input) throws IOException {
    GivenFiles given = new GivenFiles();
    for (String path : paths) {
      Path file = path.equals("-") ? given.spool(input) : Path.of(path);
      given.bytes.expect(file);
      given.files.add(new ImportFile(path, () -> given.bytes.counting(file)));
    }
    return given;
  }

  private Path spool(Supplier<InputStream> input) throws IOException {
    Path file = spooled;
    if (file == null) {
      file = Files.createTempFile("zhai-import", null);
      spooled = file;
      try (var out = Files.newOutputStream(file)) {
        input.get().transferTo(out);
      }
    }
    return file;
  }

  List<ImportFile> files() {
    return List.copyOf(files);
  }

  /// How much of the files was read so far.
  ReadBytes bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    if (spooled != null) {
      Files.deleteIfExists(spooled);
    }
  }
}
