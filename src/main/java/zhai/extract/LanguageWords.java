package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Tells languages that are written with spaces apart by their commonest words (see
/// `language-words.txt`): every third or fourth word of a text is one. A library that knows a
/// hundred languages by their letters would do it for single words as well, but weighs as much as
/// the rest of the program (tens of megabytes, or a second to start); a page has hundreds of words.
final class LanguageWords {
  /// Fewer of its words than this don't make a language.
  private static final int MIN_HITS = 8;

  /// A text has at least this share of the commonest words of its language.
  private static final double MIN_SHARE = 0.12;

  /// By how much the commonest words of one language have to be more than those of another.
  private static final double LEAD = 1.25;

  private static final List<String> LANGUAGES = new ArrayList<>();

  private static final int[] NOWHERE = {};

  /// The places of the languages in which a word is common.
  private static final Map<String, int[]> PLACES = new HashMap<>();

  static {
    Map<String, Set<Integer>> places = new HashMap<>();
    for (String line : RuleFile.open("language-words.txt").rules()) {
      List<String> words = List.of(line.split("\\s+"));
      LANGUAGES.add(words.getFirst());
      for (String word : words.subList(1, words.size())) {
        places.computeIfAbsent(word, _ -> new TreeSet<>()).add(LANGUAGES.size() - 1);
      }
    }
    places.forEach((word, of) -> PLACES.put(word, of.stream().mapToInt(it -> it).toArray()));
  }

  private LanguageWords() {}

  /// The language of a text, or null if it is too short or of a language that is not known.
  ///
  /// @param said the primary tag that the page declares, or null: it decides between languages that
  ///   are much alike (Danish and Norwegian)
  static @Nullable String of(String text, @Nullable String said) {
    int[] hits = new int[LANGUAGES.size()];
    List<String> words = words(text.toLowerCase(Locale.ROOT));
    for (String word : words) {
      for (int place : PLACES.getOrDefault(word, NOWHERE)) {
        hits[place]++;
      }
    }
    int best = IntStream.of(hits).max().orElse(0);
    if (best < MIN_HITS || best < words.size() * MIN_SHARE) {
      return null;
    }
    int declared = said == null ? -1 : LANGUAGES.indexOf(said.equals("no") ? "nb" : said);
    if (declared >= 0 && hits[declared] * LEAD >= best) {
      return said;
    }
    boolean clear = IntStream.of(hits).filter(count -> count * LEAD > best).count() == 1;
    return clear ? LANGUAGES.get(place(best, hits)) : null;
  }

  private static int place(int count, int[] hits) {
    return IntStream.range(0, hits.length).filter(i -> hits[i] == count).findFirst().orElseThrow();
  }

  /// Runs of letters, marks on them and apostrophes.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isOfWord(c)) {
        addRun(words, text, start, i);
        start = i + Character.charCount(c);
      }
    }
    addRun(words, text, start, text.length());
    return words;
  }

  private static void addRun(List<String> words, String text, int start, int end) {
    if (start < end) {
      words.add(text.substring(start, end));
    }
  }

  private static boolean isOfWord(int c) {
    if (c < 0x80) {
      return Character.isLetter(c) || c == '\'';
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> Character.isLetter(c) || c == '’';
    };
  }
}
