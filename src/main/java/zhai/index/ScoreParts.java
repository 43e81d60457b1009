package zhai.index;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;

/// The summands of a score, from what is looked for.
///
/// Words and characters are counted over all texts together, each text with its weight (BM25F), so
/// that a word in a note is as rare as it is in the whole library.
final class ScoreParts {
  /// Words that may stand between two that are near each other.
  private static final int NEAR = 8;

  /// What a word counts in the user's own words and excerpts, for once in the page.
  static final int OWN_WORDS = 3;

  /// What a phrase is worth in a second text, beside the one where it is worth most.
  private static final float SECOND_TEXT = 0.1f;

  private final KnownTerms known;
  private final List<ScorePart> parts = new ArrayList<>();

  private ScoreParts(KnownTerms known) {
    this.known = known;
  }

  /// @param known the index's terms; what can't add to any score is left out
  static List<ScorePart> of(List<Needle> needles, Expansion expansion, KnownTerms known) {
    ScoreParts building = new ScoreParts(known);
    needles.forEach(building::addNeedle);
    needles.stream()
        .collect(groupingBy(Needle::fields, LinkedHashMap::new, toList()))
        .forEach(building::addTogether);
    expansion
        .kept()
        .forEach(word -> building.addPhrase(Factor.PHRASE, word.pieces(), word.fields()));
    expansion.forms().stream()
        .collect(groupingBy(Needle::typed, LinkedHashMap::new, toList()))
        .values()
        .forEach(building::addOtherForms);
    return building.parts;
  }

  /// How much a word in this text counts beside one in another. A page's title counts twice, since
  /// it also belongs to the page's text.
  private static float weight(TextField field) {
    return switch (field) {
      case NOTE, EXCERPT -> OWN_WORDS;
      case TITLE, PAGE, LABEL, AUTHOR, SITE, URL, SOURCE -> 1;
    };
  }

  private void addNeedle(Needle needle) {
    for (String word : words(needle)) {
      float share = FunctionWords.share(word);
      addCounted(Factor.WORDS, needle.fields(), TextField::words, word);
      if (needle.fields().contains(TextField.TITLE)
          && known.contains(TextField.TITLE.words(), word)) {
        add(Factor.TITLE, new TermQuery(new Term(TextField.TITLE.words(), word)), share);
      }
    }
    characters(needle)
        .forEach((text, factor) -> addCounted(factor, needle.fields(), TextField::grams, text));
    if (needle.pieces().size() > 1) {
      addPhrase(Factor.PHRASE, needle.pieces(), needle.fields());
    }
    needle.withMarks().ifPresent(marked -> addPhrase(Factor.PHRASE, marked, needle.fields()));
  }

  /// Words that tell something; none of a needle of common Chinese words or of signs.
  static Set<String> words(Needle needle) {
    return new LinkedHashSet<>(Analysis.words(needle.text()));
  }

