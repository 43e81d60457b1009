package zhai.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;

/// How good a match is, in two steps: words choose the candidates, quickly; then characters, exact
/// phrases and the weights of the fields decide between them, precisely.
///
/// The words are counted over all texts together, each text with its weight (BM25F), so that a word
/// in a note is as rare as it is in the whole library. A page's title counts twice, since it also
/// belongs to the page's text: more than that lost quality where many pages share a title.
record Ranking(List<Needle> needles) {
  private static final float CHARACTERS = 0.5f;
  private static final float PHRASES = 2;

  private static final int MAX_TERMS = 256;

  private static float weight(TextField field) {
    return switch (field) {
      case NOTE, EXCERPT -> 3;
      case TITLE, PAGE, LABEL, AUTHOR, SITE, URL -> 1;
    };
  }

  /// Chooses candidates.
  Query first() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Needle needle : needles) {
      List<String> words = Analysis.words(needle.text());
      Set<String> terms = limited(words.isEmpty() ? grams(needle) : words);
      for (TextField field : needle.fields()) {
        String name = words.isEmpty() ? field.grams() : field.words();
        float boost = field == TextField.TITLE ? 0.3f : 1;
        terms.forEach(term ->
            any.add(new BoostQuery(new TermQuery(new Term(name, term)), boost), Occur.SHOULD));
      }
    }
    return any.build();
  }

  /// Decides between candidates.
  Query second() {
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    for (Needle needle : needles) {
      List<String> words = needle.fields().stream().map(TextField::words).toList();
      limited(Analysis.words(needle.text()))
          .forEach(term -> sum.add(combined(needle.fields(), words, term), Occur.SHOULD));
      List<String> grams = needle.fields().stream().map(TextField::grams).toList();
      limited(grams(needle))
          .forEach(term ->
              sum.add(
                  new BoostQuery(combined(needle.fields(), grams, term), CHARACTERS),
                  Occur.SHOULD));
      if (needle.pieces().size() > 1) {
        sum.add(phrase(needle.pieces(), needle.fields(), PHRASES), Occur.SHOULD);
      }
    }
    if (needles.size() > 1) {
      sum.add(phrase(whole(), needles.getFirst().fields(), PHRASES), Occur.SHOULD);
    }
    return sum.build();
  }

  private List<Piece> whole() {
    List<Piece> pieces = new ArrayList<>();
    needles.forEach(needle -> pieces.addAll(needle.pieces()));
    return pieces;
  }

  private static Query combined(List<TextField> fields, List<String> names, String term) {
    CombinedFieldQuery.Builder combined = new CombinedFieldQuery.Builder(term);
    for (int i = 0; i < names.size(); i++) {
      combined.addField(names.get(i), weight(fields.get(i)));
    }
    return combined.build();
  }

  private static Query phrase(List<Piece> pieces, List<TextField> fields, float boost) {
    List<Query> places =
        fields.stream().map(field -> GramPhrase.exact(field.grams(), pieces)).toList();
    return new BoostQuery(new DisjunctionMaxQuery(places, 0.1f), boost);
  }

  /// The pieces that carry meaning, and the pairs of characters.
  private static List<String> grams(Needle needle) {
    List<String> grams = new ArrayList<>();
    List<Piece> pieces = needle.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).kind() != Kind.SYMBOL || needle.isOnlySymbols()) {
        grams.add(pieces.get(i).text());
      }
      if (GramPhrase.isPair(pieces, i)) {
        grams.add(GramPhrase.pair(pieces, i));
      }
    }
    return grams;
  }

  private static Set<String> limited(List<String> terms) {
    Set<String> distinct = new LinkedHashSet<>();
    terms.stream().limit(MAX_TERMS).forEach(distinct::add);
    return distinct;
  }
}
