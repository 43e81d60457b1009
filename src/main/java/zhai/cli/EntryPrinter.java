package zhai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.exchange.EntryJson;
import zhai.exchange.JsonText;
import zhai.index.Hit;
import zhai.index.Lack;
import zhai.index.Snippet;
import zhai.library.ArticleImages;
import zhai.library.Finder;
import zhai.model.Article;
import zhai.model.Bookmark;
import zhai.model.Entry;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Span;

/// Shows bookmarks: as a row of a list, as a hit of a search, or with everything about them.
final class EntryPrinter {
  static final String INDENT = "      ";

  /// Other answers of one question that are named.
  private static final int MAX_OTHERS = 3;

  private final Printer printer;
  private final boolean json;

  EntryPrinter(Printer printer, boolean json) {
    this.printer = printer;
    this.json = json;
  }

  /// Number and title on one line, the rest of the facts on the next.
  void row(Entry entry) {
    if (json) {
      printer.json(EntryJson.write(entry));
    } else {
      heading(entry);
    }
  }

  /// A row with the places of its title that matched, and the passages that did.
  void found(Finder.Found found, Finder.Answer answer) {
    Hit hit = found.hit();
    List<Span> titleHighlights = titleHighlights(found.entry(), hit);
    if (json) {
      ObjectNode object = EntryJson.of(found.entry());
      object.put("score", hit.score());
      add(object, hit.lack());
      add(object.putArray("titleHighlights"), titleHighlights);
      ArrayNode snippets = object.putArray("snippets");
      hit.snippets().forEach(snippet -> add(snippets.addObject(), snippet));
      object.put("didYouMean", answer.didYouMean());
      object.put("group", found.whole() == null ? null : found.whole().address());
      object.put("under", found.under());
      object.put("copy", found.hit().original() != null);
      if (found.why() != null) {
        ExplanationPrinter.add(object.putObject("why"), found.why());
      }
      printer.json(JsonText.write(object));
      return;
    }
    heading(found.entry(), titleHighlights);
    if (hit.partial()) {
      printer.line(new Line().plain(INDENT).warning(hit.lack().inWords()));
    }
    hit.snippets().forEach(snippet -> printer.line(line(snippet)));
    if (found.why() != null) {
      ExplanationPrinter.lines(found.why())
          .forEach(line -> printer.line(new Line().faint(INDENT + line)));
    }
  }

  /// None if the index has not seen a new title yet.
  private static List<Span> titleHighlights(Entry entry, Hit hit) {
    Snippet title = hit.title();
    return title != null && title.text().equals(entry.title()) ? title.highlights() : List.of();
  }

  /// Other hits of the same question or text, on a line each.
  void others(List<Finder.Found> others) {
    for (Finder.Found other : others.subList(0, Math.min(MAX_OTHERS, others.size()))) {
      printer.line(other(other));
    }
    if (others.size() > MAX_OTHERS) {
      int more = others.size() - MAX_OTHERS;
      printer.line(new Line().faint(INDENT + "and %d more; --all shows them".formatted(more)));
    }
  }

  private static Line other(Finder.Found other) {
    Entry entry = other.entry();
    Line line = new Line();
    String number = "#%d ".formatted(entry.bookmark().id());
    if (other.hit().original() != null) {
      return line.faint(INDENT + "also at: ").plain(number).plain(host(entry.bookmark()));
    }
    @Nullable Article article = entry.currentArticle();
    @Nullable String byline = article == null ? null : article.byline();
    String noun = other.whole() == null ? "" : " of this " + other.whole().noun();
    return line.faint(INDENT + "also" + noun + ": ")
        .plain(number)
        .plain(oneLine(byline == null ? entry.title() : byline));
  }

  private static String host(Bookmark bookmark) {
    String host = bookmark.url().host();
    return host.isEmpty() ? "file" : host;
  }

  /// A row, with what it shares.
  void like(Finder.Like like) {
    if (json) {
      ObjectNode object = EntryJson.of(like.entry());
      object.put("score", like.similar().score());
      like.similar().shared().forEach(object.putArray("shared")::add);
      object.put("copy", like.similar().copy());
      printer.json(JsonText.write(object));
      return;
    }
    heading(like.entry());
    String shared = String.join(", ", like.similar().shared());
    Line line = new Line().faint(INDENT);
    if (like.similar().copy()) {
      line.warning("nearly the same text; ");
    }
    printer.line(line.faint("shares: ").plain(oneLine(shared)));
  }