  /// The pieces that carry meaning and the pairs of characters, with the factor that each belongs
  /// to.
  static Map<String, Factor> characters(Needle needle) {
    Map<String, Factor> characters = new LinkedHashMap<>();
    List<Piece> pieces = needle.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      switch (piece.kind()) {
        case RUN -> characters.put(piece.text(), Factor.LETTERS);
        case CHARACTER -> characters.put(piece.text(), Factor.CHARACTERS);
        case SYMBOL -> {
          if (needle.isOnlySymbols()) {
            characters.put(piece.text(), Factor.CHARACTERS);
          }
        }
      }
      if (GramPhrase.isPair(pieces, i)) {
        characters.put(GramPhrase.pair(pieces, i), Factor.PAIRS);
      }
    }
    return characters;
  }

  /// What needles tell beside each other that are looked for in the same texts.
  private void addTogether(List<TextField> fields, List<Needle> needles) {
    List<Piece> pieces = needles.stream().flatMap(needle -> needle.pieces().stream()).toList();
    if (needles.size() > 1) {
      addPhrase(Factor.WHOLE, pieces, fields);
    }
    String title = WholeTitle.term(pieces);
    if (fields.contains(TextField.TITLE) && !title.isEmpty()) {
      Query same = new TermQuery(new Term(Documents.TITLE_WHOLE, title));
      add(Factor.TITLE_WHOLE, new ConstantScoreQuery(same), 1);
    }
    List<TextField> texts = fields.stream().filter(field -> field != TextField.LABEL).toList();
    for (int i = 0; i + 1 < pieces.size(); i++) {
      List<Piece> two = pieces.subList(i, i + 2);
      if (isTelling(two)) {
        addPhrase(Factor.NEIGHBOURS, two, texts);
      }
    }
    addNear(pieces, texts);
  }

  private static boolean isTelling(List<Piece> neighbours) {
    return neighbours.stream().anyMatch(piece -> piece.kind() == Kind.RUN)
        && neighbours.stream().anyMatch(piece -> FunctionWords.share(piece.text()) == 1)
        && neighbours.stream().noneMatch(piece -> piece.kind() == Kind.SYMBOL);
  }

  private void addNear(List<Piece> pieces, List<TextField> fields) {
    List<String> telling =
        pieces.stream()
            .filter(piece -> piece.kind() == Kind.RUN)
            .map(Piece::text)
            .filter(word -> FunctionWords.share(word) == 1)
            .toList();
    for (int i = 0; i + 1 < telling.size(); i++) {
      String one = telling.get(i);
      String other = telling.get(i + 1);
      List<Query> places = new ArrayList<>();
      for (TextField field : fields) {
        if (known.contains(field.grams(), one) && known.contains(field.grams(), other)) {
          places.add(new PhraseQuery(NEAR, field.grams(), one, other));
        }
      }
      addBest(Factor.NEARNESS, places, SECOND_TEXT);
    }
  }

  /// Of several other forms of the same the best counts.
  private void addOtherForms(List<Needle> forms) {
    List<Query> each = new ArrayList<>();
    for (Needle form : forms) {
      List<Query> places =
          form.fields().stream()
              .filter(field -> GramPhrase.formMayStand(known, field.grams(), form.pieces()))
              .map(field -> GramPhrase.form(field.grams(), form.pieces()))
              .toList();
      if (!places.isEmpty()) {
        each.add(new DisjunctionMaxQuery(places, SECOND_TEXT));
      }
    }
    addBest(Factor.OTHER_FORM, each, 0);
  }

  private void addPhrase(Factor factor, List<Piece> pieces, List<TextField> fields) {
    List<Query> places = new ArrayList<>();
    for (TextField field : fields) {
      if (GramPhrase.mayStand(known, field.grams(), pieces)) {
        places.add(GramPhrase.exact(field.grams(), pieces));
      }
    }
    addBest(factor, places, SECOND_TEXT);
  }

  /// Of several matches the best counts.
  ///
  /// @param others what the others count beside it
  private void addBest(Factor factor, List<Query> matches, float others) {
    if (!matches.isEmpty()) {
      Query best =
          matches.size() == 1 ? matches.getFirst() : new DisjunctionMaxQuery(matches, others);
      add(factor, best, 1);
    }
  }

  private void addCounted(
      Factor factor, List<TextField> fields, Function<TextField, String> name, String term) {
    for (TextField field : fields) {
      if (known.contains(name.apply(field), term)) {
        add(factor, counted(fields, name, term), FunctionWords.share(term));
        return;
      }
    }
  }

  private void add(Factor factor, Query query, float share) {
    parts.add(new ScorePart(factor, ScorePart.weighed(query, share)));
  }

  private Query counted(List<TextField> fields, Function<TextField, String> name, String term) {
    CombinedFieldQuery.Builder counted = new CombinedFieldQuery.Builder(term);
    for (TextField field : fields) {
      if (known.contains(name.apply(field))) {
        counted.addField(name.apply(field), weight(field));
      }
    }
    return counted.build();
  }
}
