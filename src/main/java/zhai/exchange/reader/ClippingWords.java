package zhai.exchange.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zhai.exchange.Resources;

/// The words of a Kindle's clippings in its languages, from `clippings-words.txt`.
///
/// @param words in lower case, by what they mean
record ClippingWords(Map<String, List<String>> words) {

  static ClippingWords load() {
    return new ClippingWords(
        Resources.read("clippings-words.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(it -> it[0].strip(), it -> words(it[1]))));
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.split("\\|")).map(word -> folded(word.strip())).toList();
  }

  /// Whether the text has one of the words for `meaning` in it.
  boolean says(String meaning, String text) {
    String folded = folded(text);
    return words.getOrDefault(meaning, List.of()).stream().anyMatch(folded::contains);
  }

  /// The month that the word names.
  OptionalInt month(String word) {
    String folded = folded(word);
    return IntStream.rangeClosed(1, 12)
        .filter(month -> words.getOrDefault("" + month, List.of()).contains(folded))
        .findFirst();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
