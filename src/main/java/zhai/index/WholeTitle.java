package zhai.index;

import java.util.List;
import java.util.stream.Collectors;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;

/// A title as one term, so that who types the whole of it gets that page first. Case, script, white
/// space and the punctuation of sentences make no difference; other signs do: `C` is not `C++`.
final class WholeTitle {
  private static final String PUNCTUATION = ".,;:!?、…·~\"'()[]{}<>《》〈〉【】-|_";

  private WholeTitle() {}

  /// The term; empty if there is nothing but punctuation.
  static String term(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.kind() != Kind.SYMBOL || !PUNCTUATION.contains(piece.text()))
        .map(Piece::text)
        .collect(Collectors.joining(" "));
  }
}
