package zhai.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import zhai.index.PieceScanner.Piece;

/// How good a match is, in two steps: words choose the candidates, quickly; then all {@link
/// Factor}s together decide between them, precisely.
final class Ranking {
  /// Pieces of a query that are looked at. Of a longer one the rest counts as nothing: by then it
  /// is clear what it is about, and each piece costs some lookups.
  private static final int MAX_PIECES = 256;

  private final KnownTerms known;
  private final List<Needle> needles;
  private final List<ScorePart> parts;

  /// @param known the terms of the index that is searched
  /// @param needles what is looked for, in the query's order
  /// @param expansion what counts beside it
  Ranking(KnownTerms known, List<Needle> needles, Expansion expansion) {
    this.known = known;
    this.needles = beginning(needles);
    this.parts = ScoreParts.of(this.needles, expansion, known);
  }

  private static List<Needle> beginning(List<Needle> needles) {
    List<Needle> beginning = new ArrayList<>();
    int room = MAX_PIECES;
    for (Needle needle : needles) {
      List<Piece> pieces = needle.pieces().subList(0, Math.min(room, needle.pieces().size()));
      if (!pieces.isEmpty()) {
        beginning.add(new Needle(needle.typed(), pieces, needle.exact(), needle.fields()));
      }
      room -= pieces.size();
    }
    return List.copyOf(beginning);
  }

  /// Chooses candidates: by words, or where a needle has none that tell, by characters; and by
  /// whole titles and other forms of words.
  Query first() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Needle needle : needles) {
      Set<String> words = ScoreParts.words(needle);
      for (String term : words.isEmpty() ? ScoreParts.characters(needle).keySet() : words) {
        for (TextField field : needle.fields()) {
          String place = words.isEmpty() ? field.grams() : field.words();
          float weight = field == TextField.TITLE ? Factor.TITLE.weight() : 1;
          if (known.contains(place, term)) {
            Query standing = new TermQuery(new Term(place, term));
            any.add(ScorePart.weighed(standing, weight * FunctionWords.share(term)), Occur.SHOULD);
          }
        }
      }
    }
    parts.stream()
        .filter(part -> part.factor() == Factor.TITLE_WHOLE || part.factor() == Factor.OTHER_FORM)
        .forEach(part -> any.add(part.weighed(), Occur.SHOULD));
    return any.build();
  }

  /// What decides between candidates: the summands of a score, all but {@link Factor#COMPLETE},
  /// which the search itself knows.
  List<ScorePart> parts() {
    return parts;
  }
}
