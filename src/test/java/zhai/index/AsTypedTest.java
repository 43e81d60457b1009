package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.query.QueryParser;

/// What people type to find a page, with everything that it finds; the table is `as-typed.txt`.
class AsTypedTest {
  private static final SearchOptions ALL =
      SearchOptions.best(1_000, ZonedDateTime.parse("2026-03-31T12:00:00+08:00"));

  @TempDir static Path folder;

  private static final List<String> LINES = lines();
  private static SearchIndex index = SearchIndex.open(Path.of("unused"), "library");

  private static List<String> lines() {
    try (BufferedReader lines = Resource.open("as-typed.txt")) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("//")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void open() {
    Bookmarks bookmarks = new Bookmarks();
    LINES.stream()
        .filter(line -> !line.startsWith("> "))
        .map(line -> line.split(" ", 2))
        .forEach(text -> bookmarks.text(Long.parseLong(text[0]), text[1]));
    index = SearchIndex.open(folder.resolve("lucene"), "library");
    bookmarks.catchUp(index);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static Stream<Arguments> queries() {
    List<Arguments> rows = new ArrayList<>();
    for (String line : LINES) {
      if (line.startsWith("> ")) {
        int bar = line.lastIndexOf(" |");
        rows.add(Arguments.of(line.substring(2, bar), line.substring(bar + 2).strip()));
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void finds(String query, String expected) {
    Set<Long> ids =
        Arrays.stream(expected.split(" "))
            .filter(id -> !id.isEmpty())
            .map(Long::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Long> found =
        index.search(QueryParser.parse(query), ALL).hits().stream()
            .filter(hit -> !hit.partial())
            .map(Hit::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(ids, found);
  }
}
