package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportFile;

/// The lists or collections of another program, each with the one that it is in.
///
/// @param byId their numbers or names in the file
record Shelves(Map<String, Shelf> byId) {
  /// One of them.
  ///
  /// @param parentId null for an outermost one
  record Shelf(String name, @Nullable String parentId) {}

  /// Those that stand in a list under that key.
  static Shelves of(ImportFile in, String key) throws IOException {
    Map<String, Shelf> shelves = new HashMap<>();
    try (Reader text = in.text()) {
      JsonTree.of(text).eachItem(Set.of(key), node -> put(shelves, new JsonItem(node)));
    }
    return new Shelves(shelves);
  }

  private static void put(Map<String, Shelf> shelves, JsonItem shelf) {
    String id = shelf.words("id");
    String name = shelf.words("name");
    if (id != null && name != null) {
      shelves.put(id, new Shelf(name, shelf.words("parentId")));
    }
  }

  /// The names of a shelf and those around it, outermost first; the id itself where no shelf has
  /// it.
  List<String> above(String id) {
    Set<String> ids = new LinkedHashSet<>();
    for (@Nullable String at = id; at != null && ids.add(at); ) {
      Shelf shelf = byId.get(at);
      at = shelf == null ? null : shelf.parentId();
    }
    return ids.stream()
        .map(it -> byId.containsKey(it) ? byId.get(it).name() : it)
        .filter(name -> !Folders.isRoot(name))
        .toList()
        .reversed();
  }
}
