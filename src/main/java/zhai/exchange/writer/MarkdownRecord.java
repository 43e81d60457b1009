package zhai.exchange.writer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import zhai.exchange.MarkdownBlocks;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.exchange.note.Hashtags;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.Tag;

/// What stands below an entry's link in a Markdown reading list.
final class MarkdownRecord {
  private MarkdownRecord() {}

  /// The blocks, to be separated by blank lines: bodies from the user's notes, then the marks that
  /// are not in them, the tags unless there is nothing but bodies and the notes have them, and the
  /// article.
  static List<String> blocks(ReadingList list, Entry entry) {
    Set<With> with = list.layout().with(With.WORDS);
    List<String> bodies = with.contains(With.NOTES) ? bodies(entry) : List.of();
    List<String> blocks = new ArrayList<>(bodies);
    List<Mark> marks = with.contains(With.NOTES) ? others(entry) : entry.marks();
    Remarks.wanted(marks, with).forEach(mark -> addMark(blocks, mark));
    String hashtags = MarkdownList.hashtags(entry.bookmark().tags());
    boolean follow = bodies.isEmpty() || blocks.size() > bodies.size() || hasOwnTags(entry, bodies);
    if (!hashtags.isEmpty() && follow) {
      blocks.add(hashtags);
    }
    if (with.contains(With.ARTICLE)) {
      list.article(entry)
          .map(article -> article.content().markdown())
          .filter(markdown -> !markdown.isBlank())
          .ifPresent(markdown -> blocks.add(MarkdownBlocks.quoted(markdown)));
    }
    return blocks;
  }

  /// Whether the bookmark has tags that stand neither in the bodies nor in the front matter of
  /// their files.
  private static boolean hasOwnTags(Entry entry, List<String> bodies) {
    Set<Tag> noted = new HashSet<>();
    bodies.forEach(body -> noted.addAll(Hashtags.all(body)));
    sources(entry).forEach(source -> noted.addAll(source.tags()));
    return !noted.containsAll(entry.bookmark().tags());
  }

  /// The bodies from the user's own notes, each once. A record's ended where a record ends and is
  /// as it was; what stands around a mention may be a heading.
  static List<String> bodies(Entry entry) {
    return sources(entry)
        .map(source ->
            source.kind() == NoteKind.RECORD
                ? MarkdownBlocks.closed(source.body())
                : MarkdownBlocks.contained(source.body()))
        .distinct()
        .toList();
  }

  /// The marks that stand in none of the bodies.
  static List<Mark> others(Entry entry) {
    return entry.marks().stream()
        .filter(mark -> sources(entry).noneMatch(source -> holds(source, mark)))
        .toList();
  }

  private static Stream<NoteSource> sources(Entry entry) {
    return entry.sources().stream().filter(it -> !it.gone() && !it.body().isBlank());
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

  /// Whether a body has a mark. What was read from there is in it, though perhaps not letter by
  /// letter: a list's items were taken out of their list.
  private static boolean holds(NoteSource source, Mark mark) {
    String body = source.body();
    boolean readThere = new Origin(source.file(), source.line()).equals(mark.origin());
    return switch (mark) {
      case Mark.Excerpt excerpt ->
          (readThere || body.contains(excerpt.quote()))
              && (excerpt.comment() == null || body.contains(excerpt.comment()));
      case Mark.Note note -> readThere || body.contains(note.text());
    };
  }
}
