package zhai.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// A text in short, so that two can be compared for being the same without their words: a page that
/// was posted again elsewhere, perhaps with another beginning or end.
///
/// The text is cut into all its runs of {@link #RUN} letters and digits, each run becomes a number
/// that looks random, and the {@link #KEPT} least numbers are kept (a bottom-k sketch). What share
/// of the runs two texts have in common is seen in the numbers that both sketches would hold.
final class Sketch {
  private static final int RUN = 6;
  private static final int KEPT = 256;

  /// The share of common runs, of all that either has or of those of the shorter text, from which
  /// on two texts are the same.
  private static final double SAME = 0.85;

  /// Numbers that must be comparable, so that chance doesn't decide.
  private static final int MIN_COMPARED = 32;

  /// The longer text may be so many times as long: much longer ones hold most short runs anyway.
  private static final int MAX_TIMES = 4;

  /// Runs of a text below which it must be equal.
  private static final int SHORT = 200;

  /// Letters that are looked at, at most.
  private static final int MAX_LETTERS = 200_000;

  private final int runs;
  private final int[] least;

  /// @param runs how many different ones the text has
  /// @param least ascending
  private Sketch(int runs, int[] least) {
    this.runs = runs;
    this.least = least;
  }

  /// Of a folded text.
  static Sketch of(String folded) {
    int[] letters = letters(folded);
    int[] all = new int[Math.max(0, letters.length - RUN + 1)];
    Arrays.setAll(all, start -> number(letters, start));
    Arrays.sort(all);
    int different = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[different++] = all[i];
      }
    }
    return new Sketch(different, Arrays.copyOf(all, Math.min(KEPT, different)));
  }

  private static int[] letters(String folded) {
    int[] letters = new int[Math.min(MAX_LETTERS, folded.length())];
    int count = 0;
    for (int i = 0, c; i < folded.length() && count < letters.length; i += Character.charCount(c)) {
      c = folded.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters[count++] = c;
      }
    }
    return Arrays.copyOf(letters, count);
  }

  private static int number(int[] letters, int start) {
    long number = 0;
    for (int i = start; i < start + RUN; i++) {
      number = (number + letters[i]) * 0x9E3779B97F4A7C15L;
      number ^= number >>> 32;
    }
    return (int) (number * 0xD6E8FEB86659FD93L >>> 32);
  }

  /// Whether it says nothing, since the text is too short.
  boolean isEmpty() {
    return runs == 0;
  }

  /// Whether both are of nearly the same text, or one of a text with nearly all of the other in it.
  boolean isOfSameText(Sketch other) {
    if (Math.min(runs, other.runs) < SHORT) {
      return runs > 0 && runs == other.runs && Arrays.equals(least, other.least);
    }
    Sketch shorter = runs <= other.runs ? this : other;
    Sketch longer = shorter == this ? other : this;
    return longer.runs <= (long) MAX_TIMES * shorter.runs && shorter.isWithin(longer);
  }

  /// Of the runs of the shorter text only those can be looked for whose number is no greater than
  /// the greatest that is kept of the longer one. Texts that are as alike as {@link #SAME} in all
  /// runs are even more so in the runs of the shorter.
  private boolean isWithin(Sketch longer) {
    int end = longer.least[longer.least.length - 1];
    int compared = 0;
    int common = 0;
    for (int number : least) {
      if (longer.runs <= KEPT || number <= end) {
        compared++;
        common += Arrays.binarySearch(longer.least, number) >= 0 ? 1 : 0;
      }
    }
    return compared >= MIN_COMPARED && common >= SAME * compared;
  }

  BytesRef bytes() {
    ByteBuffer bytes = ByteBuffer.allocate((least.length + 1) * Integer.BYTES);
    bytes.putInt(runs);
    Arrays.stream(least).forEach(bytes::putInt);
    return new BytesRef(bytes.array());
  }

  static Sketch read(BytesRef bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    int runs = buffer.getInt();
    int[] least = new int[buffer.remaining() / Integer.BYTES];
    Arrays.setAll(least, _ -> buffer.getInt());
    return new Sketch(runs, least);
  }
}
