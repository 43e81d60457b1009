package zhai.library;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.model.ArticleVersion;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Origin;
import zhai.model.ReadingState;
import zhai.model.Tag;
import zhai.store.Transaction;
import zhai.store.Trashed;

/// Where a person works on what is in the library already: notes, titles, tags, states, and what
/// goes out.
public final class Desk {
  /// Days that what was removed can be taken back.
  public static final int TRASH_DAYS = 30;

  private final Library library;

  public Desk(Library library) {
    this.library = library;
  }

  /// Adds marks to a bookmark; excerpts are compared with its article at once.
  ///
  /// @return the bookmark afterwards
  public Entry addMarks(Entry entry, List<Mark> marks) {
    ArticleVersion current = entry.article();
    List<Mark> anchored = Excerpts.judged(marks, current == null ? null : current.article());
    return change(entry, (tx, id) -> anchored.forEach(mark -> tx.addMark(id, mark)));
  }

  /// Takes a mark away.
  ///
  /// @param markId the mark's own number, as `zhai show` shows it
  /// @throws IllegalArgumentException if the bookmark has no such mark, or the mark stands in a
  ///   note file: the next import would bring it back
  public Entry removeMark(Entry entry, long markId) {
    Mark removed =
        entry.marks().stream()
            .filter(mark -> mark.id() == markId)
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "bookmark %1$d has no excerpt or note %2$d; `zhai show %1$d` shows their numbers"
                        .formatted(entry.bookmark().id(), markId)));
    Origin origin = removed.origin();
    if (origin != null && stands(entry, origin)) {
      throw new IllegalArgumentException(
          "%d stands in %s:%d; take it out there and import the file again"
              .formatted(markId, origin.file(), origin.line()));
    }
    return change(entry, (tx, id) -> tx.removeMark(id, markId, library.now()));
  }

  private static boolean stands(Entry entry, Origin origin) {
    return entry.sources().stream()
        .anyMatch(source ->
            source.file().equals(origin.file())
                && source.line() == origin.line()
                && !source.gone());
  }

  /// What is to be different about a bookmark; null leaves a thing as it is.
  ///
  /// @param title the user's own; empty to go back to the page's
  public record Edit(
      @Nullable String title, @Nullable ReadingState state, @Nullable Boolean starred) {}

  public Entry edit(Entry entry, Edit edit) {
    Instant now = library.now();
    return change(
        entry,
        (tx, id) -> {
          if (edit.title() != null) {
            tx.setTitle(id, edit.title().isBlank() ? null : edit.title().strip(), now);
          }
          if (edit.state() != null) {
            tx.setState(id, edit.state(), now);
          }
          if (edit.starred() != null) {
            tx.setStarred(id, edit.starred(), now);
          }
        });
  }

  public Entry tag(Entry entry, List<Tag> added, List<Tag> removed) {
    Instant now = library.now();
    return change(
        entry,
        (tx, id) -> {
          added.forEach(tag -> tx.addTag(id, tag, now));
          removed.forEach(tag -> tx.removeTag(id, tag, now));
        });
  }

  /// Gives a tag another name on every bookmark that has it.
  ///
  /// @return how many had it
  public int renameTag(Tag from, Tag to) {
    return library.store().write(tx -> tx.renameTag(from, to, library.now()));
  }

  /// Puts a bookmark into the trash, where it stays for {@link #TRASH_DAYS} days. What is older
  /// than that goes for good on the way. It works on a full disk, too.
  public void remove(Entry entry) {
    Instant now = library.now();
    library
        .store()
        .changeOnReserve(tx -> {
          tx.purgeTrashedBefore(now.minus(Duration.ofDays(TRASH_DAYS)));
          tx.trash(entry.bookmark().id(), now);
        });
  }

  /// What lies in the trash, latest first.
  public List<Trashed> trash() {
    return library.store().trash();
  }

  /// Takes a bookmark back out of the trash.
  public Entry takeBack(long id) {
    library
        .store()
        .changeOnReserve(tx -> {
          tx.untrash(id, library.now());
        });
    return library.entry(id);
  }

  @FunctionalInterface
  private interface Work {
    void on(Transaction tx, long id);
  }

  private Entry change(Entry entry, Work work) {
    long id = entry.bookmark().id();
    library
        .store()
        .change(tx -> {
          work.on(tx, id);
        });
    return library.entry(id);
  }
}
