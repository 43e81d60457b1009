package zhai.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// `mvn -Pcompleteness verify -Dset=DIR`: looks up random pieces of a set's texts as phrases and
/// prints those for which search and a plain scan differ.
///
/// A set is a folder with `corpus.jsonl`, a line a text: `title`, `text`. Told by system
/// properties: `set`; `pieces`, how many (5,000 without it); `seed`.
final class CompletenessRun {
  private CompletenessRun() {}

  public static void main(String[] args) throws IOException {
    String set = System.getProperty("set", "");
    if (set.isEmpty()) {
      System.err.println("Which set of texts? Say it with -Dset=DIR.");
      System.exit(2);
    }
    List<String> texts = texts(Path.of(set, "corpus.jsonl"));
    int pieces = Integer.getInteger("pieces", 5_000);
    Path folder = Files.createTempDirectory("completeness");
    try (SearchIndex index = SearchIndex.open(folder, "completeness")) {
      Bookmarks.texts(texts).catchUp(index);
      List<Substrings.Difference> differences =
          new Substrings(index, texts).differences(pieces, new Random(Long.getLong("seed", 1)));
      differences.forEach(System.out::println);
      System.out.printf(
          "%s: %d texts, %d pieces, %d found otherwise than by a plain scan%n",
          set, texts.size(), pieces, differences.size());
    } finally {
      remove(folder);
    }
  }

  private static List<String> texts(Path corpus) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(corpus)) {
      JsonNode text = json.readTree(line);
      texts.add(text.path("title").asText() + "\n" + text.path("text").asText());
    }
    return texts;
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(CompletenessRun::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
