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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

  /// What a body may be made of. None is a record of its own, and each ends where it ends.
  private static final List<String> BLOCKS =
      List.of(
          "一段话，有**重点**、`code` 和 [a mention](https://m.example/x) inside.",
          "two lines  \nwith a hard break\\\nand a tab\there",
          "> quoted\n>\n> > deeper",
          "> [!note] Callout\n> 内容 ==marked== ^block",
          "| a | b |\n| :-- | --: |\n| `x|y` | *z* |",
          "1.  one\n\n    still one\n2.  two\n    - nested",
          "- [ ] to do\n- [x] done",
          "```java\n// [x](https://in.code.example/)\n---\n```",
          "    indented code",
          "<div>\nraw <b>HTML</b>\n</div>",
          "#### A smaller heading",
          "$$\nE = mc^2\n$$",
          "%%a comment%%",
          "text[^1]\n\n[^1]: a footnote",
          "#标签 #tag/deeper",
          "* * emphasised * *",
          "&copy; &#35; \\# \\[x](y)");

  @Property(seed = "20260104", tries = 300)
  void givesBodiesOfAnyBlocksBackByteForByte(@ForAll("anyNotes") String note) throws IOException {
    List<NoteRecord> read = records(note);
    List<Entry> entries = read.stream().map(NotesComeBackTest::entry).toList();
    String written = Written.as(ExportFormat.MARKDOWN, new ReadingList("List", null, entries));
    assertEquals(told(read, read), told(records(written), read), written);
  }

  @Provide
  Arbitrary<String> anyNotes() {
    Arbitrary<String> body =
        Arbitraries.of(BLOCKS)
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(blocks -> String.join("\n\n", blocks));
    return Combinators.combine(body.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of("\n", "\r\n"))
        .as((bodies, end) -> note(bodies).replace("\n", end));
  }

  private static String note(List<String> bodies) {
    StringBuilder note = new StringBuilder("---\ntitle: t\n---\n");
    for (int i = 0; i < bodies.size(); i++) {
      note.append("\n[题 %d](https://example.org/%d)\n\n".formatted(i, i));
      note.append(bodies.get(i)).append("\n\n---\n");
    }
    return note.toString();
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
            List.of(),
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
