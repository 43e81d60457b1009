package zhai.library;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteWatchTest {
  @TempDir Path folder;

  @Test
  void isToldOfANoteThatChanges() throws IOException, InterruptedException {
    Path note = Files.writeString(folder.resolve("a.md"), "one");
    try (NoteWatch watch = NoteWatch.of(List.of(folder))) {
      Files.writeString(note, "two");
      assertTrue(watch.await());
      Files.delete(note);
      assertTrue(watch.await());
    }
  }

  @Test
  void isToldOfANoteInAFolderThatIsNew() throws IOException, InterruptedException {
    try (NoteWatch watch = NoteWatch.of(List.of(folder))) {
      Path inner = Files.createDirectory(folder.resolve("inner"));
      assertTrue(watch.await());
      Files.writeString(inner.resolve("a.md"), "one");
      assertTrue(watch.await());
    }
  }

  @Test
  void watchesTheFolderOfASingleNote() throws IOException, InterruptedException {
    Path note = Files.writeString(folder.resolve("a.md"), "one");
    try (NoteWatch watch = NoteWatch.of(List.of(note))) {
      Files.move(Files.writeString(folder.resolve(".a.new"), "two"), folder.resolve("b.md"));
      assertTrue(watch.await());
    }
  }
}
