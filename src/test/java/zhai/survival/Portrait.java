package zhai.survival;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// All that a person has: every bookmark whole, and the files that the program made for them.
///
/// @param lines what `export --format jsonl` writes
/// @param bookmarks the same, reduced to what a person gave
/// @param files beside the library, and those in it that keep an older state of it; by name
record Portrait(Set<String> lines, List<Kept> bookmarks, Map<String, byte[]> files) {

  /// What a folder has, in which the library is `zhai`. The library is opened for it.
  static Portrait of(Path folder, TestWeb web) throws IOException {
    Map<String, byte[]> files = files(folder);
    Zhai zhai = new Zhai(folder.resolve("zhai"), web);
    Zhai.Ran export = zhai.run("export", "--format", "jsonl");
    if (export.code() != 0 && export.code() != 10) {
      throw new IOException("the library can't be read: " + export);
    }
    String list = zhai.run("list", "--json", "--limit", "1000000").out();
    return new Portrait(Set.copyOf(export.out().lines().toList()), Kept.parse(list), files);
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = Image.of(folder).files();
    files
        .keySet()
        .removeIf(name -> name.startsWith("zhai/") && !name.startsWith("zhai/library.db.before"));
    return files;
  }

  /// Whether every bookmark of another portrait is there with all the words given for it.
  boolean holds(Portrait other) {
    return other.bookmarks.stream()
        .allMatch(it -> bookmarks.stream().anyMatch(mine -> mine.holds(it)));
  }
}
