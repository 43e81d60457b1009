package zhai.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhai.model.SavedSearch;

/// Texts that someone might ask for, by accident or ill will: characters of any kind, pieces of the
/// language in any order, valid queries with slips, brackets and signs nested deep, and all of that
/// very long. The same seed gives the same texts.
public final class FuzzedQueries {
  /// Searches that the texts may ask for by name; some are broken or ask for themselves.
  public static final SavedSearches SAVED =
      SavedSearches.of(
          Stream.of(
                  Map.entry("a", "tag:rag OR \"知识 蒸馏\""),
                  Map.entry("检索", "@a -(@b OR is:read)"),
                  Map.entry("b", "added:2025.. title:(a -b)"),
                  Map.entry("loop", "x @loop"),
                  Map.entry("broken", "(\""))
              .map(entry -> new SavedSearch(entry.getKey(), entry.getValue(), Instant.EPOCH))
              .toList());

  private static final List<String> TOKENS =
      List.of(
          "(",
          ")",
          "（",
          "）",
          "\"",
          "“",
          "”",
          "-",
          "－",
          "OR",
          "AND",
          "NOT",
          "|",
          "||",
          " ",
          " ",
          "　",
          "\\",
          ":",
          "：",
          "title:",
          "tag：",
          "site:",
          "url:",
          "lang:zh",
          "source:",
          "is:",
          "is:read",
          "has:note",
          "added:",
          "published:",
          "7d",
          "2026..",
          "2025-01",
          ">",
          "<=",
          "@a",
          "@检索",
          "@loop",
          "@",
          "检索",
          "知识蒸馏",
          "模型",
          "的",
          "rag",
          "the",
          "a",
          "C++",
          "k8s",
          "https://",
          "//",
          ".",
          "/",
          "*",
          "?",
          "~",
          "🙂",
          "👨‍👩‍👧‍👦",
          "e\u0301",
          "\u0000",
          "\n",
          "\uD83D",
          "\uDE00",
          "\u202E",
          "\uFEFF",
          "ﷺ");

  private static final List<String> OPENINGS =
      List.of("(", "-(", "NOT ", "-", "title:(", "a OR (", "x (y OR ", "\"", "（", "a(", "(a b) ");

  private static final List<String> VALID = valid();

  private final Random random;

  public FuzzedQueries(long seed) {
    random = new Random(seed);
  }

  private static List<String> valid() {
    try (InputStream in = FuzzedQueries.class.getResourceAsStream("queries.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(" => "))
          .map(line -> line.substring(0, line.indexOf(" => ")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One more.
  public String next() {
    int kind = random.nextInt(100);
    if (kind < 25) {
      return characters(random.nextInt(60));
    }
    if (kind < 55) {
      return soup(random.nextInt(30));
    }
    if (kind < 90) {
      return slipped(oneOf(VALID) + " " + oneOf(VALID));
    }
    return kind < 97 ? nested() : veryLong();
  }

  private String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private String characters(int count) {
    return IntStream.range(0, count).mapToObj(_ -> character()).collect(Collectors.joining());
  }

  /// Of ASCII, of Chinese, of the first plane with its halves of surrogate pairs, or of any plane.
  private String character() {
    return switch (random.nextInt(4)) {
      case 0 -> String.valueOf((char) random.nextInt(0x80));
      case 1 -> String.valueOf((char) (0x4E00 + random.nextInt(0x5200)));
      case 2 -> String.valueOf((char) random.nextInt(0x10000));
      default -> Character.toString(random.nextInt(0x110000));
    };
  }

  private String soup(int count) {
    return IntStream.range(0, count).mapToObj(_ -> oneOf(TOKENS)).collect(Collectors.joining());
  }

  private String slipped(String query) {
    StringBuilder text = new StringBuilder(query);
    for (int slips = random.nextInt(6); slips > 0 && !text.isEmpty(); slips--) {
      int place = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.deleteCharAt(place);
        case 1 -> text.insert(place, character());
        case 2 -> text.insert(place, oneOf(TOKENS));
        case 3 -> text.insert(place, text.charAt(random.nextInt(text.length())));
        default -> text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(8)));
      }
    }
    return text.toString();
  }

  private String nested() {
    int depth = 1 + random.nextInt(random.nextInt(4) == 0 ? 4_000 : 60);
    String opening = oneOf(OPENINGS);
    String closing =
        random.nextInt(4) == 0 ? "" : opening.replaceAll("[^(（]", "").replace('(', ')');
    return opening.repeat(depth) + soup(random.nextInt(4)) + closing.repeat(depth);
  }

  private String veryLong() {
    String piece =
        switch (random.nextInt(4)) {
          case 0 -> character();
          case 1 -> oneOf(TOKENS);
          case 2 -> oneOf(VALID) + " ";
          default -> soup(3) + " ";
        };
    return piece.repeat(1 + (1_000 + random.nextInt(11_000)) / piece.length());
  }
}
