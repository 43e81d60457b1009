package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any piece of a text finds it as a phrase, and nothing that does not have the piece, whatever it
/// is written in: see {@link PlainScan}.
class CompletenessTest {
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|U(\\p{XDigit}{8}))");

  @TempDir Path folder;

  @Test
  void everySubstringIsFoundAsAPhraseWithoutFalseHits() throws IOException {
    List<String> texts = texts();
    try (SearchIndex index = SearchIndex.open(folder.resolve("lucene"), "library")) {
      Bookmarks.texts(texts).catchUp(index);
      var differences = new Substrings(index, texts).differences(5_000, new Random(7));
      assertEquals(List.of(), differences);
    }
  }

  /// Whatever many words begin with it.
  @Test
  void aPhraseMayEndInTheFirstLetterOfAnyOfManyWords() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      many.append("再 a").append(i).append('。');
    }
    List<String> texts = List.of(many.toString(), "先完成，再 azure", "完 azure");
    try (SearchIndex index = SearchIndex.open(folder.resolve("many"), "library")) {
      Bookmarks.texts(texts).catchUp(index);
      Substrings substrings = new Substrings(index, texts);
      assertEquals(Set.of(0L, 1L), substrings.found("再 a"));
      assertEquals(Set.of(0L), substrings.found("再 a499"));
      assertEquals(Set.of(2L), substrings.found("完 a"));
    }
  }

  private static List<String> texts() throws IOException {
    InputStream bytes = CompletenessTest.class.getResourceAsStream("texts.txt");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(bytes), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(CompletenessTest::unescaped)
          .toList();
    }
  }

  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(match -> {
          String hex = match.group(1) == null ? match.group(2) : match.group(1);
          return Character.toString(Integer.parseInt(hex, 16));
        })
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t");
  }
}
