package zhai.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import zhai.query.FuzzedQueries;

/// `mvn -Pfuzz verify`: reads a million fuzzed queries, asks some twenty thousand of an index, and
/// prints what failed and what took longest. {@link QueryFuzzTest} is its short form.
///
/// Told by system properties: `texts`, how many (1,000,000 without it); `every`, how many texts one
/// is asked of the index (25); `seed`.
final class QueryFuzzRun {
  private QueryFuzzRun() {}

  public static void main(String[] args) throws IOException {
    int texts = Integer.getInteger("texts", 1_000_000);
    int every = Integer.getInteger("every", 25);
    long seed = Long.getLong("seed", 1);
    Path folder = Files.createTempDirectory("query-fuzz");
    QueryFuzz fuzz;
    try (SearchIndex index = SearchIndex.open(folder, "query-fuzz")) {
      bookmarks().catchUp(index);
      fuzz = new QueryFuzz(index, new FuzzedQueries(seed));
      fuzz.run(texts, every);
    } finally {
      CompletenessRun.remove(folder);
    }
    fuzz.failures().forEach(System.out::println);
    System.out.printf("%d texts of seed %d: %s%n", texts, seed, fuzz);
    System.exit(fuzz.failures().isEmpty() ? 0 : 1);
  }

  /// A bookmark with something of everything for each of the texts that completeness is tested
  /// with.
  static Bookmarks bookmarks() {
    Bookmarks bookmarks = new Bookmarks();
    List<String> texts = texts();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      String beginning = text.substring(0, Math.min(12, text.length()));
      bookmarks.put(
          Bookmarks.draft(i + 1)
              .page(beginning, text)
              .by("李默 Mo Li", "示例 Example")
              .in(i % 2 == 0 ? "zh" : "en")
              .published("2025-06-1" + i % 10)
              .tag(i % 3 == 0 ? "rag" : "检索")
              .excerpt(beginning, "记住 this")
              .note("自己的话 " + i));
    }
    return bookmarks;
  }

  private static List<String> texts() {
    try (InputStream in = QueryFuzzRun.class.getResourceAsStream("texts.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
