package zhai.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files below a folder.
///
/// @param files their bytes, by name from the folder on: `lucene/current`
record Image(Map<String, byte[]> files) {
  static Image of(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path path : below(folder)) {
      if (Files.isRegularFile(path)) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return new Image(files);
  }

  /// Makes a folder hold this and nothing else.
  Path writeTo(Path folder) throws IOException {
    for (Path path : below(folder).reversed()) {
      if (!path.equals(folder)) {
        Files.delete(path);
      }
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
