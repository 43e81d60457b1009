package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.exchange.MarkdownBlocks;
import zhai.exchange.NoteRecord;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.WebLinks;
import zhai.exchange.note.NoteReader;
import zhai.model.Entry;
import zhai.model.NoteKind;
import zhai.model.NoteSource;

/// Notes as people write them go through a list and come back: the same pages, labels and bodies,
/// byte for byte. A record within another one's body comes back once more, as it stands in both; a
/// code fence that was left open gets the line that ends it.
class NotesComeBackTest {

  static Stream<Path> notes() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(NoteReader.class.getResource("files")).toURI());
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> notes =
          files
              .filter(it -> Files.isRegularFile(it) && !it.toString().endsWith(".expected"))
              .sorted()
              .toList();
      return notes.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("notes")
  void givesEveryNoteItsBodiesBack(Path note) throws IOException {
    List<NoteRecord> read = records(Files.readString(note));
    List<Entry> entries = read.stream().map(NotesComeBackTest::entry).toList();
    String written = Written.as(ExportFormat.MARKDOWN, new ReadingList("List", null, entries));
    assertEquals(told(read, read), told(records(written), read), written);
  }

  private static List<NoteRecord> records(String text) {
    return NoteReader.read("note.md", text).records().stream()
        .filter(it -> it.kind() == NoteKind.RECORD)
        .toList();
  }

  private static Entry entry(NoteRecord record) {
    String title = record.title() == null ? "Title" : record.title();
    NoteSource source =
        new NoteSource(
            "note.md",
            record.place().line(),
            record.day(),
            record.body(),
            record.kind(),
            record.label(),
            false);
    return new Entry(Samples.bookmark(1, record.url(), title), null, List.of(), List.of(source));
  }

  // A bare address has no label to give back, and a space in an address is written as one is.
  private static List<String> told(List<NoteRecord> records, List<NoteRecord> first) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      NoteRecord record = records.get(i);
      boolean bare = i < first.size() && first.get(i).label().isEmpty();
      String label = bare ? "" : record.label();
      told.add(
          WebLinks.encoded(record.url())
              + "\n"
              + label
              + "\n"
              + MarkdownBlocks.closed(record.body()));
    }
    return told.stream().distinct().toList();
  }
}
