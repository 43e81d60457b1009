package zhai.exchange.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each note under `files/` is read as the file `.expected` next to it says, see {@link NoteForm}.
/// `-Dnotes.write=true` writes these anew; the difference is for you to read.
class NoteFilesTest {
  private static final Path SOURCES = Path.of("src/test/resources/zhai/exchange/note/files");

  static Stream<String> notes() throws IOException, URISyntaxException {
    Path folder = folder();
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(it -> folder.relativize(it).toString().replace('\\', '/'))
              .filter(it -> !it.endsWith(".expected"))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notes")
  void readsTheFileAsExpected(String name) throws IOException, URISyntaxException {
    String form = NoteForm.of(NoteReader.read(name, Files.readString(folder().resolve(name))));
    if (Boolean.getBoolean("notes.write")) {
      Files.writeString(SOURCES.resolve(name + ".expected"), form);
    } else {
      assertEquals(Files.readString(folder().resolve(name + ".expected")), form);
    }
  }

  @Test
  void thereAreAtLeastSixtyShapes() throws IOException, URISyntaxException {
    assertTrue(notes().count() >= 60);
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(NoteFilesTest.class.getResource("files")).toURI());
  }
}
