package zhai.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final Map<String, List<String>> LANGUAGES = new HashMap<>();

  static {
    for (String line : RuleFile.open("language-words.txt").rules()) {
      String[] words = line.split("\\s+");
      for (String word : List.of(words).subList(1, words.length)) {
        List<String> languages = LANGUAGES.computeIfAbsent(word, _ -> new ArrayList<>());
        if (!languages.contains(words[0])) {
          languages.add(words[0]);
        }
      }
    }
  }

  private LanguageWords() {}

  /// The language of a text, or null if it is too short or of a language that is not known.
  ///
  /// @param said the primary tag that the page declares, or null: it decides between languages that
  ///   are much alike (Danish and Norwegian)
  static @Nullable String of(String text, @Nullable String said) {
    Map<String, Integer> hits = new HashMap<>();
    int all = 0;
    for (String word : words(text.toLowerCase(Locale.ROOT))) {
      all++;
      LANGUAGES.getOrDefault(word, List.of()).forEach(one -> hits.merge(one, 1, Integer::sum));
    }
    String most = null;
    for (Map.Entry<String, Integer> entry : hits.entrySet()) {
      most = most == null || entry.getValue() > hits.getOrDefault(most, 0) ? entry.getKey() : most;
    }
    int best = most == null ? 0 : hits.getOrDefault(most, 0);
    if (best < MIN_HITS || best < all * MIN_SHARE) {
      return null;
    }
    String primary = said == null || !said.equals("no") ? said : "nb";
    if (primary != null && hits.getOrDefault(primary, 0) * LEAD >= best) {
      return said;
    }
    String leader = most;
    boolean clear =
        hits.entrySet().stream()
            .allMatch(entry -> entry.getKey().equals(leader) || entry.getValue() * LEAD <= best);
    return clear ? leader : null;
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
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> Character.isLetter(c) || c == '\'' || c == '’';
    };
  }
}
