package zhai.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportLine;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.library.ImportReport.Rejection;
import zhai.library.NoteChanges.Added;
import zhai.library.NoteChanges.Change;
import zhai.library.NoteChanges.Fresh;
import zhai.library.NoteChanges.Gone;
import zhai.library.NoteChanges.Same;
import zhai.library.NoteChanges.Updated;
import zhai.library.NoteFolder.Found;
import zhai.library.NoteStoring.Prepared;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.store.NoteFileState;
import zhai.store.Noted;
import zhai.store.Store;
import zhai.store.Transaction;

/// The walk of notes: from files and folders of Markdown to bookmarks, again and again.
///
/// A file that was read before costs its hash. The records of all files that changed are compared
/// at once with those that stood in them ({@link NoteChanges}), so that one is found again that
/// moved from file to file. What is new or changed is stored in batches ({@link NoteStoring}), what
/// is gone and the files' hashes last: after an interruption the same files are read again, and
/// what was stored of them is as it stands there by then.
public final class NoteWalk {

  /// Changes in a transaction.
  private static final int BATCH = 200;

  private final Library library;
  private final IntConsumer onProgress;
  private final Instant now;
  private final ZoneId zone;

  /// @param onProgress told how many records were read, batch by batch
  public NoteWalk(Library library, IntConsumer onProgress) {
    this.library = library;
    this.onProgress = onProgress;
    this.now = library.now();
    this.zone = library.zone();
  }

  /// Takes in what is new in notes and follows what changed in them.
  ///
  /// @param given files and folders; a file that is not there any more counts if it was read before
  /// @throws IOException if something given is not there; then nothing is stored
  public ImportReport walk(List<Path> given) throws IOException {
    return walk(given, false);
  }

  /// Says what {@link #walk} would do, and changes nothing.
  public ImportReport rehearse(List<Path> given) throws IOException {
    return walk(given, true);
  }

  private ImportReport walk(List<Path> given, boolean rehearsal) throws IOException {
    ImportTally tally = new ImportTally();
    Look look = look(given, tally);
    List<Consumer<Transaction>> steps = steps(look, tally);
    Store store = library.store();
    if (!rehearsal) {
      steps.forEach(store::change);
    } else if (!steps.isEmpty()) {
      store.rehearse(tx -> {
        steps.forEach(step -> step.accept(tx));
        return true;
      });
    }
    if (!rehearsal) {
      store.pendingIn(look.names()).forEach(tally::unread);
    }
    return tally.report();
  }

  /// What was found on the disk.
  ///
  /// @param names of all notes
  /// @param read those that are new or changed
  /// @param vanished those that were read before and are not there any more
  private record Look(List<String> names, List<ReadNote> read, List<NoteFileState> vanished) {}

  private Look look(List<Path> given, ImportTally tally) throws IOException {
    KnownNotes known = new KnownNotes(library.store().noteFiles());
    Map<Path, Found> notes = new LinkedHashMap<>();
    Set<NoteFileState> vanished = new LinkedHashSet<>();
    for (Path path : given) {
      NoteFolder folder = new NoteFolder(path);
      if (Files.exists(path)) {
        folder.notes().forEach(note -> notes.putIfAbsent(note.path(), note));
      } else if (known.at(folder.place()) == null) {
        throw new NoSuchFileException(path.toString());
      }
      vanished.addAll(known.vanishedFrom(folder.place()));
    }
    List<String> names = new ArrayList<>();
    List<ReadNote> read = new ArrayList<>();
    for (Found note : notes.values()) {
      names.add(known.nameOf(note));
      read(note, known, tally).ifPresent(read::add);
    }
    return new Look(names, read, List.copyOf(vanished));
  }

