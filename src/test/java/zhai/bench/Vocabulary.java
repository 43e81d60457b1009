package zhai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Words that occur as often as words do: the n-th most frequent about 1/n as often as the first
/// (Zipf). They are made up, of Chinese characters in use and of English-sounding syllables.
final class Vocabulary {
  private static final int WORDS = 40_000;
  private static final Path CHARACTERS = Path.of("src/main/resources/zhai/index/traditional.txt");

  /// Chinese words of one character are few and frequent.
  private static final int SINGLE_CHARACTERS = 60;

  private static final List<String> FREQUENT_ENGLISH =
      List.of(
          "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "on", "with", "as", "are",
          "by", "this", "be", "from", "or", "an");

  private static final String[] BEGINNINGS = "b c d f g h l m n p r s t v st tr pl".split(" ");
  private static final String[] ENDINGS = {"", "n", "r", "s", "l"};

  private final List<String> words;
  private final double[] upTo;

  private Vocabulary(List<String> words) {
    this.words = words;
    this.upTo = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += 1.0 / (i + 2);
      upTo[i] = sum;
    }
  }

  static Vocabulary chinese() throws IOException {
    Random random = new Random(1);
    List<String> characters =
        Files.readAllLines(CHARACTERS).stream()
            .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
            .map(line -> line.substring(0, 1))
            .distinct()
            .toList();
    Vocabulary single = new Vocabulary(characters);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      int length =
          i < SINGLE_CHARACTERS ? 1 : 2 + (random.nextInt(5) - 2 > 0 ? random.nextInt(3) : 0);
      words.add(joined(single, length, random));
    }
    return new Vocabulary(words);
  }

  static Vocabulary english() {
    Random random = new Random(2);
    List<String> words = new ArrayList<>(FREQUENT_ENGLISH);
    while (words.size() < WORDS) {
      StringBuilder word = new StringBuilder();
      for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
        word.append(BEGINNINGS[random.nextInt(BEGINNINGS.length)])
            .append("aeiou".charAt(random.nextInt(5)))
            .append(ENDINGS[random.nextInt(ENDINGS.length)]);
      }
      words.add(word.toString());
    }
    return new Vocabulary(words);
  }

  private static String joined(Vocabulary characters, int length, Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(characters.any(random));
    }
    return word.toString();
  }

  /// A word, the frequent ones more often.
  String any(Random random) {
    int place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return words.get(Math.min(place < 0 ? -place - 1 : place, words.size() - 1));
  }

  /// The word of a rank; 0 is the most frequent.
  String ranked(int rank) {
    return words.get(rank);
  }
}
