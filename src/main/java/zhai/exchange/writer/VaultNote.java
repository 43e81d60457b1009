package zhai.exchange.writer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.JsonText;
import zhai.exchange.MarkdownBlocks;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Article;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Tag;

/// A bookmark as a note of a vault: its facts as properties, the link, excerpts as callouts that
/// other notes can point to (`[[note#^e11]]`), notes as paragraphs, then the article if it is
/// wanted.
final class VaultNote {
  private VaultNote() {}

  /// @param article in Markdown; blank for none
  static String write(ReadingList list, Entry entry, Set<With> with, String article) {
    List<String> blocks = new ArrayList<>();
    blocks.add(properties(list, entry));
    blocks.add(MarkdownList.link(entry));
    if (with.contains(With.NOTES)) {
      MarkdownRecord.bodies(entry).forEach(body -> blocks.add(MarkdownBlocks.closed(body)));
    }
    List<Mark> marks = with.contains(With.NOTES) ? MarkdownRecord.others(entry) : entry.marks();
    marks.forEach(mark -> addMark(mark, with, blocks));
    if (!article.isBlank()) {
      blocks.add("---\n\n" + MarkdownBlocks.closed(article));
    }
    return blocks.stream()
        .map(it -> it.endsWith("\n") ? it : it + "\n")
        .collect(Collectors.joining("\n"));
  }

  private static String properties(ReadingList list, Entry entry) {
    Bookmark bookmark = entry.bookmark();
    Article article = entry.currentArticle();
    StringBuilder out = new StringBuilder("---\n");
    String title = quoted(entry.title());
    append("aliases", title == null ? "[]" : "[" + title + "]", out);
    append("url", quoted(bookmark.url().canonical()), out);
    if (article != null) {
      append("site", quoted(article.site()), out);
      append("author", quoted(article.byline()), out);
      LocalDate published = article.published() == null ? null : article.published().day();
      append("published", published == null ? null : published.toString(), out);
    }
    append("created", list.day(entry).toString(), out);
    append("status", bookmark.state().name().toLowerCase(Locale.ROOT), out);
    append("starred", bookmark.starred() ? "true" : null, out);
    String tags =
        bookmark.tags().stream()
            .map(Tag::label)
            .map(VaultNote::quoted)
            .collect(Collectors.joining(", "));
    append("tags", "[" + tags + "]", out);
    return out.append("---").toString();
  }

  private static void append(String name, @Nullable String yaml, StringBuilder out) {
    if (yaml != null) {
      out.append(name).append(": ").append(yaml).append('\n');
    }
  }

  private static @Nullable String quoted(@Nullable String text) {
    String line = text == null ? "" : Characters.oneLine(text);
    return line.isEmpty() ? null : JsonText.quote(line);
  }

  private static void addMark(Mark mark, Set<With> with, List<String> blocks) {
    switch (mark) {
      case Mark.Excerpt excerpt when with.contains(With.EXCERPTS) -> {
        blocks.add("> [!quote]\n" + MarkdownBlocks.quoted(excerpt.quote()));
        // The name of a block quote stands below it, alone between blank lines.
        blocks.add("^e" + excerpt.id());
        if (excerpt.comment() != null && !excerpt.comment().isBlank()) {
          blocks.add(MarkdownBlocks.contained(excerpt.comment()));
        }
      }
      case Mark.Note note when with.contains(With.NOTES) ->
          blocks.add(MarkdownBlocks.contained(note.text()));
      case Mark.Excerpt _, Mark.Note _ -> {}
    }
  }
}
