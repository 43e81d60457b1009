package zhai.exchange.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Resources;

/// The folders around the place where a reader of bookmarks is: what they are called becomes tags.
/// The roots that every browser has say nothing about a page; their names are in
/// `root-folders.txt`.
final class Folders {
  private static final Set<String> ROOTS =
      Resources.read("root-folders.txt")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final List<@Nullable String> open = new ArrayList<>();

  static boolean isRoot(String name) {
    return ROOTS.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /// The parts of a path like `论文/RAG` that say something about a page.
  static List<String> inPath(@Nullable String path) {
    return path == null
        ? List.of()
        : List.of(path.split("/")).stream().filter(it -> !it.isBlank() && !isRoot(it)).toList();
  }

  /// Goes into a folder.
  ///
  /// @param name null for one that should be no tag
  void enter(@Nullable String name) {
    open.add(name == null || name.isBlank() || isRoot(name) ? null : name);
  }

  /// Goes out of the innermost folder, if there is one.
  void leave() {
    if (!open.isEmpty()) {
      open.removeLast();
    }
  }

  /// The names of the folders around, outermost first.
  List<String> names() {
    return open.stream().flatMap(Stream::ofNullable).toList();
  }
}
