package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.exchange.Skip;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.library.ImportReport.Counts;
import zhai.library.ImportReport.Gone;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.Tag;
import zhai.store.Listing;

class NoteWalkTest {
  private static final Instant NOW = Instant.parse("2026-02-01T02:00:00Z");

  @TempDir Path folder;
  private Path notes;
  private Library library;

  @BeforeEach
  void open() throws IOException {
    notes = Files.createDirectory(folder.resolve("notes"));
    library =
        Library.create(
            new LibraryFolder(folder.resolve("library")),
            new Parts(
                new TimedExtractor(() -> new Extractor(SiteReaders.all())),
                InstantSource.fixed(NOW),
                ZoneId.of("Asia/Shanghai"),
                "test"));
  }

  @AfterEach
  void close() {
    library.close();
  }

  private void write(String name, String... records) throws IOException {
    Path file = notes.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n---\n\n", records));
  }

  /// A record of a page with a body of one paragraph, or without one.
  private static String record(String page, String body) {
    String link = "[Page %1$s](https://example.org/%1$s)\n".formatted(page);
    return body.isEmpty() ? link : link + "\n" + body + "\n";
  }

  private ImportReport walk() throws IOException {
    return new NoteWalk(library, _ -> {}).walk(List.of(notes));
  }

  private Counts counts() throws IOException {
    return walk().counts();
  }

  private String named(String file) {
    return notes.resolve(file).toString();
  }

  private Entry entry(String page) {
    return library.entry("https://example.org/" + page);
  }

  private List<String> words(String page) {
    return entry(page).notes().stream().map(Mark.Note::text).toList();
  }

  private List<String> places(String page) {
    return entry(page).sources().stream()
        .map(source ->
            "%s:%d%s %s"
                .formatted(
                    Path.of(source.file()).getFileName(),
                    source.line(),
                    source.gone() ? " gone" : "",
                    source.body()))
        .toList();
  }

  @Test
  void givesANewTagOfAFileToTheRecordsThatStandAsTheyStood() throws IOException {
    String records = record("a", "Words.\n\n#rag") + "\n---\n\n" + record("b", "Others.");
    write("a.md", "---\ntags: [daily]\n---\n\n" + records);
    walk();
    assertEquals(List.of("daily", "rag"), tags("a"));
    library.store().change(tx -> tx.removeTag(entry("a").bookmark().id(), new Tag("rag"), NOW));
    write("a.md", "---\ntags: [daily, 小模型]\n---\n\n" + records);
    assertEquals(new Counts(0, 0, 2, 0, 0), counts());
    assertEquals(List.of("daily", "小模型"), tags("a"));
    assertEquals(List.of("daily", "小模型"), tags("b"));
    assertEquals(new Counts(0, 0, 0, 2, 0), counts());
  }

  private List<String> tags(String page) {
    return entry(page).bookmark().tags().stream().map(Tag::label).toList();
  }

  @Test
  void makesABookmarkOfEachRecord() throws IOException {
    write("2026-01-04.md", record("a", "My **own** words.\n\nSecond.\n\n#rag #小模型"));
    write("b.md", "I read [this](https://example.org/m) today.\n");
    ImportReport report = walk();
    assertEquals(new Counts(2, 0, 0, 0, 0), report.counts());
    assertEquals(List.of(1L, 2L), report.unread());
    Entry entry = entry("a");
    assertEquals("Page a", entry.title());
    assertEquals(List.of("My **own** words.", "Second."), words("a"));
    assertEquals(2, entry.bookmark().tags().size());
    assertEquals(Instant.parse("2026-01-03T16:00:00Z"), entry.bookmark().addedAt());
    assertEquals(new Origin(named("2026-01-04.md"), 1), entry.marks().getFirst().origin());
    assertEquals(
        List.of(
            new NoteSource(
                named("2026-01-04.md"),
                1,
                LocalDate.of(2026, 1, 4),
                "My **own** words.\n\nSecond.\n\n#rag #小模型",
                NoteKind.RECORD,
                "Page a",
                List.of(),
                false)),
        entry.sources());
    assertEquals(NoteKind.MENTION, entry("m").sources().getFirst().kind());
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    write("a.md", record("a", "one"), record("b", "two"));
    write("deep/er/c.md", record("a", "three"));
    assertEquals(new Counts(2, 1, 0, 0, 0), counts());
    long seq = library.store().lastSeq();
    ImportReport again = walk();
    assertEquals(new Counts(0, 0, 0, 3, 0), again.counts());
    assertEquals(3, again.skips().get(Skip.KNOWN));
    assertEquals(List.of(1L, 2L), again.unread());
    assertEquals(seq, library.store().lastSeq());
  }

