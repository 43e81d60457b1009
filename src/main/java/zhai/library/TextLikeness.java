package zhai.library;

import java.util.Arrays;
import java.util.Locale;
import zhai.extract.TextWeight;

/// How much of one text still stands in another, weighted: a Chinese character counts as much as
/// two and a half Latin letters ({@link TextWeight}), so that losing a sentence costs a Chinese
/// page what it costs an English one.
///
/// Texts are compared by their runs of words, where each Chinese character is a word: moved
/// paragraphs still count as there, an inserted word costs its neighbourhood, and what stands twice
/// before and once after is half lost. Punctuation, white space and case don't count. The effort
/// grows with the texts' lengths, not with their product.
///
/// @param before weight of the words of the first text
/// @param after weight of the words of the second text
/// @param common weight of what stands in both
record TextLikeness(double before, double after, double common) {
  /// Weights are whole halves, up to 2,047, in the low bits of a run's hash.
  private static final int WEIGHT_BITS = 12;

  private static final long WEIGHT_MASK = (1L << WEIGHT_BITS) - 1;

  /// Compares by runs of three words: enough to tell sentences from a common vocabulary.
  static TextLikeness ofTexts(String before, String after) {
    return of(runs(before, 3), runs(after, 3));
  }

  /// Compares by single words, for what is too short for runs.
  static TextLikeness ofTitles(String before, String after) {
    return of(runs(before, 1), runs(after, 1));
  }

  /// The share of the first text that is still there, 0 to 1; all of an empty one.
  double kept() {
    return before == 0 ? 1 : common / before;
  }

  /// The second text's length in terms of the first's; 1 if both are empty.
  double growth() {
    return before == 0 ? 1 + after : after / before;
  }

  private static TextLikeness of(long[] before, long[] after) {
    double common = 0;
    int i = 0;
    int j = 0;
    while (i < before.length && j < after.length) {
      if (before[i] == after[j]) {
        common += weight(before[i]);
        i++;
        j++;
      } else if (before[i] < after[j]) {
        i++;
      } else {
        j++;
      }
    }
    return new TextLikeness(weight(before), weight(after), common);
  }

  private static double weight(long... runs) {
    return Arrays.stream(runs).map(run -> run & WEIGHT_MASK).sum() / 2.0;
  }

  /// The runs in order of their hashes; each weighs what its first word weighs. The last words,
  /// which begin no whole run, go on into the first, so that every word begins one.
  private static long[] runs(String text, int length) {
    long[] words = words(text);
    long[] runs = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      long hash = 0;
      for (int k = 0; k < length; k++) {
        hash = mixed(hash ^ words[(i + k) % words.length]);
      }
      runs[i] = (hash & ~WEIGHT_MASK) | (words[i] & WEIGHT_MASK);
    }
    Arrays.sort(runs);
    return runs;
  }

  /// Hash and weight of each word, in the order of the text.
  private static long[] words(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    long[] words = new long[folded.length()];
    int count = 0;
    int at = 0;
    while (at < folded.length()) {
      int end = wordEnd(folded, at);
      if (end > at) {
        words[count++] = word(folded, at, end);
      }
      at = Math.max(end, at + 1);
    }
    return Arrays.copyOf(words, count);
  }

  private static int wordEnd(String text, int from) {
    if (TextWeight.isIdeograph(text.charAt(from))) {
      return Character.isLetterOrDigit(text.codePointAt(from))
          ? from + Character.charCount(text.codePointAt(from))
          : from;
    }
    int end = from;
    while (end < text.length()
        && Character.isLetterOrDigit(text.charAt(end))
        && !TextWeight.isIdeograph(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static long word(String text, int from, int end) {
    long hash = 0;
    for (int i = from; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    long weight = Math.min(WEIGHT_MASK, Math.round(2 * TextWeight.of(text.substring(from, end))));
    return (mixed(hash) & ~WEIGHT_MASK) | weight;
  }

  /// Spreads a hash over all of its bits (the finaliser of SplitMix64).
  private static long mixed(long hash) {
    long z = hash + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
