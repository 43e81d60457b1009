package zhai.extract;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// A text as the set of its runs of eight letters and digits, to tell how much of another text
/// stands in it.
final class Shingles {
  private static final int LENGTH = 8;
  private static final int MAX_LENGTH = 200_000;

  /// Ends of numbers.
  private static final int MASK = 0xFFFF;

  private final Set<Integer> runs;

  /// How their numbers end: most runs of other texts are seen by that to be none of these.
  private final BitSet ends = new BitSet(MASK + 1);

  private Shingles(Set<Integer> runs) {
    this.runs = runs;
    runs.forEach(run -> ends.set(run & MASK));
  }

  /// Of the first 200,000 letters of a text.
  static Shingles of(String text) {
    String letters = letters(text);
    Set<Integer> runs = new HashSet<>();
    for (int i = 0; i + LENGTH <= letters.length(); i++) {
      runs.add(run(letters, i));
    }
    return new Shingles(runs);
  }

  /// The share of a text's runs that are in this one, 0 to 1; of a text that is too short, -0.5.
  ///
  /// @param letters of the text, see {@link #letters}
  double shareIn(String letters) {
    int all = 0;
    int found = 0;
    for (int i = 0; i + LENGTH <= letters.length(); i += 2) {
      all++;
      found += has(run(letters, i)) ? 1 : 0;
    }
    return all == 0 ? -0.5 : (double) found / all;
  }

  private boolean has(int run) {
    return ends.get(run & MASK) && runs.contains(run);
  }

  /// The run that begins there, as a number.
  private static int run(String letters, int from) {
    int run = 0;
    for (int i = from; i < from + LENGTH; i++) {
      run = run * 31 + letters.charAt(i);
    }
    return run;
  }

  /// The letters and digits of a text, in lower case.
  static String letters(String text) {
    var letters = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
    for (int i = 0; i < text.length() && letters.length() < MAX_LENGTH; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }
}