  @Test
  void readsOnlyNotes() throws IOException {
    write("a.markdown", record("a", ""));
    write("b.MDX", record("b", ""));
    write("c.txt", record("c", ""));
    write(".obsidian/d.md", record("d", ""));
    write("node_modules/e.md", record("e", ""));
    Files.createSymbolicLink(notes.resolve("loop"), notes);
    assertEquals(new Counts(2, 0, 0, 0, 0), counts());
  }

  @Test
  void followsARecordThatMovesWithinItsFile() throws IOException {
    write("a.md", record("a", "one"));
    counts();
    long seq = library.store().lastSeq();
    write("a.md", "New first line.\n\n---\n\n" + record("a", "one"));
    assertEquals(new Counts(0, 0, 0, 1, 0), counts());
    assertEquals(List.of("a.md:5 one"), places("a"));
    assertEquals(new Origin(named("a.md"), 5), entry("a").marks().getFirst().origin());
    assertEquals(seq, library.store().lastSeq());
  }

  @Test
  void followsARecordIntoAnotherFile() throws IOException {
    write("a.md", record("a", "one"), record("b", "two"));
    counts();
    write("a.md", record("b", "two"));
    write("c.md", record("a", "one"));
    ImportReport report = walk();
    assertEquals(new Counts(0, 0, 1, 1, 0), report.counts());
    assertEquals(List.of(), report.gone());
    assertEquals(List.of("c.md:1 one"), places("a"));
    assertEquals(1, entry("a").marks().size());
  }

  @Test
  void followsAFileThatIsRenamed() throws IOException {
    write("a.md", record("a", "one"));
    counts();
    Files.move(notes.resolve("a.md"), notes.resolve("z.md"));
    assertEquals(List.of(), walk().gone());
    assertEquals(List.of("z.md:1 one"), places("a"));
    assertEquals(new Counts(0, 0, 0, 1, 0), counts());
  }

  @Test
  void takesTheWordsOfAnEditedRecord() throws IOException {
    write("a.md", record("a", "keep\n\ndrop"));
    counts();
    long kept = entry("a").marks().getFirst().id();
    library.store().change(tx -> tx.addMark(1, Mark.Note.of("given by hand", NOW)));
    write("a.md", record("a", "keep\n\nnew").replace("Page a", "New title"));
    assertEquals(new Counts(0, 0, 1, 0, 0), counts());
    assertEquals(List.of("keep", "given by hand", "new"), words("a"));
    assertEquals(kept, entry("a").marks().getFirst().id());
    assertEquals("New title", entry("a").title());
  }

  @Test
  void leavesWordsThatStandElsewhereInTheNotes() throws IOException {
    write("a.md", record("a", "shared\n\nonly here"));
    write("b.md", record("a", "shared"));
    counts();
    write("a.md", record("a", "something else"));
    counts();
    assertEquals(List.of("shared", "something else"), words("a"));
    assertEquals(new Origin(named("b.md"), 1), entry("a").marks().getFirst().origin());
  }

  @Test
  void reportsOnceWhatVanishedAndKeepsIt() throws IOException {
    write("a.md", record("a", "one"), record("b", "two"));
    counts();
    write("a.md", record("b", "two"));
    assertEquals(List.of(new Gone(named("a.md"), 1, 1)), walk().gone());
    assertEquals(List.of("a.md:1 gone one"), places("a"));
    assertEquals(List.of("one"), words("a"));
    write("a.md", record("b", "two, edited"));
    assertEquals(List.of(), walk().gone());
  }

