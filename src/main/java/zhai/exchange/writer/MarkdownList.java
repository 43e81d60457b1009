package zhai.exchange.writer;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import zhai.exchange.Characters;
import zhai.exchange.Group;
import zhai.exchange.Grouping;
import zhai.exchange.JsonText;
import zhai.exchange.MarkdownText;
import zhai.exchange.ReadingList;
import zhai.exchange.WebLinks;
import zhai.model.Entry;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Tag;

/// A reading list as the daily note that the user would have written: front matter that Docusaurus,
/// Hugo and Obsidian accept, a heading for each day (or tag, or site), and between `---` lines the
/// records.
///
/// A record is the link alone in its paragraph, then excerpts as block quotes with the comment
/// below, notes as paragraphs, and a last line of `#hashtags`. What came from the user's own note
/// goes out with that note's label and body, byte for byte; of its marks only those follow that
/// don't stand in the body, and its tags stay where the note has them: in the body, or in the front
/// matter, which says that zhai wrote it so that an import doesn't give all the tags to each. The
/// article, where it is wanted, is a block quote: the page's words, whose headings end no record.
/// Entries keep their order within a day. The front matter's date is the list's latest day: there
/// is no clock here.
public final class MarkdownList implements ListWriter {

  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    writeFrontMatter(list, out);
    String separator = "\n";
    for (Group group : list.groups(Grouping.DAY)) {
      out.append(separator);
      if (group.heading() != null) {
        String heading = MarkdownText.escape(Characters.oneLine(group.heading()));
        out.append("## ").append(heading).append("\n\n");
      }
      writeRecords(list, group.entries(), out);
      separator = "\n---\n\n";
    }
  }

  private static void writeFrontMatter(ReadingList list, Appendable out) throws IOException {
    out.append("---\ntitle: ").append(yaml(list.title())).append('\n');
    LocalDate date = list.latestDay();
    if (date != null) {
      out.append("date: ").append(date.toString()).append('\n');
    }
    out.append("tags: [")
        .append(
            list.tags().stream().map(tag -> yaml(tag.label())).collect(Collectors.joining(", ")))
        .append("]\n");
    if (list.query() != null) {
      out.append("query: ").append(yaml(list.query())).append('\n');
    }
    out.append("generator: zhai\n---\n");
  }

  // A JSON string is a YAML double-quoted scalar.
  private static String yaml(String text) {
    return JsonText.quote(Characters.oneLine(text));
  }

  private static void writeRecords(ReadingList list, List<Entry> entries, Appendable out)
      throws IOException {
    for (Iterator<Entry> rest = entries.iterator(); rest.hasNext(); ) {
      Entry entry = rest.next();
      out.append(link(entry)).append('\n');
      for (String block : MarkdownRecord.blocks(list, entry)) {
        out.append('\n').append(block);
        out.append(block.endsWith("\n") ? "" : "\n");
      }
      out.append(rest.hasNext() ? "\n---\n\n" : "");
    }
  }

  /// The title as a link, where the address can be one.
  static String link(Entry entry) {
    String address = entry.bookmark().url().canonical();
    String title = Characters.oneLine(entry.title());
    String text =
        label(entry, title)
            .orElseGet(
                () -> MarkdownText.escape(title.isEmpty() ? Characters.oneLine(address) : title));
    return WebLinks.isWeb(address)
        ? "[" + text + "](" + MarkdownText.destination(address) + ")"
        : text;
  }

  // The Markdown that the user wrote for the link, as long as it says what the title is.
  private static Optional<String> label(Entry entry, String title) {
    return entry.sources().stream()
        .filter(source -> source.kind() == NoteKind.RECORD && !source.label().isBlank())
        .map(NoteSource::label)
        .filter(it -> MarkdownText.plain(it).filter(title::equals).isPresent())
        .findFirst();
  }

  /// `#a #b`, or an empty string.
  static String hashtags(List<Tag> tags) {
    return tags.stream()
        .map(MarkdownText::hashtag)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
