package zhai.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Words that occur as often as words do: the n-th most frequent about 1/n as often as the first
/// (Zipf). The English ones are made up of syllables. The Chinese ones are words to whoever knows
/// words: {@link ChineseWords}; behind them come compounds of two, which no dictionary has.
final class Vocabulary {
  private static final int WORDS = 40_000;

  private static final String FREQUENT_CHINESE = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后";

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
    List<String> words = new ArrayList<>(List.of(FREQUENT_CHINESE.split("")));
    List<String> known = ChineseWords.known();
    words.addAll(known);
    Random random = new Random(1);
    while (words.size() < WORDS) {
      words.add(known.get(random.nextInt(known.size())) + known.get(random.nextInt(known.size())));
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
