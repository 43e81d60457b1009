package zhai.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The words of a library's texts, asked for those that are spelt like one that stands nowhere.
///
/// Words as they stand, not their stems. A word that is one slip further away has to stand in
/// twenty times as many bookmarks to be as likely.
final class Vocabulary {
  /// Letters from which on one slip is looked for, and two; up to which any is.
  private static final int ONE_SLIP = 4;

  private static final int TWO_SLIPS = 7;
  private static final int LONGEST = 50;

  /// Characters from which on a Chinese run is looked at; up to which, too.
  private static final int MIN_RUN = 3;

  private static final int MAX_RUN = 12;
  private static final int MAX_CHOICES = 5;
  private static final double SLIP = Math.log(20);

  /// The first character of Chinese, in the order of terms.
  private static final BytesRef FIRST_CHARACTER = new BytesRef("\u2E80");

  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final Gate gate;

  Vocabulary(IndexSearcher searcher, Gate gate) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.gate = gate;
  }

  /// What is meant by one run of letters or of characters: itself if it stands anywhere, or if
  /// nothing is like it.
  List<Choice<String>> like(String typed) throws IOException {
    String folded = Folding.fold(typed);
    List<Choice<String>> like = new ArrayList<>();
    if (standing(folded) == 0) {
      if (isWord(folded)) {
        like.addAll(words(folded));
        like.addAll(halves(folded));
      } else {
        like.addAll(runs(folded.codePoints().toArray(), typed));
      }
    }
    return like.isEmpty() ? Choice.only(typed) : Choice.likeliest(like, MAX_CHOICES);
  }

  static double cost(int slips, int bookmarks) {
    return slips * SLIP - Math.log(bookmarks);
  }

  private int standing(String text) throws IOException {
    return searcher.count(gate.anywhere(Needle.phrase(text, Needle.ANYWHERE)));
  }

  /// Names with digits in them are typed as they are, not by ear.
  private static boolean isWord(String folded) {
    return folded.length() >= ONE_SLIP
        && folded.length() <= LONGEST
        && folded.codePoints().allMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c));
  }

  private List<Choice<String>> words(String folded) throws IOException {
    Spelling spelling = new Spelling(folded, folded.length() < TWO_SLIPS ? 1 : 2);
    Map<String, Choice<String>> likeliest = new HashMap<>();
    for (TextField field : Needle.ANYWHERE) {
      @Nullable Terms terms = MultiTerms.getTerms(reader, field.grams());
      TermsEnum near = terms == null ? TermsEnum.EMPTY : spelling.near(terms);
      for (BytesRef term = near.next(); term != null; term = near.next()) {
        String word = term.utf8ToString();
        int slips = spelling.slips(term);
        if (isSure(folded, word, slips, near.docFreq())) {
          Choice<String> choice = new Choice<>(word, cost(slips, near.docFreq()));
          likeliest.merge(word, choice, (a, b) -> a.cost() <= b.cost() ? a : b);
        }
      }
    }
    return likeliest.values().stream().sorted((a, b) -> a.what().compareTo(b.what())).toList();
  }

  /// Two slips are believed only in a word that more than one bookmark has, and not in the first
  /// letter.
  private static boolean isSure(String typed, String word, int slips, int bookmarks) {
    return isWord(word) && (slips == 1 || (bookmarks > 1 && word.charAt(0) == typed.charAt(0)));
  }

  /// `deeplearning` is `deep learning` where that stands.
  private List<Choice<String>> halves(String folded) throws IOException {
    List<Choice<String>> halves = new ArrayList<>();
    for (int i = 2; i <= folded.length() - 2; i++) {
      String apart = folded.substring(0, i) + " " + folded.substring(i);
      if (isTerm(folded.substring(0, i)) && isTerm(folded.substring(i))) {
        int bookmarks = standing(apart);
        if (bookmarks > 0) {
          halves.add(new Choice<>(apart, cost(1, bookmarks)));
        }
      }
    }
    return halves;
  }

  /// A Chinese run with one character changed, where that stands. Which one is wrong is seen by its
  /// neighbours: it stands beside them nowhere, while all others do.
  private List<Choice<String>> runs(int[] run, String typed) throws IOException {
    int wrong = run.length < MIN_RUN || run.length > MAX_RUN ? -1 : wrongCharacter(run);
    List<Choice<String>> runs = new ArrayList<>();
    if (wrong >= 0) {
      int start = typed.offsetByCodePoints(0, wrong);
      int end = typed.offsetByCodePoints(start, 1);
      for (String character : between(run, wrong)) {
        String other = typed.substring(0, start) + character + typed.substring(end);
        int bookmarks = standing(Folding.fold(other));
        if (bookmarks > 0) {
          runs.add(new Choice<>(other, cost(1, bookmarks)));
        }
      }
    }
    return runs;
  }

  /// The place of the only character that stands beside none of its neighbours, others standing
  /// beside theirs; -1 if there is none.
  private int wrongCharacter(int[] run) throws IOException {
    List<Integer> apart = new ArrayList<>();
    for (int i = 0; i + 1 < run.length; i++) {
      if (!isTerm(pair(run[i], run[i + 1]))) {
        apart.add(i);
      }
    }
    return switch (apart.size()) {
      case 1 -> atEnd(apart.getFirst(), run.length);
      case 2 -> apart.getLast() == apart.getFirst() + 1 ? apart.getLast() : -1;
      default -> -1;
    };
  }

  private static int atEnd(int pair, int length) {
    if (pair == 0) {
      return 0;
    }
    return pair == length - 2 ? length - 1 : -1;
  }

  /// The characters that stand between these neighbours in titles and tags.
  private Set<String> between(int[] run, int at) throws IOException {
    Set<String> characters = new TreeSet<>();
    for (TextField field : List.of(TextField.TITLE, TextField.LABEL)) {
      for (String character : characters(field)) {
        int c = character.codePointAt(0);
        boolean fits =
            (at == 0 || isTerm(field, pair(run[at - 1], c)))
                && (at == run.length - 1 || isTerm(field, pair(c, run[at + 1])));
        if (fits) {
          characters.add(character);
        }
      }
    }
    return characters;
  }

  private List<String> characters(TextField field) throws IOException {
    List<String> characters = new ArrayList<>();
    @Nullable Terms terms = MultiTerms.getTerms(reader, field.grams());
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    if (terms != null && all.seekCeil(FIRST_CHARACTER) != TermsEnum.SeekStatus.END) {
      for (BytesRef term = all.term(); term != null; term = all.next()) {
        String text = term.utf8ToString();
        if (text.codePointCount(0, text.length()) == 1) {
          characters.add(text);
        }
      }
    }
    return characters;
  }

  private static String pair(int first, int second) {
    return Character.toString(first) + Character.toString(second);
  }

  private boolean isTerm(String text) throws IOException {
    for (TextField field : Needle.ANYWHERE) {
      if (isTerm(field, text)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTerm(TextField field, String text) throws IOException {
    return reader.docFreq(new Term(field.grams(), text)) > 0;
  }
}
