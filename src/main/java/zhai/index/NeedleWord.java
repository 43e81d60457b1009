package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import zhai.index.PieceScanner.Piece;

/// A word of a needle, with what it tells about passages.
///
/// @param from the first of the needle's pieces that make it
/// @param to one past the last
/// @param term as it stands in the index
/// @param documents in which it stands, about
/// @param rareness how much it tells bookmarks apart
/// @param function whether it only holds sentences together, or is looked for in names only
record NeedleWord(int from, int to, String term, int documents, double rareness, boolean function) {
  /// All but the stop words, in order.
  static List<NeedleWord> of(Needle needle, IndexReader reader) throws IOException {
    return new Cutter(needle, reader).cut();
  }

  private static final class Cutter {
    private final Needle needle;
    private final IndexReader reader;
    private final String text;
    private final List<NeedleWord> words = new ArrayList<>();

    Cutter(Needle needle, IndexReader reader) {
      this.needle = needle;
      this.reader = reader;
      this.text = needle.text();
    }

    private List<NeedleWord> cut() throws IOException {
      List<Piece> pieces = PieceScanner.pieces(text);
      if (pieces.size() != needle.pieces().size()) {
        add(new Analysis.Word(text, 0, text.length()), 0, needle.pieces().size());
        return words;
      }
      int from = 0;
      for (Analysis.Word word : Analysis.wordsIn(text)) {
        while (from < pieces.size() && pieces.get(from).start() < word.start()) {
          from++;
        }
        int to = from;
        while (to < pieces.size() && pieces.get(to).end() <= word.end()) {
          to++;
        }
        if (from < to) {
          add(word, from, withoutPossessive(pieces, from, to));
          from = to;
        }
      }
      return words;
    }

    private static int withoutPossessive(List<Piece> pieces, int from, int to) {
      boolean possessive =
          to - from == 3
              && pieces.get(to - 2).text().equals("'")
              && pieces.get(to - 1).text().equals("s");
      return possessive ? to - 2 : to;
    }

    private void add(Analysis.Word word, int from, int to) throws IOException {
      boolean function =
          FunctionWords.onlyAsks(text.substring(word.start(), word.end()))
              || Collections.disjoint(needle.fields(), Needle.ANYWHERE);
      int documents = documents(word.term());
      double rareness = rareness(documents, reader.maxDoc());
      words.add(new NeedleWord(from, to, word.term(), documents, rareness, function));
    }

    private int documents(String term) throws IOException {
      int documents = 0;
      for (TextField field : needle.fields()) {
        documents = Math.max(documents, reader.docFreq(new Term(field.words(), term)));
      }
      return documents;
    }

    /// As BM25 weighs it.
    private static double rareness(int documents, int all) {
      return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
    }
  }
}
