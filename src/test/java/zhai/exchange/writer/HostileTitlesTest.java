package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zhai.exchange.Characters;
import zhai.exchange.Grouping;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.Tags;
import zhai.exchange.With;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.Mark;

/// Each hostile text as title, tag, excerpt, comment and note of an entry, in each format; what a
/// format's readers make of it is asked in the format's own test.
class HostileTitlesTest {

  @ParameterizedTest
  @EnumSource
  void isWrittenWholeAndTheSameEachTimeInEveryLayout(ExportFormat format) throws IOException {
    for (Grouping grouping : Grouping.values()) {
      ReadingList list = list().with(new Layout(grouping, Split.NONE, With.ALL));
      Map<String, String> written = written(format.writer(), list);
      assertFalse(written.isEmpty());
      assertEquals(written, written(format.writer(), list));
    }
  }

  @ParameterizedTest
  @EnumSource
  void bringsNothingThatMovesACursorOrTurnsATextRound(ExportFormat format) throws IOException {
    if (format == ExportFormat.MARKDOWN
        || format == ExportFormat.OBSIDIAN
        || format == ExportFormat.EPUB
        || format == ExportFormat.WARC) {
      return; // the user's own Markdown stays byte for byte; the others are packed
    }
    for (String text : written(format.writer(), list()).values()) {
      String inner = text.startsWith("\uFEFF") ? text.substring(1) : text;
      assertEquals(
          "",
          inner
              .codePoints()
              .filter(it -> Characters.isUnsafe(it) && "\n\r\t".indexOf(it) < 0)
              .distinct()
              .mapToObj("U+%04X "::formatted)
              .collect(Collectors.joining()),
          format.label());
    }
  }

  static ReadingList list() {
    return list(HostileTexts.all());
  }

  static ReadingList list(List<String> titles) {
    List<Entry> entries = new ArrayList<>();
    for (String text : titles) {
      entries.add(numbered(entries.size() + 1, entry(text)));
    }
    return new ReadingList("=1+1 ---\n</title>", "tag:\"x\"", entries);
  }

  static Entry entry(String text) {
    List<Mark> marks =
        text.isBlank()
            ? List.of()
            : List.of(
                Mark.Excerpt.of(text, text, Samples.MORNING), Mark.Note.of(text, Samples.MORNING));
    return Samples.entry(text, Tags.parse(text).stream().toList(), marks);
  }

  private static Entry numbered(long id, Entry entry) {
    Bookmark bookmark = entry.bookmark();
    return new Entry(
        new Bookmark(
            id,
            bookmark.url(),
            bookmark.aliases(),
            bookmark.title(),
            bookmark.tags(),
            bookmark.state(),
            bookmark.starred(),
            bookmark.attempt(),
            bookmark.addedAt(),
            bookmark.changedAt(),
            bookmark.readAt()),
        null,
        entry.marks(),
        List.of());
  }

  private static Map<String, String> written(ExportWriter writer, ReadingList list)
      throws IOException {
    return switch (writer) {
      case ListWriter text -> Map.of("", Written.by(text, list));
      case FolderWriter folder -> new TreeMap<>(FolderInMemory.by(folder, list));
      case BytesWriter bytes -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bytes.write(list, out);
        yield Map.of("", out.toString(StandardCharsets.ISO_8859_1));
      }
    };
  }
}
