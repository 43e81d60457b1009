package zhai.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// English words like `the` and `which`: of a question they are most of the words and the least of
/// the meaning.
final class FunctionWords {
  /// As they are written, and as {@link Analysis#words} gives them.
  private static final Set<String> WORDS = words("function-words.txt");

  private static final Set<String> OF_QUESTIONS = words("question-words.txt");

  private FunctionWords() {}

  /// What a word of folded text counts beside a word that tells something.
  static float share(String word) {
    return WORDS.contains(word) ? Factor.FUNCTION_WORD : 1;
  }

  /// Whether an answer to a question with that word seldom repeats it.
  static boolean onlyAsks(String word) {
    return WORDS.contains(word) || OF_QUESTIONS.contains(word);
  }

  private static Set<String> words(String file) {
    String all = String.join(" ", Resource.lines(file));
    Set<String> words = new HashSet<>(List.of(all.split(" ")));
    words.addAll(Analysis.words(all));
    return Set.copyOf(words);
  }
}