  private static void add(ObjectNode object, Lack lack) {
    object.put("partial", !lack.whole());
    lack.missing().forEach(object.putArray("missing")::add);
    lack.apart().forEach(object.putArray("apart")::add);
  }

  private static void add(ObjectNode object, Snippet snippet) {
    object.put("field", snippet.field().label()).put("text", snippet.text());
    add(object.putArray("highlights"), snippet.highlights());
  }

  private static void add(ArrayNode highlights, List<Span> spans) {
    spans.forEach(span -> highlights.addArray().add(span.start()).add(span.end()));
  }

  private static Line line(Snippet snippet) {
    Line line = new Line().faint(INDENT + snippet.field().label() + ": ");
    marked(snippet.text(), snippet.highlights(), line::plain, line::hit);
    return line;
  }

  private static void marked(
      String text, List<Span> highlights, Consumer<String> others, Consumer<String> hits) {
    int at = 0;
    for (Span span : highlights) {
      others.accept(oneLine(text.substring(at, span.start())));
      hits.accept(oneLine(text.substring(span.start(), span.end())));
      at = span.end();
    }
    others.accept(oneLine(text.substring(at)));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /// Everything but the article's text.
  void details(Entry entry) {
    if (json) {
      printer.json(EntryJson.write(entry));
      return;
    }
    heading(entry);
    DetailLines.of(entry).forEach(printer::line);
  }

  /// The same with what there is of the pictures in the article.
  void details(Entry entry, ArticleImages images) {
    if (json) {
      ObjectNode object = EntryJson.of(entry);
      object
          .putObject("images")
          .put("kept", images.kept().size())
          .put("missing", images.missing().size())
          .put("bytes", images.bytes());
      printer.json(JsonText.write(object));
      return;
    }
    details(entry);
    if (!images.isEmpty()) {
      printer.line(new Line().faint(INDENT + sentence(images)));
    }
  }

  /// `images: 4 kept (1.2 MB), 1 a link`.
  private static String sentence(ArticleImages images) {
    String kept = "images: %d kept".formatted(images.kept().size());
    String size = images.kept().isEmpty() ? "" : " (" + ByteSize.of(images.bytes()) + ")";
    int links = images.missing().size();
    String rest = links == 0 ? "" : ", %d %s".formatted(links, links == 1 ? "a link" : "links");
    return kept + size + rest;
  }

  private void heading(Entry entry) {
    heading(entry, List.of());
  }

  private void heading(Entry entry, List<Span> highlights) {
    Bookmark bookmark = entry.bookmark();
    Line title = new Line().strong("%4d  ".formatted(bookmark.id()));
    marked(entry.title(), highlights, title::strong, title::hit);
    printer.line(bookmark.starred() ? title.plain(" ★") : title);
    printer.line(new Line().faint(INDENT + facts(entry)));
  }

  private static String facts(Entry entry) {
    Bookmark bookmark = entry.bookmark();
    List<String> facts = new ArrayList<>();
    facts.add(host(bookmark));
    Article article = entry.currentArticle();
    addIfSaid(facts, article == null ? null : article.byline());
    addIfSaid(facts, published(article));
    if (!bookmark.attempt().verdict().carriesArticle() || article == null) {
      facts.add(bookmark.attempt().verdict().label());
    }
    if (bookmark.state() == ReadingState.READ) {
      facts.add("read by you");
    }
    if (!bookmark.tags().isEmpty()) {
      facts.add(
          bookmark.tags().stream().map(tag -> "#" + tag.label()).collect(Collectors.joining(" ")));
    }
    return String.join(" · ", facts);
  }

  private static @Nullable LocalDate published(@Nullable Article article) {
    PageDate date = article == null ? null : article.published();
    return date == null ? null : date.day();
  }

  private static void addIfSaid(List<String> facts, @Nullable Object said) {
    if (said != null) {
      facts.add(oneLine(said.toString()));
    }
  }
}
