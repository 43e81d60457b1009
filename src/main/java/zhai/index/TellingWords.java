package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/// The words that say what a bookmark is about: those that stand in few others, often in its own
/// texts. The user's own words say more than the title, and that says more than the page.
final class TellingWords {
  /// Words that are taken, the most telling ones.
  private static final int MAX_WORDS = 60;

  /// UTF-16 units of a page that are looked at, at most.
  private static final int MAX_SCANNED = 50_000;

  /// How often a word must stand in a text to count for half of what it can count for at most.
  private static final double HALF = 6;

  private final IndexSearcher searcher;
  private final Map<String, Gathering> gathered = new HashMap<>();

  private TellingWords(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /// A word.
  ///
  /// @param term as it stands in the fields of words
  /// @param said as the bookmark writes it
  /// @param weight above 0; the greater, the more it says
  record Telling(String term, String said, double weight) {}

  /// What is known of a word so far.
  private static final class Gathering {
    final String said;
    double weight;

    Gathering(String said) {
      this.said = said;
    }
  }

  /// The most telling words of a document, in that order.
  ///
  /// @param tags its tags
  static List<Telling> of(IndexSearcher searcher, Document stored, List<String> tags)
      throws IOException {
    TellingWords words = new TellingWords(searcher);
    words.add(tags, 3);
    words.add(texts(stored, TextField.NOTE), 3);
    words.add(texts(stored, TextField.EXCERPT), 3);
    words.add(texts(stored, TextField.TITLE), 2);
    words.add(texts(stored, TextField.PAGE), 1);
    return words.best();
  }

  private static List<String> texts(Document stored, TextField field) {
    Set<String> texts = new LinkedHashSet<>(List.of(stored.getValues(field.stored())));
    return List.copyOf(texts);
  }

  private void add(List<String> texts, double weight) {
    Map<String, Integer> often = new HashMap<>();
    for (String whole : texts) {
      String text = whole.substring(0, Math.min(MAX_SCANNED, whole.length()));
      for (Analysis.Word word : Analysis.wordsIn(Needle.folded(text))) {
        if (isWord(word.term())) {
          often.merge(word.term(), 1, Integer::sum);
          gathered.computeIfAbsent(
              word.term(), _ -> new Gathering(text.substring(word.start(), word.end())));
        }
      }
    }
    often.forEach((term, times) -> {
      Gathering word = gathered.get(term);
      if (word != null) {
        word.weight += weight * times / (times + HALF);
      }
    });
  }

  /// Single letters, single characters, numbers and what holds sentences together say too little.
  private static boolean isWord(String term) {
    return term.codePointCount(0, term.length()) > 1
        && !term.codePoints().allMatch(Character::isDigit)
        && FunctionWords.share(term) == 1;
  }

  private List<Telling> best() throws IOException {
    List<Telling> all = new ArrayList<>();
    for (Map.Entry<String, Gathering> one : gathered.entrySet()) {
      Gathering word = one.getValue();
      double weight = word.weight * rareness(one.getKey());
      all.add(new Telling(one.getKey(), word.said, weight));
    }
    all.sort(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::term));
    List<Telling> best = new ArrayList<>();
    for (int i = 0; i < all.size() && best.size() < MAX_WORDS; i++) {
      if (othersHave(all.get(i).term())) {
        best.add(all.get(i));
      }
    }
    return best;
  }

  /// How much it tells bookmarks apart, as BM25 weighs it.
  private double rareness(String term) throws IOException {
    int documents = 1;
    for (TextField field : Needle.ANYWHERE) {
      documents = Math.max(documents, searcher.getIndexReader().docFreq(in(field, term)));
    }
    int all = searcher.getIndexReader().maxDoc();
    return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
  }

  private boolean othersHave(String term) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    int documents = 0;
    for (TextField field : Needle.ANYWHERE) {
      documents += searcher.getIndexReader().docFreq(in(field, term));
      any.add(new TermQuery(in(field, term)), Occur.SHOULD);
    }
    return documents > 1 && searcher.count(any.build()) > 1;
  }

  private static Term in(TextField field, String term) {
    return new Term(field.words(), term);
  }
}
