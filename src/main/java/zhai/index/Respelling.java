package zhai.index;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.IndexSearcher;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;
import zhai.query.Field;
import zhai.query.Query;
import zhai.query.Query.Phrase;
import zhai.query.Query.Word;

/// What a query that finds nothing was probably meant to be: words and labels that stand nowhere in
/// the library are changed to similar ones that do, so that the whole finds something.
///
/// A word that stands anywhere is taken to be meant as it is, and so is what a query excludes.
final class Respelling {
  /// Words and phrases of a query that is looked at; nobody typed a longer one.
  private static final int MAX_WORDS = 32;

  private final IndexSearcher searcher;
  private final Gate gate;
  private final Vocabulary vocabulary;
  private final Labels labels;

  Respelling(IndexSearcher searcher, ZonedDateTime now) {
    this.searcher = searcher;
    this.gate = new Gate(new KnownTerms(searcher.getIndexReader()), now, false, Expansion.NONE);
    this.vocabulary = new Vocabulary(searcher, gate);
    this.labels = new Labels(searcher, gate);
  }

  /// The likeliest other spelling that has whole matches.
  Optional<Query> of(Query query) throws IOException {
    if (words(query) > MAX_WORDS) {
      return Optional.empty();
    }
    for (Choice<Query> choice : choices(query, this::texts)) {
      Query other = choice.what();
      if (!other.equals(query) && searcher.count(gate.of(other)) > 0) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private static int words(Query query) {
    return switch (query) {
      case Word _, Phrase _ -> 1;
      case Query.And(var parts) -> parts.stream().mapToInt(Respelling::words).sum();
      case Query.Or(var parts) -> parts.stream().mapToInt(Respelling::words).sum();
      case Query.In(Field _, var inner) -> words(inner);
      case Query.Not _, Query.Everything _, Query.Is _, Query.Has _, Query.Dated _ -> 0;
    };
  }

  /// What may be meant by a word or phrase at one place of a query.
  @FunctionalInterface
  private interface Leaf {
    List<Choice<String>> choices(String typed, Query wordOrPhrase) throws IOException;
  }

  private List<Choice<Query>> choices(Query query, Leaf leaf) throws IOException {
    return switch (query) {
      case Word(String typed) -> written(leaf.choices(typed, query), typed, query);
      case Phrase(String typed) -> written(leaf.choices(typed, query), typed, query);
      case Query.And(var parts) -> each(parts, leaf, Query.And::new);
      case Query.Or(var parts) -> each(parts, leaf, Query.Or::new);
      case Query.In(Field field, var inner) -> in(field, inner);
      case Query.Not _, Query.Everything _, Query.Is _, Query.Has _, Query.Dated _ ->
          Choice.only(query);
    };
  }

  private List<Choice<Query>> each(List<Query> parts, Leaf leaf, Function<List<Query>, Query> join)
      throws IOException {
    List<List<Choice<Query>>> places = new ArrayList<>();
    for (Query part : parts) {
      places.add(choices(part, leaf));
    }
    return Choice.combined(places).stream().map(combined -> combined.map(join)).toList();
  }

  private List<Choice<Query>> in(Field field, Query inner) throws IOException {
    Leaf leaf =
        Needle.textFields(field).isEmpty()
            ? (typed, query) -> labels(field, typed, query)
            : this::texts;
    return choices(inner, leaf).stream()
        .map(choice -> choice.<Query>map(other -> new Query.In(field, other)))
        .toList();
  }

  private List<Choice<String>> labels(Field field, String typed, Query query) throws IOException {
    return searcher.count(gate.of(new Query.In(field, query))) > 0
        ? Choice.only(typed)
        : labels.like(field, typed);
  }

  /// A word may be several (`state-of-teh-art`, `RAG检锁增强`): each that stands nowhere is changed.
  private List<Choice<String>> texts(String typed, Query query) throws IOException {
    if (searcher.count(gate.of(query)) > 0) {
      return Choice.only(typed);
    }
    String text = Folding.compose(typed);
    List<List<Choice<String>>> stretches = new ArrayList<>();
    int at = 0;
    for (Piece stretch : stretches(text)) {
      stretches.add(Choice.only(text.substring(at, stretch.start())));
      stretches.add(vocabulary.like(text.substring(stretch.start(), stretch.end())));
      at = stretch.end();
    }
    stretches.add(Choice.only(text.substring(at)));
    return Choice.combined(stretches).stream()
        .map(combined -> combined.map(parts -> String.join("", parts)))
        .toList();
  }

  /// Runs of letters, and characters that follow one another.
  private static List<Piece> stretches(String text) {
    List<Piece> stretches = new ArrayList<>();
    for (Piece piece : PieceScanner.pieces(Folding.fold(text))) {
      boolean joined =
          piece.isCharacter()
              && !stretches.isEmpty()
              && stretches.getLast().isCharacter()
              && stretches.getLast().end() == piece.start();
      if (joined) {
        Piece before = stretches.removeLast();
        stretches.add(
            new Piece(before.text() + piece.text(), Kind.CHARACTER, before.start(), piece.end()));
      } else if (piece.kind() != Kind.SYMBOL) {
        stretches.add(piece);
      }
    }
    return stretches;
  }

  private static List<Choice<Query>> written(
      List<Choice<String>> texts, String typed, Query query) {
    return texts.stream()
        .map(choice ->
            choice.map(text -> text.equals(typed) ? query : written(text, query instanceof Phrase)))
        .toList();
  }

  /// Several words that stand in the place of one belong together.
  private static Query written(String text, boolean phrase) {
    return phrase || text.contains(" ") ? new Phrase(text) : new Word(text);
  }
}
