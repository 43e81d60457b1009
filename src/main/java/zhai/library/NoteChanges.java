package zhai.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.NoteRecord;
import zhai.model.NoteSource;
import zhai.model.Tag;
import zhai.store.Noted;
import zhai.url.WebUrl;

/// What is different between notes as they were read before and as they stand now: tells a record
/// that moved or was edited from one that is new and from one that is gone. Only compares.
///
/// Two records can be the same only if they are of one bookmark; of those that could be, the two
/// that have most in common are.
final class NoteChanges {

  /// Something to do about one place in the notes.
  sealed interface Change {}

  /// A record that was not there before.
  record Added(Fresh fresh) implements Change {}

  /// A record that says what it said before; perhaps on another line.
  record Same(Noted old, Fresh fresh) implements Change {}

  /// A record that says something else now, or stands in another file.
  record Updated(Noted old, Fresh fresh) implements Change {}

  /// A record that is not there any more.
  record Gone(Noted old) implements Change {}

  /// A record as it stands in a file now.
  ///
  /// @param id the bookmark that its address leads to, be it in the trash or not; 0 if none does
  /// @param fileTags what its file gives to all of its records
  record Fresh(long id, WebUrl url, NoteRecord record, List<Tag> fileTags) {
    /// Its own and those of its file.
    List<Tag> tags() {
      return Stream.concat(record.tags().stream(), fileTags.stream()).distinct().toList();
    }

    NoteSource source() {
      return new NoteSource(
          record.place().file(),
          record.place().line(),
          record.day(),
          record.body(),
          record.kind(),
          record.label(),
          fileTags,
          false);
    }
  }

  @FunctionalInterface
  private interface Likeness {
    boolean holds(NoteSource old, NoteSource now);
  }

  /// What two records may have in common, most first. One that is gone comes back only if no other
  /// is like it, and only with the words that it had.
  private static final List<Likeness> LIKENESSES =
      List.of(
          (old, now) -> isThere(old) && hasBodyOf(old, now) && isAt(old, now),
          (old, now) -> isThere(old) && hasBodyOf(old, now) && isInFileOf(old, now),
          (old, now) -> isThere(old) && hasBodyOf(old, now),
          (old, now) -> isThere(old) && isInFileOf(old, now) && old.kind() == now.kind(),
          (old, now) -> isThere(old) && isInFileOf(old, now),
          (old, _) -> isThere(old),
          (old, now) -> hasBodyOf(old, now) && isInFileOf(old, now),
          NoteChanges::hasBodyOf);

  private final List<Fresh> now;
  private final @Nullable Noted[] partners;
  private final Map<Long, List<Noted>> unpaired = new LinkedHashMap<>();

  private NoteChanges(List<Noted> before, List<Fresh> now) {
    this.now = now;
    this.partners = new Noted[now.size()];
    before.forEach(old -> unpaired.computeIfAbsent(old.id(), _ -> new ArrayList<>()).add(old));
  }

  /// Compares.
  ///
  /// @param before what stood in the files, with what was gone from them already
  /// @param now all that stands in them
  /// @return a change for each record that stands there, in that order, then those that are gone
  static List<Change> between(List<Noted> before, List<Fresh> now) {
    NoteChanges comparison = new NoteChanges(before, now);
    LIKENESSES.forEach(comparison::pair);
    return comparison.changes();
  }

  private void pair(Likeness likeness) {
    for (int i = 0; i < partners.length; i++) {
      List<Noted> left = unpaired.getOrDefault(now.get(i).id(), List.of());
      if (partners[i] == null && !left.isEmpty()) {
        Noted nearest = nearest(left, now.get(i).source(), likeness);
        partners[i] = nearest;
        left.remove(nearest);
      }
    }
  }

  private static @Nullable Noted nearest(List<Noted> left, NoteSource now, Likeness likeness) {
    return left.stream()
        .filter(old -> likeness.holds(old.source(), now))
        .min(Comparator.comparingInt(old -> Math.abs(old.source().line() - now.line())))
        .orElse(null);
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      changes.add(change(partners[i], now.get(i)));
    }
    unpaired.values().stream()
        .flatMap(Collection::stream)
        .filter(old -> !old.source().gone())
        .forEach(old -> changes.add(new Gone(old)));
    return changes;
  }

  private static Change change(@Nullable Noted old, Fresh fresh) {
    if (old == null) {
      return new Added(fresh);
    }
    NoteSource source = fresh.source();
    return old.source().at(source.line()).equals(source)
        ? new Same(old, fresh)
        : new Updated(old, fresh);
  }

  private static boolean isThere(NoteSource old) {
    return !old.gone();
  }

  private static boolean isAt(NoteSource one, NoteSource other) {
    return isInFileOf(one, other) && one.line() == other.line();
  }

  private static boolean hasBodyOf(NoteSource one, NoteSource other) {
    return one.kind() == other.kind() && one.body().equals(other.body());
  }

  private static boolean isInFileOf(NoteSource one, NoteSource other) {
    return one.file().equals(other.file());
  }
}
