package zhai.exchange.writer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zhai.exchange.MarkdownBlocks;
import zhai.exchange.Tags;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.Tag;

/// What stands below an entry's link in a Markdown reading list.
final class MarkdownRecord {
  private MarkdownRecord() {}

  /// The blocks, to be separated by blank lines: bodies from the user's notes, then the marks that
  /// are not in them, then the tags unless the last body ends with them.
  static List<String> blocks(Entry entry) {
    List<String> bodies = bodies(entry);
    List<String> blocks = new ArrayList<>();
    bodies.forEach(body -> blocks.add(MarkdownBlocks.closed(body)));
    others(entry).forEach(mark -> addMark(blocks, mark));
    List<Tag> tags = entry.bookmark().tags();
    boolean tagged =
        !bodies.isEmpty() && blocks.size() == bodies.size() && ends(bodies.getLast(), tags);
    String hashtags = MarkdownList.hashtags(tags);
    if (!hashtags.isEmpty() && !tagged) {
      blocks.add(hashtags);
    }
    return blocks;
  }

  /// The bodies from the user's own notes, each once.
  static List<String> bodies(Entry entry) {
    return entry.sources().stream()
        .map(NoteSource::body)
        .filter(it -> !it.isBlank())
        .distinct()
        .toList();
  }

  /// The marks that stand in none of the bodies.
  static List<Mark> others(Entry entry) {
    List<String> bodies = bodies(entry);
    return entry.marks().stream()
        .filter(mark -> bodies.stream().noneMatch(body -> holds(body, mark)))
        .toList();
  }

  private static void addMark(List<String> blocks, Mark mark) {
    switch (mark) {
      case Mark.Excerpt excerpt -> {
        blocks.add(MarkdownBlocks.quoted(excerpt.quote()));
        if (excerpt.comment() != null && !excerpt.comment().isBlank()) {
          blocks.add(MarkdownBlocks.contained(excerpt.comment()));
        }
      }
      case Mark.Note note -> blocks.add(MarkdownBlocks.contained(note.text()));
    }
  }

  private static boolean holds(String body, Mark mark) {
    return switch (mark) {
      case Mark.Excerpt(_, String quote, String comment, _, _, _, _) ->
          body.contains(quote) && (comment == null || body.contains(comment));
      case Mark.Note note -> body.contains(note.text());
    };
  }

  private static boolean ends(String body, List<Tag> tags) {
    String lastLine = body.strip().lines().reduce("", (_, line) -> line);
    List<String> words = Arrays.asList(lastLine.strip().split("[\\s\u3000]+"));
    return words.stream().allMatch(word -> word.startsWith("#"))
        && words.stream().flatMap(word -> Tags.parse(word).stream()).toList().containsAll(tags);
  }
}
