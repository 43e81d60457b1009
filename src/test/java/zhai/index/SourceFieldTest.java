package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static zhai.index.Bookmarks.draft;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.query.QueryParser;

class SourceFieldTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T12:00:00+08:00");

  @TempDir static Path folder;

  private static SearchIndex index = SearchIndex.open(Path.of("unused"), "library");

  @BeforeAll
  static void fill() {
    index = SearchIndex.open(folder, "library");
    new Bookmarks()
        .put(draft(1).standingIn("blog/daily/2026-01-04.md", 15).note("蒸馏"))
        .put(draft(2).standingIn("blog/daily/2026-01-05.md", 3).standingIn("todo.md", 8))
        .put(draft(3).standingIn("blog/weekly/2026-01.md", 1))
        .put(draft(4).standingIn("archive/daily/2026-01-04.md", 15))
        .put(draft(5).standingIn("blog/my-daily/not todo.md", 2))
        .put(draft(6).standingIn("笔记/我的读书笔记 Ünï.md", 2))
        .put(draft(7).page("daily", "todo.md, blog/daily/2026-01-04.md"))
        .catchUp(index);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source:blog/daily/2026-01-04.md   | 1",
        "source:daily/2026-01-04.md        | 1 4",
        "source:2026-01-04.md              | 1 4",
        "source:./blog/daily/2026-01-04.md | 1",
        "source:2026-01-04                 | 1 4",
        "source:2026-01                    | 1 2 3 4",
        "source:blog/                      | 1 2 3 5",
        "source:daily/                     | 1 2 4",
        "source:blog/daily/                | 1 2",
        "source:daily/2026-01-05           | 2",
        "source:daily                      | 1 2 4 5",
        "source:todo.md                    | 2",
        "source:todo                       | 2 5",
        "source:\"not todo.md\"              | 5",
        "source:NOT\\ TODO.MD              | 5",
        "source:读书                       | 6",
        "source:uni                        | 6",
        "source：笔记/                     | 6",
        "source:(weekly OR todo.md)        | 2 3",
        "source:(daily 04)                 | 1 4",
        "source:daily/ -source:blog/       | 4",
        "-source:md                        | 7",
        "source:daily/ 蒸馏                | 1",
        "source:elsewhere.md               | ''",
        "source:01-04.md                   | 1 4",
        "todo.md                           | 7",
      })
  void findsWhatStandsInAFileOrFolder(String query, String expected) {
    assertEquals(
        expected,
        index
            .search(QueryParser.parse(query), SearchOptions.best(50, NOW).wholeOnly())
            .hits()
            .stream()
            .map(Hit::id)
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(" ")));
  }
}
