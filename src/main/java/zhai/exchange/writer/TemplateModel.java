package zhai.exchange.writer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.Group;
import zhai.exchange.Grouping;
import zhai.exchange.HtmlText;
import zhai.exchange.JsonText;
import zhai.exchange.Layout;
import zhai.exchange.MarkdownBlocks;
import zhai.exchange.MarkdownHtml;
import zhai.exchange.MarkdownText;
import zhai.exchange.ReadingList;
import zhai.exchange.WebLinks;
import zhai.exchange.With;
import zhai.model.Bookmark;
import zhai.model.Content;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Tag;

/// What a template can name: maps of texts, truths and lists of maps. A text has several forms, so
/// that a template needs no escaping of its own: `x` plain, `x_md` and `x_html` for the middle of
/// Markdown and HTML, `x_yaml` as a YAML scalar. What is not known is an empty text, which a
/// section takes for false. The README lists the names. An article is there as a {@link Supplier}
/// of its text, so that it is loaded when it is named, and one at a time.
record TemplateModel(ReadingList list) {

  /// The names at the top.
  Map<String, Object> top() {
    Map<String, Object> model = new LinkedHashMap<>();
    putLine(model, "title", list.title());
    putLine(model, "query", list.query());
    List<String> days =
        list.entries().stream().map(it -> list.day(it).toString()).sorted().distinct().toList();
    model.put("first_day", days.isEmpty() ? "" : days.getFirst());
    model.put("day", days.isEmpty() ? "" : days.getLast());
    model.put("count", Integer.toString(list.entries().size()));
    model.put("tags", tags(list.tags()));
    model.put("entries", entries(list.entries()));
    model.put("groups", groups(list.groups(Grouping.DAY)));
    Layout byDay = new Layout(Grouping.DAY, list.layout().split(), list.layout().with(With.WORDS));
    model.put("days", groups(list.with(byDay).groups(Grouping.DAY)));
    return model;
  }

  private List<Map<String, Object>> groups(List<Group> groups) {
    List<Map<String, Object>> models = new ArrayList<>();
    for (Group group : groups) {
      Map<String, Object> model = new LinkedHashMap<>();
      putLine(model, "heading", group.heading());
      model.put("entries", entries(group.entries()));
      models.add(model);
    }
    return numbered(models);
  }

  private List<Map<String, Object>> entries(List<Entry> entries) {
    return numbered(entries.stream().map(this::entry).toList());
  }

  private Map<String, Object> entry(Entry entry) {
    PageFacts page = PageFacts.of(entry);
    Bookmark bookmark = entry.bookmark();
    String address = bookmark.url().canonical();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", Long.toString(bookmark.id()));
    putLine(model, "title", page.title());
    model.put("url", Characters.oneLine(address));
    model.put("url_md", WebLinks.isWeb(address) ? MarkdownText.destination(address) : "");
    model.put("url_html", WebLinks.isWeb(address) ? HtmlText.escapeLine(address) : "");
    putLine(model, "host", bookmark.url().host());
    putLine(model, "site", page.site());
    putLine(model, "byline", page.byline());
    putLine(model, "source", source(page));
    model.put("published", page.published() == null ? "" : page.published().day().toString());
    model.put("language", page.language() == null ? "" : page.language());
    model.put("day", list.day(entry).toString());
    model.put("read", bookmark.readAt() != null);
    model.put("starred", bookmark.starred());
    model.put("tags", tags(bookmark.tags()));
    model.put("hashtags", MarkdownList.hashtags(bookmark.tags()));
    putMarks(model, entry);
    putArticle(model, entry);
    return model;
  }

  // Site and author as one text, each once.
  private static String source(PageFacts page) {
    return Stream.of(page.site(), page.byline())
        .flatMap(Stream::ofNullable)
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private void putMarks(Map<String, Object> model, Entry entry) {
    Set<With> with = list.layout().with(With.WORDS);
    List<Map<String, Object>> marks = new ArrayList<>();
    for (Mark mark : Remarks.wanted(entry.marks(), with)) {
      marks.add(
          switch (mark) {
            case Mark.Excerpt excerpt -> mark(excerpt.quote(), excerpt.comment());
            case Mark.Note note -> mark(null, note.text());
          });
    }
    model.put("marks", numbered(marks));
  }

  /// @param quote the page's words, or null
  /// @param text the user's, or null
  private static Map<String, Object> mark(@Nullable String quote, @Nullable String text) {
    Map<String, Object> model = new LinkedHashMap<>();
    putBlock(model, "quote", quote);
    putBlock(model, "text", text);
    if (quote != null) {
      model.put("quote_md", MarkdownBlocks.quoted(quote));
    }
    return model;
  }

  private void putArticle(Map<String, Object> model, Entry entry) {
    model.put("article", article(entry, Content::text));
    model.put("article_md", article(entry, it -> MarkdownBlocks.closed(it.markdown())));
    model.put("article_html", article(entry, it -> MarkdownHtml.render(it.markdown())));
  }

  private Supplier<String> article(Entry entry, Function<Content, String> form) {
    if (!list.layout().with(With.WORDS).contains(With.ARTICLE)) {
      return () -> "";
    }
    return () -> list.article(entry).map(it -> form.apply(it.content())).orElse("");
  }

  private static List<Map<String, Object>> tags(List<Tag> tags) {
    List<Map<String, Object>> models = new ArrayList<>();
    for (Tag tag : tags) {
      Map<String, Object> model = new LinkedHashMap<>();
      putLine(model, "label", tag.label());
      models.add(model);
    }
    return numbered(models);
  }

  private static void putLine(Map<String, Object> model, String name, @Nullable String text) {
    String line = text == null ? "" : Characters.oneLine(text);
    model.put(name, line);
    model.put(name + "_md", MarkdownText.escape(line));
    model.put(name + "_html", HtmlText.escape(line));
    model.put(name + "_yaml", JsonText.quote(line));
  }

  // Markdown of the user's own, also as one line for the middle of a list.
  private static void putBlock(Map<String, Object> model, String name, @Nullable String markdown) {
    String text = markdown == null ? "" : Characters.printable(markdown).strip();
    model.put(name, text);
    model.put(name + "_md", MarkdownBlocks.contained(text));
    model.put(name + "_html", text.isEmpty() ? "" : MarkdownHtml.render(text));
    model.put(name + "_line_md", line(text));
  }

  // As the user wrote it, unless at the beginning of a line it would be more than a line.
  private static String line(String markdown) {
    String line = Characters.oneLine(markdown);
    return MarkdownBlocks.contained(line).equals(line) ? line : MarkdownText.escape(line);
  }

  private static List<Map<String, Object>> numbered(List<Map<String, Object>> models) {
    for (int i = 0; i < models.size(); i++) {
      models.get(i).put("first", i == 0);
      models.get(i).put("last", i == models.size() - 1);
    }
    return models;
  }
}
