package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import zhai.model.Span;
import zhai.query.QueryParser;

/// What is shown of bookmarks, case by case: `snippets.txt`.
class SnippetTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00Z");
  private static final String FILLER = "这一句讲的是别的事情，和要找的没有什么关系，只是为了隔开。";

  @TempDir Path folder;

  /// A query and the lines that are expected for it.
  private record Asked(String query, List<String> expected) {}

  private record Case(String claim, List<String> bookmark, List<Asked> asked) {}

  @TestFactory
  Stream<DynamicTest> shows() throws IOException {
    return cases().stream()
        .flatMap(one ->
            one.asked.stream()
                .map(asked ->
                    dynamicTest(
                        one.claim + ": " + asked.query,
                        () ->
                            assertEquals(
                                String.join("\n", asked.expected),
                                String.join("\n", shown(draft(one.bookmark), asked.query))))));
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/zhai/index/snippets.txt"))) {
      if (line.startsWith("== ")) {
        cases.add(new Case(line.substring(3), new ArrayList<>(), new ArrayList<>()));
      } else if (line.startsWith("query: ")) {
        cases.getLast().asked.add(new Asked(line.substring(7), new ArrayList<>()));
      } else if (!cases.isEmpty() && (line.startsWith("> ") || line.startsWith("# "))) {
        cases.getLast().asked.getLast().expected.add(line);
      } else if (!cases.isEmpty() && !line.isBlank()) {
        cases.getLast().bookmark.add(line);
      }
    }
    return cases;
  }

  private static Bookmarks.Draft draft(List<String> lines) {
    Bookmarks.Draft draft = Bookmarks.draft(1);
    Page page = new Page();
    for (String line : lines) {
      String[] parts = line.split(": ", 2);
      switch (parts[0]) {
        case "title" -> page.title = parts[1];
        case "text" -> page.paragraphs.add(parts[1]);
        case "filler" -> page.paragraphs.add(FILLER.repeat(Integer.parseInt(parts[1])));
        case "byline" -> page.byline = parts[1];
        case "site" -> page.site = parts[1];
        case "excerpt" -> draft.excerpt(parts[1], null);
        case "note" -> draft.note(parts[1]);
        case "tag" -> draft.tag(parts[1]);
        case "at" -> draft.at(parts[1]);
        default -> throw new IllegalArgumentException(line);
      }
    }
    return draft.page(page.title, String.join("\n", page.paragraphs)).by(page.byline, page.site);
  }

  private static final class Page {
    private String title = "";
    private String byline = "";
    private String site = "";
    private final List<String> paragraphs = new ArrayList<>();
  }

  private List<String> shown(Bookmarks.Draft draft, String query) throws IOException {
    Path lucene = Files.createTempDirectory(folder, "lucene");
    try (SearchIndex index = SearchIndex.open(lucene, "library")) {
      new Bookmarks().put(draft).catchUp(index);
      SearchResult result = index.search(QueryParser.parse(query), SearchOptions.best(10, NOW));
      Hit hit = result.hits().getFirst();
      List<String> shown = new ArrayList<>();
      if (hit.title() != null) {
        shown.add("# " + marked(hit.title()));
      }
      hit.snippets().forEach(one -> shown.add("> " + one.field().label() + ": " + marked(one)));
      return shown;
    }
  }

  private static String marked(Snippet snippet) {
    StringBuilder text = new StringBuilder(snippet.text());
    for (Span span : snippet.highlights().reversed()) {
      text.insert(span.end(), ']').insert(span.start(), '[');
    }
    return text.toString();
  }
}