  @Test
  void reportsTheRecordsOfAFileThatIsThereNoMore() throws IOException {
    write("a.md", record("a", "one"));
    write("b.md", record("b", "two"));
    counts();
    Files.delete(notes.resolve("a.md"));
    assertEquals(List.of(new Gone(named("a.md"), 1, 1)), walk().gone());
    assertEquals(List.of(), walk().gone());
    write("a.md", record("a", "one"));
    assertEquals(new Counts(0, 0, 1, 1, 0), counts());
    assertEquals(List.of("a.md:1 one"), places("a"));
  }

  @Test
  void doesNotMissWhatStandsInAnotherFileToo() throws IOException {
    write("a.md", record("a", "one"));
    counts();
    write("b.md", record("a", "one"));
    assertEquals(new Counts(0, 1, 0, 1, 0), counts());
    Files.delete(notes.resolve("a.md"));
    assertEquals(List.of(), walk().gone());
    assertEquals(List.of("b.md:1 one"), places("a"));
  }

  @Test
  void leavesARemovedBookmarkInTheTrash() throws IOException {
    write("a.md", record("a", "one"), record("b", "two"));
    counts();
    new Desk(library).remove(entry("a"));
    write("a.md", record("a", "one"), record("b", "two, edited"));
    assertEquals(new Counts(0, 0, 1, 1, 0), counts());
    assertEquals(1, library.store().trash().size());
  }

  @Test
  void bringsARemovedBookmarkBackThatIsNotedAgain() throws IOException {
    write("a.md", record("a", "one"));
    counts();
    new Desk(library).remove(entry("a"));
    write("b.md", record("a", "once more"));
    assertEquals(new Counts(0, 1, 0, 1, 0), counts());
    assertEquals(List.of("one", "once more"), words("a"));
  }

  @Test
  void knowsAFileByWhereItLiesWhateverItIsCalled() throws IOException {
    write("deep/a.md", record("a", "one"));
    counts();
    ImportReport other =
        new NoteWalk(library, _ -> {}).walk(List.of(notes.resolve("deep/../deep")));
    assertEquals(new Counts(0, 0, 0, 1, 0), other.counts());
    assertEquals(1, library.store().noteFiles().size());
  }

  @Test
  void goesOnWhereItWasInterrupted() throws IOException {
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> record("p" + i, "body " + i))
            .collect(Collectors.joining("\n---\n\n"));
    write("a.md", many);
    write("b.md", record("p0", "again"));
    NoteWalk interrupted =
        new NoteWalk(
            library,
            read -> {
              if (read > 400) {
                throw new IllegalStateException("killed");
              }
            });
    assertThrows(IllegalStateException.class, () -> interrupted.walk(List.of(notes)));
    assertEquals(400, library.store().totals().bookmarks());
    assertEquals(new Counts(100, 1, 0, 400, 0), counts());
    assertEquals(new Counts(0, 0, 0, 501, 0), counts());
    assertEquals(500, library.store().totals().bookmarks());
    assertEquals(501, library.store().totals().notes());
  }

  @Test
  void rehearsesWithoutATrace() throws IOException {
    write("a.md", record("a", "one"));
    Counts told = new NoteWalk(library, _ -> {}).rehearse(List.of(notes)).counts();
    assertEquals(new Counts(1, 0, 0, 0, 0), told);
    assertEquals(List.of(), library.store().ids(Listing.ALL));
    assertEquals(List.of(), library.store().noteFiles());
    assertEquals(told, counts());
  }

  @Test
  void readsNothingIfSomethingNamedIsNotThere() throws IOException {
    write("a.md", record("a", "one"));
    assertThrows(
        NoSuchFileException.class,
        () -> new NoteWalk(library, _ -> {}).walk(List.of(notes, folder.resolve("absent"))));
    assertEquals(List.of(), library.store().ids(Listing.ALL));
  }
}
