package zhai.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// A bundled page with the address under which it is read.
///
/// The pages of `pages/` came from a server, with the status of their first row in `readings.txt`;
/// those of `site/` and its folders were saved by a browser from the address that
/// `site/addresses.txt` gives.
///
/// @param file relative to {@link #FOLDER}, with `/` on every system
record FixturePage(String file, String address, Snapshot.Origin origin, int status) {
  static final Path FOLDER = Path.of("src/test/resources/zhai/extract");
  private static final Path SITE = FOLDER.resolve("site");

  /// All of them, in the order of their names.
  static Stream<FixturePage> all() {
    return Stream.concat(served(), saved());
  }

  private static Stream<FixturePage> served() {
    Map<String, String> status = new HashMap<>();
    for (String[] row : rows(FOLDER.resolve("readings.txt"))) {
      status.putIfAbsent(row[0], row[1]);
    }
    return filesUnder(FOLDER.resolve("pages")).stream()
        .map(file -> {
          String name = file.getFileName().toString();
          int answered = Integer.parseInt(status.getOrDefault(name, "200"));
          String address = "https://river.example/read/" + name;
          return new FixturePage(
              relative(FOLDER, file), address, Snapshot.Origin.FETCHED, answered);
        });
  }

  private static Stream<FixturePage> saved() {
    Map<String, String> addresses = new HashMap<>();
    for (String[] row : rows(SITE.resolve("addresses.txt"))) {
      addresses.put(row[0], row[1]);
    }
    return filesUnder(SITE).stream()
        .filter(file -> !file.endsWith("addresses.txt"))
        .map(file -> {
          String address = addresses.get(relative(SITE, file));
          if (address == null) {
            throw new AssertionError(file + " has no row in site/addresses.txt");
          }
          return new FixturePage(relative(FOLDER, file), address, Snapshot.Origin.HANDED_OVER, 0);
        });
  }

  Snapshot snapshot() {
    try {
      Bytes body = Bytes.of(Files.readAllBytes(FOLDER.resolve(file)));
      return new Snapshot(address, origin, status, List.of(), body, Instant.EPOCH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its file without the ending.
  String stem() {
    return stem(FOLDER, FOLDER.resolve(file));
  }

  static String stem(Path folder, Path file) {
    return relative(folder, file).replaceFirst("\\.[^./]*$", "");
  }

  static List<Path> filesUnder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static List<String[]> rows(Path table) {
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" +\\| +", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return file;
  }
}
