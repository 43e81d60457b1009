package zhai.model;

import java.text.Normalizer;

/// Unicode normalisation that any text can be given to.
///
/// Normalising puts the marks on a letter in order, which takes time by the square of their number:
/// a page of nothing but marks would take hours. No language puts more than a few on a letter, so
/// that a longer run is taken in pieces (UAX #15, section 13, draws the line at the same number).
public final class StreamSafe {
  private static final int MOST_MARKS = 30;

  private StreamSafe() {}

  /// The text in that form; a run of more than 30 marks is in it piece by piece.
  public static String normalize(String text, Normalizer.Form form) {
    int end = pieceEnd(text, 0);
    if (end == text.length()) {
      return piece(text, form);
    }
    StringBuilder normal = new StringBuilder(text.length());
    int from = 0;
    while (from < text.length()) {
      normal.append(piece(text.substring(from, end), form));
      from = end;
      end = pieceEnd(text, from);
    }
    return normal.toString();
  }

  private static String piece(String text, Normalizer.Form form) {
    return Normalizer.isNormalized(text, form) ? text : Normalizer.normalize(text, form);
  }

  /// Where the text has had more marks in a row than a letter bears, or its end.
  private static int pieceEnd(String text, int from) {
    int marks = 0;
    int place = from;
    while (place < text.length() && marks < MOST_MARKS) {
      int character = text.codePointAt(place);
      marks = isMark(character) ? marks + 1 : 0;
      place += Character.charCount(character);
    }
    return place;
  }

  /// Whether it stands on or around the character before it.
  public static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }
}
