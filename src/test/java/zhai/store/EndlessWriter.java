package zhai.store;

import java.nio.file.Path;

/// A program that adds bookmarks until it is killed. It writes an address on a line once the
/// bookmark is stored.
final class EndlessWriter {
  private EndlessWriter() {}

  /// Runs with the library's file and a name that no other writer of it has.
  public static void main(String[] args) {
    try (Store store = Store.create(Path.of(args[0]))) {
      for (int i = 0; ; i++) {
        String path = args[1] + "/" + i;
        store.write(tx -> Samples.addFull(tx, path));
        System.out.println(Samples.url(path).canonical());
        System.out.flush();
      }
    }
  }
}
