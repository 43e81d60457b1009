package zhai.library;

import java.util.regex.Pattern;
import zhai.extract.TextWeight;
import zhai.model.Anchor;
import zhai.model.Mark;
import zhai.model.Mark.Excerpt;
import zhai.model.Mark.Note;
import zhai.model.Span;
import zhai.model.Surroundings;

/// Tells the passages of the user's notes apart: which are quotes from the page, which the user's
/// own words about it.
///
/// Nobody said what a passage read from a note is ({@link Mark#origin}); the page decides. A
/// passage is a quote if the whole of it stands in the article:
///
/// * word by word, at one place or several, if it is long enough not to stand there by chance:
///   three words, or six characters of Chinese, Japanese or Korean;
/// * or nearly so, if it has twenty characters at least, of which at most one in ten differs, and
///   of the letters among them at most one in twenty, nowhere a clause together: `not` more or less
///   makes another sentence, and a remark at the end of a long quote is not the page's.
///
/// All else is a note: a summary in other words, a translation, a quote with the user's own words
/// in the same passage. Calling a quote one's own words is a small fault; putting words into
/// somebody's mouth is a big one.
///
/// Once called a quote, a passage stays one, and its anchor says whether the page still has it. A
/// note becomes a quote when a better reading of the page turns out to have it. What the user gave
/// by hand stays what they said it is.
final class Quotation {
  private static final double NEARLY = 0.9;
  private static final double NEARLY_IN_LETTERS = 0.95;
  private static final int NEARLY_FROM = 20;

  /// In characters of Chinese; of other scripts twice as many letters.
  private static final int CLAUSE = 12;

  private static final double HALF = 0.5;

  /// In characters of Chinese; a word of another script counts as two.
  private static final int MIN_LENGTH = 6;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final String text;
  private final Anchorer anchorer;

  /// @param text an article's plain text
  Quotation(String text) {
    this.text = text;
    this.anchorer = new Anchorer(text);
  }

  /// The mark as this text shows it: excerpts anchored, notes that are quotes made excerpts.
  Mark judged(Mark mark) {
    return switch (mark) {
      case Excerpt excerpt -> anchorer.anchor(excerpt);
      case Note note when note.origin() == null -> note;
      case Note note -> judged(note);
    };
  }

  private Mark judged(Note note) {
    Excerpt found = anchorer.anchor(asExcerpt(note));
    return isQuote(found) ? found : note;
  }

  private static Excerpt asExcerpt(Note note) {
    return new Excerpt(
        note.id(),
        note.text(),
        null,
        Surroundings.NONE,
        new Anchor.Unchecked(),
        note.addedAt(),
        note.origin());
  }

  private boolean isQuote(Excerpt passage) {
    String plain = MarkdownSigns.strip(passage.quote());
    return switch (passage.anchor()) {
      case Anchor.Exact _, Anchor.Ambiguous _ -> length(plain) >= MIN_LENGTH;
      case Anchor.Near near ->
          near.similarity() >= NEARLY
              && FoldedText.of(plain).length() >= NEARLY_FROM
              && hasNearlyTheLetters(plain, near.place());
      case Anchor.Missing _, Anchor.Unchecked _ -> false;
    };
  }

  private boolean hasNearlyTheLetters(String plain, Span place) {
    String asked = letters(plain);
    String there = letters(text.substring(place.start(), place.end()));
    return similarity(asked, there) >= NEARLY_IN_LETTERS && holdsEveryClause(there, asked);
  }

  /// Whether of each stretch of about a clause half at least stands where it should.
  private static boolean holdsEveryClause(String there, String asked) {
    long ideographs = asked.chars().filter(c -> TextWeight.isIdeograph((char) c)).count();
    int clause = 2 * ideographs > asked.length() ? CLAUSE : 2 * CLAUSE;
    int slack = clause + asked.length() / 20;
    int last = Math.max(0, asked.length() - clause);
    for (int from = 0; from < last + clause / 2; from += clause / 2) {
      int at = Math.min(from, last);
      int begin = Math.clamp(at - slack, 0, there.length());
      int end = Math.clamp(at + clause + slack, begin, there.length());
      String stretch = asked.substring(at, Math.min(asked.length(), at + clause));
      if (similarity(stretch, there.substring(begin, end)) < HALF) {
        return false;
      }
    }
    return true;
  }

  private static double similarity(String asked, String there) {
    return Alignment.best(asked, there).map(Alignment::similarity).orElse(0.0);
  }

  private static String letters(String text) {
    return NO_LETTERS.matcher(FoldedText.of(text).folded()).replaceAll("");
  }

  private static int length(String text) {
    int length = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ideograph = TextWeight.isIdeograph(c) && Character.isLetter(text.codePointAt(i));
      boolean letter = !ideograph && Character.isLetterOrDigit(c);
      length += ideograph ? 1 : letter && !inWord ? 2 : 0;
      inWord = letter || (inWord && goesOn(c));
    }
    return length;
  }

  /// Whether a word goes on behind this: `don't`, `fine-tuning`, `0.85`, accents on their own.
  private static boolean goesOn(char c) {
    int type = Character.getType(c);
    return "'’-._".indexOf(c) >= 0
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
