package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;

/// Pieces that stand one after another, as a query on a field of {@link GramTokenizer} tokens.
final class GramPhrase {
  /// A token at a position.
  private record Placed(String token, int position) {}

  private GramPhrase() {}

  /// Whether all the tokens of a phrase are known, so that it may stand somewhere.
  static boolean mayStand(KnownTerms known, String field, List<Piece> pieces) {
    for (Placed placed : cover(pieces)) {
      if (!known.contains(field, placed.token)) {
        return false;
      }
    }
    return !pieces.isEmpty();
  }

  /// Exactly these pieces.
  static Query exact(String field, List<Piece> pieces) {
    if (pieces.isEmpty()) {
      return new MatchNoDocsQuery("nothing to look for");
    }
    List<Placed> cover = cover(pieces);
    if (cover.size() == 1) {
      return new TermQuery(new Term(field, cover.getFirst().token));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    cover.forEach(placed -> phrase.add(new Term(field, placed.token), placed.position));
    return phrase.build();
  }

  /// Exactly these pieces, or an English plural of them.
  static Query form(String field, List<Piece> pieces) {
    if (pieces.getLast().kind() != Kind.RUN) {
      return exact(field, pieces);
    }
    return new DisjunctionMaxQuery(List.of(exact(field, pieces), exact(field, plural(pieces))), 0);
  }

  /// Whether such a form may stand somewhere.
  static boolean formMayStand(KnownTerms known, String field, List<Piece> pieces) {
    return mayStand(known, field, pieces)
        || (pieces.getLast().kind() == Kind.RUN && mayStand(known, field, plural(pieces)));
  }

  private static List<Piece> plural(List<Piece> pieces) {
    Piece last = pieces.getLast();
    List<Piece> plural = new ArrayList<>(pieces.subList(0, pieces.size() - 1));
    plural.add(new Piece(last.text() + "s", Kind.RUN, last.start(), last.end()));
    return plural;
  }

  /// These pieces, the last of which may be the beginning of a longer run.
  static Query open(IndexReader reader, String field, List<Piece> pieces) throws IOException {
    if (pieces.isEmpty() || pieces.getLast().kind() != Kind.RUN) {
      return exact(field, pieces);
    }
    Term beginning = new Term(field, pieces.getLast().text());
    if (pieces.size() == 1) {
      return new PrefixQuery(beginning);
    }
    List<Term> completions = completions(reader, beginning);
    if (completions.isEmpty()) {
      return new MatchNoDocsQuery("nothing begins with " + beginning.text());
    }
    PhraseQuery.Builder before = new PhraseQuery.Builder();
    cover(pieces.subList(0, pieces.size() - 1))
        .forEach(p -> before.add(new Term(field, p.token), p.position));
    return new OpenPhrase(before.build(), pieces.size() - 1, completions).query();
  }

  /// The fewest tokens that hold every piece: pairs, and what has no neighbour to pair with.
  private static List<Placed> cover(List<Piece> pieces) {
    List<Placed> cover = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (isPair(pieces, i)) {
        cover.add(new Placed(pair(pieces, i), i));
        i++;
      } else if (isPair(pieces, i - 1)) {
        cover.add(new Placed(pair(pieces, i - 1), i - 1));
      } else {
        cover.add(new Placed(pieces.get(i).text(), i));
      }
    }
    return cover;
  }

  /// Whether the pieces at that place and after it are two characters.
  static boolean isPair(List<Piece> pieces, int at) {
    return at >= 0
        && at + 1 < pieces.size()
        && pieces.get(at).isCharacter()
        && pieces.get(at + 1).isCharacter();
  }

  static String pair(List<Piece> pieces, int at) {
    return pieces.get(at).text() + pieces.get(at + 1).text();
  }

  private static List<Term> completions(IndexReader reader, Term beginning) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, beginning.field());
    List<Term> found = new ArrayList<>();
    if (terms == null) {
      return found;
    }
    TermsEnum candidates = terms.iterator();
    if (candidates.seekCeil(beginning.bytes()) == TermsEnum.SeekStatus.END) {
      return found;
    }
    BytesRef term = candidates.term();
    while (term != null && StringHelper.startsWith(term, beginning.bytes())) {
      found.add(new Term(beginning.field(), BytesRef.deepCopyOf(term)));
      term = candidates.next();
    }
    return found;
  }
}
