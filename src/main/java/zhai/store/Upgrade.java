package zhai.store;

import java.nio.file.Path;

/// Brings a library of an older format up to date: all steps due in one transaction, after a copy
/// of the library as it was stands beside it. If anything fails the library is as before.
record Upgrade(LibraryFile file) {

  /// Of several processes that do so at once, the first to get the write lock does the work.
  void run() {
    try (Sql writer = file.writer()) {
      writer.writing(() -> {
        int found = file.refuseNewer((int) writer.number("PRAGMA user_version"));
        return found < file.known() ? upgrade(writer, found) : found;
      });
    }
  }

  /// The write lock is held while the copy is made, so that the copy misses nothing.
  private int upgrade(Sql writer, int found) {
    new Copy(file).write(keptCopy(found), true);
    int reached = file.migrate(writer, found);
    new Seals(writer).sealTheUnsealed();
    return reached;
  }

  private Path keptCopy(int found) {
    int first =
        file.migrations().stream()
            .mapToInt(Migration::number)
            .filter(n -> n > found)
            .min()
            .orElseThrow();
    return file.before(first);
  }
}
