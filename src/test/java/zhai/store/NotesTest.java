package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.after;
import static zhai.store.Samples.url;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.Tag;

/// What the store keeps of the user's own notes: places, the marks that were read there, files.
class NotesTest {
  private static final NoteSource SEVEN = new NoteSource("daily/a.md", 7, null, "> words\r\n");
  private static final NoteSource NINE =
      new NoteSource(
          "daily/a.md",
          9,
          LocalDate.of(2026, 1, 4),
          "see [x]",
          NoteKind.MENTION,
          "x",
          List.of(new Tag("rag"), new Tag("two words")),
          false);
  private static final NoteFileState FILE =
      new NoteFileState("daily/a.md", "/n/daily/a.md", "0".repeat(64), 12, NOON, 1, 3, 4, 5);

  @TempDir Path folder;
  private Store store;
  private long id;

  @BeforeEach
  void open() {
    store = Store.create(folder.resolve("library.db"));
    id = store.write(tx -> tx.addBookmark(url("a"), NOON)).id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void does(Consumer<Transaction> work) {
    store.change(work);
  }

  private Entry entry() {
    return store.entry(id).orElseThrow();
  }

  private static Mark note(String text, @Nullable Origin origin) {
    return new Mark.Note(0, text, NOON, origin);
  }

  private static Origin at(int line) {
    return new Origin("daily/a.md", line);
  }

  private List<@Nullable Origin> origins() {
    return Arrays.asList(entry().marks().stream().map(Mark::origin).toArray(Origin[]::new));
  }

  @Test
  void keepsAllThatIsKnownOfAPlace() {
    does(tx -> {
      assertTrue(tx.addSource(id, NINE));
      assertTrue(tx.addSource(id, SEVEN));
      assertFalse(tx.addSource(id, SEVEN));
      assertFalse(tx.addSource(id, SEVEN.gone(true)));
    });
    assertEquals(List.of(SEVEN, NINE), entry().sources());
    assertEquals(
        List.of(new Noted(id, false, SEVEN), new Noted(id, false, NINE)),
        store.sourcesOf("daily/a.md"));
    assertEquals(List.of(), store.sourcesOf("daily/b.md"));
  }

  @Test
  void movesAPlaceWithTheMarksReadThere() {
    does(tx -> {
      tx.addSource(id, SEVEN);
      tx.addMark(id, note("words", at(7)));
      tx.addMark(id, note("by hand", null));
      assertTrue(tx.replaceSource(id, SEVEN, SEVEN.at(8)));
      assertFalse(tx.replaceSource(id, SEVEN, SEVEN.at(9)));
    });
    assertEquals(Arrays.asList(at(8), null), origins());
    assertEquals(List.of(SEVEN.at(8)), entry().sources());
  }

  @Test
  void takesAnotherLineForNoChangeOfTheBookmark() {
    does(tx -> tx.addSource(id, SEVEN));
    long seq = store.lastSeq();
    does(tx -> tx.replaceSource(id, SEVEN, SEVEN.at(8)));
    assertEquals(seq, store.lastSeq());
    does(tx -> tx.replaceSource(id, SEVEN.at(8), SEVEN.at(8).gone(true)));
    assertEquals(seq + 1, store.lastSeq());
    assertEquals(NOON, entry().bookmark().changedAt());
    assertEquals(Map.of("daily/a.md", 1), store.goneByFile());
  }

  @Test
  void makesTwoPlacesOneThatBecameEqual() {
    does(tx -> {
      tx.addSource(id, SEVEN);
      tx.addSource(id, SEVEN.at(20));
      tx.addMark(id, note("words", at(7)));
      tx.replaceSource(id, SEVEN, SEVEN.at(20));
    });
    assertEquals(List.of(SEVEN.at(20)), entry().sources());
    assertEquals(List.of(at(20)), origins());
  }

  @Test
  void keepsTheOriginOfAMarkThatIsWrittenAnew() {
    does(tx -> {
      tx.addSource(id, SEVEN);
      tx.addSource(id, NINE);
      tx.addMark(id, note("words", at(7)));
    });
    Mark stored = entry().marks().getFirst();
    does(tx -> tx.updateMark(id, new Mark.Note(stored.id(), "new words", NOON, null), after(1)));
    assertEquals(List.of(at(7)), origins());
    does(tx -> assertTrue(tx.setOrigin(id, stored.id(), at(9))));
    assertEquals(List.of(at(9)), origins());
    does(tx -> assertTrue(tx.setOrigin(id, stored.id(), null)));
    assertEquals(Arrays.asList((Origin) null), origins());
  }

  @Test
  void movesToAnotherLibraryWithPlacesAndOrigins() {
    does(tx -> {
      tx.addSource(id, SEVEN);
      tx.addMark(id, note("words", at(7)));
    });
    try (Store other = Store.create(folder.resolve("other.db"))) {
      other.change(tx -> tx.addDossier(store.dossier(id).orElseThrow()));
      Entry copy = other.entry(id).orElseThrow();
      assertEquals(List.of(SEVEN), copy.sources());
      assertEquals(at(7), copy.marks().getFirst().origin());
    }
  }

  @Test
  void remembersFiles() {
    does(tx -> tx.putNoteFile(FILE));
    assertEquals(List.of(FILE), store.noteFiles());
    does(tx -> tx.removeNoteFile("daily/a.md"));
    assertEquals(List.of(), store.noteFiles());
  }

  @Test
  void takesBackWhatWasRehearsed() {
    long seq = store.lastSeq();
    Stored told = store.rehearse(tx -> tx.addBookmark(url("b"), NOON));
    assertTrue(told.isNew());
    assertEquals(seq, store.lastSeq());
    assertEquals(Optional.empty(), store.idOf(url("b").canonical()));
    assertEquals(told, store.write(tx -> tx.addBookmark(url("b"), NOON)));
  }

  @Test
  void opensALibraryThatIsOlderThanTheNotes() {
    Path older = folder.resolve("older/library.db");
    LibraryFile second =
        new LibraryFile(older, Migration.all().subList(0, 2), Duration.ofSeconds(5), "");
    second.create();
    try (Sql sql = second.writer()) {
      sql.script(
          """
          INSERT INTO bookmark (given, fetch_address, added_at, changed_at, seq)
          VALUES ('g', 'f', '2026-01-04T08:30:00.000000000Z', '2026-01-04T08:30:00.000000000Z', 1);
          INSERT INTO address VALUES ('https://example.org/a', 1, 1);
          INSERT INTO note_source (bookmark_id, file, line, body) VALUES (1, 'a.md', 7, 'x');
          UPDATE library SET seq = 1;
          """);
    }
    try (Store upgraded = Store.open(older)) {
      assertEquals(
          List.of(new NoteSource("a.md", 7, null, "x")), upgraded.entry(1).orElseThrow().sources());
      assertEquals(List.of(), upgraded.check(true));
    }
    assertTrue(Files.exists(folder.resolve("older/library.db.before-3")));
  }
}
