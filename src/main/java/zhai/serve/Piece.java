package zhai.serve;

import java.util.ArrayList;
import java.util.List;
import zhai.exchange.Characters;
import zhai.model.Span;

/// A piece of a line, and whether it is what was looked for.
record Piece(String text, boolean hit) {

  /// The whole line in pieces.
  ///
  /// @param hits in order, not overlapping
  static List<Piece> of(String text, List<Span> hits) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span hit : hits) {
      add(pieces, text.substring(at, hit.start()), false);
      add(pieces, text.substring(hit.start(), hit.end()), true);
      at = hit.end();
    }
    add(pieces, text.substring(at), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean hit) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(Characters.printable(text).replaceAll("\\s+", " "), hit));
    }
  }
}
