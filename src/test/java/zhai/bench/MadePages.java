package zhai.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/// Pages with titles and texts, half of them Chinese, half English: always the same ones.
public final class MadePages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HOSTS = 500;

  /// Characters of a text in the median; a tenth is three times as long.
  private static final int MEDIAN_CHARACTERS = 440;

  private static final int FEWEST_CHARACTERS = 80;
  private static final double SPREAD = 0.8;

  private static final int ANY_RANK = 200;

  private final Vocabulary chinese;
  private final Vocabulary english;

  public MadePages() throws IOException {
    this.chinese = Vocabulary.chinese();
    this.english = Vocabulary.english();
  }

  /// One page; the same for the same number.
  public record MadePage(String url, String title, String text) {
    String jsonLine() throws IOException {
      return JSON.writeValueAsString(Map.of("url", url, "title", title, "text", text));
    }
  }

  public MadePage page(int number) {
    boolean isChinese = isChinese(number);
    Random random = new Random(number);
    Vocabulary words = isChinese ? chinese : english;
    String between = isChinese ? "" : " ";
    String title = words(words, 3 + random.nextInt(6), between, random);
    StringBuilder text = new StringBuilder();
    double length = MEDIAN_CHARACTERS * Math.exp(SPREAD * random.nextGaussian());
    while (text.length() < Math.max(FEWEST_CHARACTERS, length)) {
      text.append(words(words, 5 + random.nextInt(10), between, random));
      text.append(isChinese ? (random.nextBoolean() ? "，" : "。") : ". ");
      text.append(random.nextInt(8) == 0 ? "\n\n" : "");
    }
    String url = "https://%s/p/%d".formatted(host(number), number);
    return new MadePage(url, title, text.toString());
  }

  /// Every second one is.
  static boolean isChinese(int number) {
    return number % 2 == 0;
  }

  /// The site that a page is of.
  static String host(int number) {
    return "site%d.example.org".formatted(number % HOSTS);
  }

  private static String words(Vocabulary from, int count, String between, Random random) {
    StringBuilder words = new StringBuilder(from.any(random));
    for (int i = 1; i < count; i++) {
      words.append(between).append(from.any(random));
    }
    return words.toString();
  }

  /// Writes the first pages as JSON lines, as `zhai import --format jsonl` takes them.
  Path write(int count, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int number = 0; number < count; number++) {
        out.write(page(number).jsonLine());
        out.newLine();
      }
    }
    return file;
  }

  Vocabulary chinese() {
    return chinese;
  }

  Vocabulary english() {
    return english;
  }

  /// A word that a few pages in a hundred have, as most do that somebody looks for.
  String anyWord() {
    return english.ranked(ANY_RANK);
  }
}
