package zhai.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.exchange.note.Hashtags;
import zhai.library.NoteChanges.Added;
import zhai.library.NoteChanges.Change;
import zhai.library.NoteChanges.Fresh;
import zhai.library.NoteChanges.Gone;
import zhai.library.NoteChanges.Same;
import zhai.library.NoteChanges.Updated;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.Tag;
import zhai.store.Noted;
import zhai.store.Stored;
import zhai.store.Transaction;

/// Brings one change of the notes after another into the library. What a note says no more goes
/// from the bookmark's marks if it came from there; what the user gave by hand stays, and a record
/// that is gone leaves all it said.
///
/// @param now when the notes were read
/// @param zone whose days the notes' dates are
record NoteStoring(Transaction tx, Instant now, ZoneId zone) {

  /// What came of a change.
  enum Effect {
    ADDED,
    MERGED,
    UPDATED,
    KNOWN,
    /// Gone from the notes, and now only the bookmark has it.
    GONE,
    /// Gone from one place, while the same stands in another or the bookmark lies in the trash.
    LEFT
  }

  /// A change, with what its record says of the page.
  ///
  /// @param marks none for a record that is gone or says what it said
  record Prepared(Change change, List<Mark> marks) {}

  Effect store(Prepared prepared) {
    return switch (prepared.change()) {
      case Added(Fresh fresh) -> add(fresh, prepared.marks());
      case Same(Noted old, Fresh fresh) -> keep(old, fresh);
      case Updated(Noted old, Fresh fresh) -> update(old, fresh, prepared.marks());
      case Gone(Noted old) -> leave(old);
    };
  }

  /// When a record was added to the notes, as well as is known: on its note's day.
  static Instant addedAt(@Nullable LocalDate day, Instant now, ZoneId zone) {
    Instant begin = day == null ? now : day.atStartOfDay(zone).toInstant();
    return begin.isAfter(now) ? now : begin;
  }

  private Effect add(Fresh fresh, List<Mark> marks) {
    Instant at = addedAt(fresh.record().day(), now, zone);
    Stored stored = tx.addBookmark(fresh.url(), at);
    boolean news = addTitle(stored, fresh.record().title(), at);
    news |= tx.addSource(stored.id(), fresh.source());
    news |= addWords(stored.id(), fresh, fresh.tags(), marks);
    if (stored.isNew()) {
      return Effect.ADDED;
    }
    return news || stored.effect() == Stored.Effect.CHANGED ? Effect.MERGED : Effect.KNOWN;
  }

  /// What the notes call a page is its title where it has none yet, of the user or of the page.
  private boolean addTitle(Stored stored, @Nullable String title, Instant at) {
    return title != null
        && (stored.isNew() || tx.entry(stored.id()).filter(Entry::isUntitled).isPresent())
        && tx.setTitle(stored.id(), title, at);
  }

  private Effect keep(Noted old, Fresh fresh) {
    if (!old.source().equals(fresh.source())) {
      tx.replaceSource(old.id(), old.source(), fresh.source());
    }
    return Effect.KNOWN;
  }

  private Effect update(Noted old, Fresh fresh, List<Mark> marks) {
    if (!tx.replaceSource(old.id(), old.source(), fresh.source())) {
      return add(fresh, marks);
    }
    tx.entry(old.id())
        .ifPresent(entry -> {
          retitle(entry, old.source(), fresh);
          dropOthers(entry, fresh.source(), marks);
        });
    addWords(old.id(), fresh, newTags(old.source(), fresh), marks);
    return Effect.UPDATED;
  }

  /// Those that the notes gave before are there, or were taken off by hand.
  private static List<Tag> newTags(NoteSource old, Fresh fresh) {
    Set<Tag> before = new HashSet<>(old.tags());
    before.addAll(Hashtags.all(old.body()));
    return fresh.tags().stream().filter(tag -> !before.contains(tag)).toList();
  }

  /// A title that was the link's follows it; one that the user gave by hand stays.
  private void retitle(Entry entry, NoteSource old, Fresh fresh) {
    String title = fresh.record().title();
    if (title != null && old.label().equals(entry.bookmark().title())) {
      tx.setTitle(entry.bookmark().id(), title, now);
    }
  }

  /// Takes away what was read in the record before and is not among its words any more. If another
  /// place in the notes says it, too, it belongs there from now on.
  private void dropOthers(Entry entry, NoteSource source, List<Mark> marks) {
    long id = entry.bookmark().id();
    Set<String> words = marks.stream().map(NoteStoring::words).collect(Collectors.toSet());
    for (Mark mark : entry.marks()) {
      if (!origin(source).equals(mark.origin()) || words.contains(words(mark))) {
        continue;
      }
      Optional<NoteSource> elsewhere =
          entry.sources().stream()
              .filter(other -> !other.gone() && !other.equals(source))
              .filter(other -> other.body().contains(words(mark)))
              .findFirst();
      elsewhere.ifPresentOrElse(
          other -> tx.setOrigin(id, mark.id(), origin(other)),
          () -> tx.removeMark(id, mark.id(), now));
    }
  }

  /// Adds tags and marks that the bookmark does not have; words that it has, as an excerpt or as a
  /// note, stay what they are.
  private boolean addWords(long id, Fresh fresh, List<Tag> tags, List<Mark> marks) {
    Instant at = addedAt(fresh.record().day(), now, zone);
    boolean news = tags.stream().filter(tag -> tx.addTag(id, tag, at)).count() > 0;
    Set<String> known =
        fresh.id() == 0 || marks.isEmpty()
            ? Set.of()
            : tx.entry(id).map(Entry::marks).orElse(List.of()).stream()
                .map(NoteStoring::words)
                .collect(Collectors.toSet());
    long added =
        marks.stream()
            .filter(mark -> !known.contains(words(mark)))
            .filter(mark -> tx.addMark(id, mark))
            .count();
    return news || added > 0;
  }

  /// If the same words of the same page stand elsewhere in the notes, nothing was lost: the place
  /// becomes that one.
  private Effect leave(Noted old) {
    Optional<Entry> entry = tx.entry(old.id());
    NoteSource source = old.source();
    Optional<NoteSource> elsewhere =
        entry.stream()
            .flatMap(it -> it.sources().stream())
            .filter(other -> !other.gone() && !other.equals(source))
            .filter(other -> other.body().equals(source.body()))
            .findFirst();
    tx.replaceSource(old.id(), source, elsewhere.orElse(source.gone(true)));
    return entry.isEmpty() || elsewhere.isPresent() ? Effect.LEFT : Effect.GONE;
  }

  static Origin origin(NoteSource source) {
    return new Origin(source.file(), source.line());
  }

  private static String words(Mark mark) {
    return switch (mark) {
      case Mark.Excerpt excerpt -> excerpt.quote();
      case Mark.Note note -> note.text();
    };
  }
}
