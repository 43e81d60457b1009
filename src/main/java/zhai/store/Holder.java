package zhai.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who holds a library's write lock, in a small file beside it (`library.db.holder`). SQLite can
/// say that somebody does, not who: whoever takes the lock signs here, and whoever waited for it in
/// vain reads.
///
/// It is a hint and locks nothing. A signature counts while its process lives, which its number and
/// its start together tell; a process that takes the lock often signs once, until another one did.
///
/// @param task what this process was asked to do
record Holder(Path file, String task) {
  private static final int MAX_TASK = 80;

  /// A process that has the lock.
  record Signature(long pid, String task) {}

  static Holder beside(Path library, String task) {
    return new Holder(library.resolveSibling(library.getFileName() + ".holder"), task);
  }

  /// Only with the lock held.
  void sign() {
    ProcessHandle me = ProcessHandle.current();
    String mine = "%d %s\n%s\n".formatted(me.pid(), start(me), shortened());
    try {
      if (!Files.exists(file)) {
        Files.createFile(file, NewFile.only(file, "rw-------"));
      }
      if (!Files.readString(file).equals(mine)) {
        Files.writeString(file, mine);
      }
    } catch (IOException _) {
      // A disk that is full, say. Others won't hear who we are; the work itself can do without.
    }
  }

  /// Takes the signature away, if it is this process's.
  void erase() {
    try {
      if (living().filter(it -> it.pid() == ProcessHandle.current().pid()).isPresent()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // It stays behind, and counts for nothing once this process has ended.
    }
  }

  /// The other process that signed last, if it is still there.
  Optional<Signature> other() {
    return living().filter(it -> it.pid() != ProcessHandle.current().pid());
  }

  /// The process that signed last, if it is still there.
  Optional<Signature> living() {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      String[] process = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ");
      return process.length == 2 && lines.size() == 2 && isAlive(process)
          ? Optional.of(new Signature(Long.parseLong(process[0]), lines.get(1)))
          : Optional.empty();
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static boolean isAlive(String[] process) {
    return ProcessHandle.of(Long.parseLong(process[0]))
        .filter(ProcessHandle::isAlive)
        .filter(it -> start(it).equals(process[1]))
        .isPresent();
  }

  /// Numbers are given again, on this machine or on another that shares the folder.
  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private String shortened() {
    String line = task.lines().findFirst().orElse("");
    return line.length() <= MAX_TASK ? line : line.substring(0, MAX_TASK - 1) + "…";
  }
}