  /// Reads a file unless it is as it was; one that can't be read is told, and the others go on.
  private Optional<ReadNote> read(Found note, KnownNotes known, ImportTally tally) {
    String name = known.nameOf(note);
    NoteFileState before = known.at(note.path());
    try {
      Bytes bytes = bytes(note.path());
      if (before != null && before.sha256().equals(bytes.sha256()) && ReadNote.isCurrent(before)) {
        tally.skipped(Skip.KNOWN, before.records() + before.mentions() + before.skipped());
        return Optional.empty();
      }
      ReadNote read = ReadNote.of(library, note, name, bytes);
      read.skips().forEach(tally::skipped);
      read.failed().forEach(tally::failed);
      return Optional.of(read);
    } catch (IOException e) {
      String reason = "the file can't be read (%s)".formatted(e);
      tally.failed(new Rejection(new Place(name, 0), ImportLine.Rejected.of(reason)));
      return Optional.empty();
    }
  }

  private static Bytes bytes(Path path) throws IOException {
    return GivenBytes.read(path, GivenBytes.MAX_TEXT_BYTES);
  }

  /// Everything to do, a transaction each. What is gone comes last, with the files' hashes.
  private List<Consumer<Transaction>> steps(Look look, ImportTally tally) {
    if (look.read().isEmpty() && look.vanished().isEmpty()) {
      return List.of();
    }
    Map<Boolean, List<Prepared>> isGone =
        changes(look).stream()
            .map(this::prepare)
            .collect(Collectors.partitioningBy(it -> it.change() instanceof Gone));
    List<Prepared> there = isGone.getOrDefault(false, List.of());
    List<Consumer<Transaction>> steps = new ArrayList<>();
    for (int from = 0; from < there.size(); from += BATCH) {
      List<Prepared> batch = there.subList(from, Math.min(from + BATCH, there.size()));
      steps.add(tx -> store(tx, batch, tally));
    }
    steps.add(tx -> {
      store(tx, isGone.getOrDefault(true, List.of()), tally);
      look.vanished().forEach(file -> tx.removeNoteFile(file.file()));
      look.read().forEach(note -> tx.putNoteFile(note.state()));
    });
    return steps;
  }

  private List<Change> changes(Look look) {
    Stream<String> files =
        Stream.concat(
            look.read().stream().map(note -> note.state().file()),
            look.vanished().stream().map(NoteFileState::file));
    List<Noted> before =
        files.distinct().flatMap(file -> library.store().sourcesOf(file).stream()).toList();
    List<Fresh> now = look.read().stream().flatMap(note -> note.fresh().stream()).toList();
    return NoteChanges.between(before, now);
  }

  /// Makes marks of what a record says, which is no work for a transaction.
  private Prepared prepare(Change change) {
    return switch (change) {
      case Added(Fresh fresh) ->
          new Prepared(change, marks(fresh, NoteStoring.addedAt(fresh.record().day(), now, zone)));
      case Updated(_, Fresh fresh) -> new Prepared(change, marks(fresh, now));
      case Same _, Gone _ -> new Prepared(change, List.of());
    };
  }

  private List<Mark> marks(Fresh fresh, Instant at) {
    Origin origin = NoteStoring.origin(fresh.source());
    List<Mark> marks =
        fresh.record().passages().stream()
            .<Mark>map(passage -> new Mark.Note(0, passage, at, origin))
            .toList();
    return fresh.id() == 0 || marks.isEmpty() ? marks : Excerpts.judged(marks, article(fresh.id()));
  }

  private @Nullable Article article(long id) {
    return library.store().entry(id).map(Entry::currentArticle).orElse(null);
  }

  private void store(Transaction tx, List<Prepared> changes, ImportTally tally) {
    NoteStoring storing = new NoteStoring(tx, now, zone);
    changes.forEach(it -> count(it.change(), storing.store(it), tally));
    onProgress.accept(tally.read());
  }

  private static void count(Change change, NoteStoring.Effect effect, ImportTally tally) {
    switch (effect) {
      case ADDED -> tally.added();
      case MERGED -> tally.merged();
      case UPDATED -> tally.updated();
      case KNOWN -> tally.skipped(Skip.KNOWN, 1);
      case LEFT -> {}
      case GONE -> {
        if (change instanceof Gone(var old)) {
          NoteSource stood = old.source();
          tally.gone(new ImportReport.Gone(stood.file(), stood.line(), old.id()));
        }
      }
    }
  }
}
