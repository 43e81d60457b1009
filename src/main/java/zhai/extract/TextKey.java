package zhai.extract;

/// A text without punctuation, blanks and case, as a number: two texts that a reader would call the
/// same have the same key. Zero is the key of a text without letters and digits.
final class TextKey {
  private TextKey() {}

  static long of(CharSequence text) {
    long key = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        key = key * 1_000_003 + Character.toLowerCase(c) + 1;
      }
    }
    return key;
  }
}
