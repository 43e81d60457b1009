package zhai.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Mends what can be mended in the truth itself, after the file as it is was kept beside it. What
/// it lets go, and what it takes as it is now, it names; the kept file still has it.
///
/// Three things can be mended. SQLite's own indexes are made anew from the rows. A saved page or
/// image whose bytes are not those that came is let go; what was read of it stays, and `fetch` asks
/// for it again. A bookmark whose rows are not those that were sealed is sealed as it is: nobody
/// but the user can tell which word is wrong. Pages of SQLite that can't be read any more can't be
/// mended in place.
///
/// @param sql a connection that can write
record Repair(LibraryFile file, Sql sql) {

  /// Mends, with the write lock held throughout, so that nothing comes between the copy and the
  /// mending.
  ///
  /// @param kept where the file as it is goes; nothing may be there
  /// @return what was done, a sentence for each thing
  List<String> run(Path kept) {
    return sql.writing(() -> {
      keep(kept);
      List<String> done = new ArrayList<>();
      reindex(done);
      letGoDamagedBodies(done);
      sealAsItIs(done);
      return done;
    });
  }

  /// The bytes as they are: a copy by SQLite would refuse, or mend, what is damaged.
  private void keep(Path kept) {
    Path log = file.companion("-wal");
    try {
      copy(file.path(), kept);
      if (Files.exists(log) && Files.size(log) > 0) {
        copy(log, kept.resolveSibling(kept.getFileName() + "-wal"));
      }
    } catch (IOException e) {
      throw new StoreException.Unusable(file.path(), "it can't be copied (" + e + ")", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (NewFile copy = NewFile.beside(to)) {
      Files.copy(from, copy.draft(), StandardCopyOption.REPLACE_EXISTING);
      if (!copy.appear()) {
        throw new StoreException.AlreadyThere(to);
      }
    }
  }

  private void reindex(List<String> done) {
    if (!Checkup.structure(sql, "integrity_check").isEmpty()) {
      sql.script("REINDEX");
      done.add("the database's own indexes were made anew from its rows");
    }
  }

  private void letGoDamagedBodies(List<String> done) {
    Bodies bodies = new Bodies(sql);
    Set<Long> touched = new TreeSet<>();
    for (String sha256 : bodies.damaged()) {
      touched.addAll(bodies.letGo(sha256));
    }
    if (!touched.isEmpty()) {
      long before = sql.number("SELECT seq FROM library");
      Bookmarks bookmarks = new Bookmarks(sql);
      touched.forEach(
          id -> sql.update("UPDATE bookmark SET seq = ? WHERE id = ?", bookmarks.nextSeq(), id));
      new Seals(sql).sealAfter(before);
      done.add(
          "the damaged saved page or image of bookmark %s was let go; what was read of it stays, `zhai fetch` asks for it anew"
              .formatted(numbers(touched)));
    }
  }

  private void sealAsItIs(List<String> done) {
    Seals seals = new Seals(sql);
    List<Long> broken = seals.broken();
    seals.seal(broken);
    if (!broken.isEmpty()) {
      done.add(
          "bookmark %s was taken as it is now: look at it, one of its words is not what was stored"
              .formatted(numbers(new TreeSet<>(broken))));
    }
  }

  private static String numbers(Set<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
