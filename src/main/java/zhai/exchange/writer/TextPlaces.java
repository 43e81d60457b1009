package zhai.exchange.writer;

import java.util.Arrays;

/// Finds the pieces of text that an HTML tree holds in the plain text of the same article, one
/// after the other.
///
/// Both say the same words in the same order; white space differs, and a few signs stand only in
/// one of them (the label of a footnote, the word for a picture). A piece is therefore looked for
/// from where the last one ended, and a short one only nearby, so that one that is not there loses
/// nobody their place.
final class TextPlaces {
  private static final int LONG = 8;
  private static final int NEARBY = 24;

  private final StringBuilder solid = new StringBuilder();
  private final int[] places;
  private int at;

  /// @param text the plain text
  TextPlaces(String text) {
    int[] found = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        found[solid.length()] = i;
        solid.append(text.charAt(i));
      }
    }
    places = Arrays.copyOf(found, solid.length());
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// Where the characters of the next piece stand in the text, each by its index; -1 for white
  /// space, and for all of a piece that is not there.
  int[] next(String piece) {
    StringBuilder wanted = new StringBuilder();
    piece.chars().filter(c -> !isSpace((char) c)).forEach(c -> wanted.append((char) c));
    int[] map = new int[piece.length()];
    Arrays.fill(map, -1);
    int found = wanted.isEmpty() ? -1 : solid.indexOf(wanted.toString(), at);
    boolean isHere = found >= 0 && (found - at <= NEARBY || wanted.length() >= LONG);
    if (!isHere) {
      return map;
    }
    int next = found;
    for (int i = 0; i < piece.length(); i++) {
      if (!isSpace(piece.charAt(i))) {
        map[i] = places[next++];
      }
    }
    at = next;
    return map;
  }
}
