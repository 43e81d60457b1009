package zhai.library;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import zhai.index.CatchUp;
import zhai.index.IndexFinding;
import zhai.model.Anchor;
import zhai.model.ArticleVersion;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.store.Finding;
import zhai.store.Listing;
import zhai.store.Store;
import zhai.store.StoreException;
import zhai.store.Totals;

/// Says how a library is, and heals what is derived. Damage to the truth is named and never papered
/// over; what follows from the truth (index, anchors) is made anew.
public final class Checkup {
  private final Library library;

  public Checkup(Library library) {
    this.library = library;
  }

  /// What a check found.
  ///
  /// @param damage findings in the truth; empty if it is sound
  /// @param remarks things that are no damage but should be known
  /// @param healed what was wrong with derived data and is right again
  public record Report(List<String> damage, List<String> remarks, List<String> healed) {
    public boolean isSound() {
      return damage.isEmpty();
    }
  }

  /// Checks the store and the index.
  ///
  /// @param readData whether to read every byte; seconds for each gigabyte
  public Report check(boolean readData) {
    List<Finding> findings = library.store().check(readData);
    List<String> damage = sentences(findings, true);
    List<String> remarks = sentences(findings, false);
    List<String> healed = new ArrayList<>();
    if (damage.isEmpty()) {
      remarks.addAll(healIndex(readData, healed));
      remarks.addAll(healAnchors(healed));
    }
    return new Report(damage, remarks, healed);
  }

  private static List<String> sentences(List<Finding> findings, boolean damage) {
    return findings.stream()
        .filter(finding -> finding.isDamage() == damage)
        .map(Finding::sentence)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// @return what should be known of an index that could not be healed now
  private List<String> healIndex(boolean readData, List<String> healed) {
    CatchUp caughtUp = library.catchUp();
    if (caughtUp instanceof CatchUp.NotWritten(String reason)) {
      return List.of("the index lags and can't follow now: " + reason);
    }
    List<String> wrong =
        library.index().check(readData).stream()
            .filter(finding -> finding.kind() != IndexFinding.Kind.BUSY)
            .filter(finding -> finding.kind() != IndexFinding.Kind.ABSENT || !isEmpty())
            .map(IndexFinding::detail)
            .toList();
    boolean complete = caughtUp instanceof CatchUp.Busy || holdsWhatTheStoreHolds();
    if (!wrong.isEmpty() || !complete) {
      try {
        reindex();
      } catch (UncheckedIOException e) {
        return List.of(Objects.requireNonNull(e.getCause()).getMessage());
      }
      healed.add(
          wrong.isEmpty()
              ? "the index did not hold what the store holds; it was built anew"
              : "the index was damaged (%s); it was built anew".formatted(wrong.getFirst()));
    }
    return List.of();
  }

  /// A library that nothing was ever put into needs no index.
  private boolean isEmpty() {
    return library.store().lastSeq() == 0;
  }

  private boolean holdsWhatTheStoreHolds() {
    Set<Long> stored = new HashSet<>(library.store().ids(Listing.ALL));
    Set<Long> indexed = library.index().ids().boxed().collect(Collectors.toSet());
    return stored.equals(indexed);
  }

  /// A process that ended between two commits may have left an excerpt that was never compared with
  /// the article beside it.
  ///
  /// @return what should be known if they could not be compared now
  private List<String> healAnchors(List<String> healed) {
    List<Long> unchecked =
        library.store().outlines(library.store().ids(Listing.ALL)).stream()
            .filter(Checkup::hasUncheckedExcerpts)
            .map(entry -> entry.bookmark().id())
            .toList();
    try {
      unchecked.forEach(this::anchor);
    } catch (StoreException.Full e) {
      return List.of("some excerpts are yet to be compared with their articles: " + e.getMessage());
    }
    if (!unchecked.isEmpty()) {
      healed.add(
          "excerpts of %d bookmarks were compared with their articles".formatted(unchecked.size()));
    }
    return List.of();
  }

  private static boolean hasUncheckedExcerpts(Entry entry) {
    return entry.article() != null
        && entry.excerpts().stream()
            .anyMatch(excerpt -> excerpt.anchor() instanceof Anchor.Unchecked);
  }

  private void anchor(long id) {
    Entry entry = library.entry(id);
    ArticleVersion current = entry.article();
    if (current != null) {
      List<Mark.Excerpt> anchored = Excerpts.anchored(entry.excerpts(), current.article());
      library
          .store()
          .change(tx -> {
            tx.setAnchors(id, anchored);
          });
    }
  }

  /// What a repair did.
  ///
  /// @param kept the library as it was before
  /// @param done what was mended, let go or taken as it is
  /// @param after what a second look found
  public record Repaired(Path kept, List<String> done, Report after) {}

  /// Keeps the library's file as it is beside it, then mends what can be mended and looks again,
  /// reading every byte. What SQLite calls damaged can't all be mended in place: then the way on is
  /// an earlier backup.
  public Repaired repair() {
    Path kept = folderFile("before-repair-%d.db".formatted(library.now().getEpochSecond()));
    List<String> done = library.store().repair(kept);
    return new Repaired(kept, done, check(true));
  }

  private Path folderFile(String name) {
    return library.folder().path().resolve(name);
  }

  /// Builds the index anew from the store.
  ///
  /// @return how many bookmarks it holds
  public int reindex() {
    library.index().rebuild(library.store().lastSeq(), library.toldChanges());
    return library.store().ids(Listing.ALL).size();
  }

  /// What came of each file of notes, by name.
  public List<FileOfNotes> notes() {
    return FileOfNotes.all(library.store());
  }

  /// Numbers about the library.
  public Totals totals() {
    return library.store().totals();
  }

  /// Writes a complete, checked copy of the truth to one file.
  ///
  /// @throws zhai.store.StoreException if the file is there already
  public void backup(Path file) {
    library.store().backup(file);
  }

  /// Puts a backup in the place of a folder's library, which is kept beside it. The index follows
  /// when the library is opened next.
  public static void restore(Path backup, LibraryFolder folder) {
    Store.restore(backup, folder.database());
  }
}
