package zhai.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;
import zhai.query.Field;
import zhai.query.Query;

/// A word or phrase that a query looks for (not one that it excludes), made ready for comparison.
///
/// @param typed as the person typed it
/// @param pieces its pieces; those of a word without the punctuation of sentences at its ends
/// @param exact whether it was quoted, so that it counts only as it stands
/// @param fields where it is looked for
record Needle(String typed, List<Piece> pieces, boolean exact, List<TextField> fields) {
  /// Where words are looked for when no field is named.
  static final List<TextField> ANYWHERE =
      List.of(TextField.PAGE, TextField.TITLE, TextField.EXCERPT, TextField.NOTE, TextField.LABEL);

  private static final String SENTENCE_PUNCTUATION = ".,;:!?、…·~\"'()[]{}<>《》〈〉【】";

  static Needle word(String typed, List<TextField> fields) {
    return new Needle(typed, trimmed(cut(typed)), false, fields);
  }

  static Needle phrase(String typed, List<TextField> fields) {
    return new Needle(typed, cut(typed), true, fields);
  }

  private static List<Piece> cut(String typed) {
    return PieceScanner.pieces(folded(typed));
  }

  static String folded(String typed) {
    return Folding.fold(Folding.compose(typed));
  }

  /// `C++` keeps its signs and `.NET` its dot; `begin?` loses the question mark. What is nothing
  /// but punctuation is kept whole.
  private static List<Piece> trimmed(List<Piece> pieces) {
    int end = pieces.size();
    while (end > 0 && isPunctuation(pieces.get(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && isPunctuation(pieces.get(start)) && !startsName(pieces, start)) {
      start++;
    }
    return end == 0 ? pieces : pieces.subList(start, end);
  }

  private static boolean startsName(List<Piece> pieces, int at) {
    Piece next = pieces.get(at + 1);
    return pieces.get(at).text().equals(".") && next.kind() == Kind.RUN;
  }

  private static boolean isPunctuation(Piece piece) {
    return piece.kind() == Kind.SYMBOL && SENTENCE_PUNCTUATION.contains(piece.text());
  }

  /// Whether it stands for what was typed, in other words.
  boolean isOtherForm() {
    return !Lexicon.key(pieces).equals(Lexicon.key(cut(typed)))
        && !Lexicon.key(pieces).equals(Lexicon.key(trimmed(cut(typed))));
  }

  /// Its pieces with the marks around it, if there are any: `《理想国》` is found without them, and
  /// better with them.
  Optional<List<Piece>> withMarks() {
    List<Piece> all = cut(typed);
    boolean enclosed =
        all.size() > pieces.size() && isPunctuation(all.getFirst()) && isPunctuation(all.getLast());
    return enclosed ? Optional.of(all) : Optional.empty();
  }

  /// Whether it is one run of letters and digits.
  boolean isRun() {
    return pieces.size() == 1 && pieces.getFirst().kind() == Kind.RUN;
  }

  /// Whether it holds no letter, digit or character of a script.
  boolean isOnlySymbols() {
    return pieces.stream().allMatch(piece -> piece.kind() == Kind.SYMBOL);
  }

  /// Whether it says too little to be insisted on beside other words.
  boolean isCommon() {
    return !exact
        && pieces.stream().noneMatch(Piece::isEmoji)
        && (isOnlySymbols() || Analysis.words(text()).isEmpty());
  }

  /// The folded text that its pieces make, spaces where they matter.
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      boolean apart = i > 0 && pieces.get(i - 1).end() < pieces.get(i).start();
      text.append(apart ? " " : "").append(pieces.get(i).text());
    }
    return text.toString();
  }

  /// What a query looks for in texts, in its order.
  static List<Needle> of(Query query) {
    List<Needle> needles = new ArrayList<>();
    collect(query, ANYWHERE, Needle::textFields, needles);
    return needles;
  }

  /// The same, and what it looks for in names and addresses.
  static List<Needle> shown(Query query) {
    List<Needle> needles = new ArrayList<>();
    collect(query, ANYWHERE, Needle::shownFields, needles);
    return needles;
  }

  private static void collect(
      Query query,
      List<TextField> fields,
      Function<Field, List<TextField>> behind,
      List<Needle> into) {
    switch (query) {
      case Query.Word(String typed) -> into.add(word(typed, fields));
      case Query.Phrase(String typed) -> into.add(phrase(typed, fields));
      case Query.And(List<Query> parts) ->
          parts.forEach(part -> collect(part, fields, behind, into));
      case Query.Or(List<Query> parts) ->
          parts.forEach(part -> collect(part, fields, behind, into));
      case Query.In(Field field, Query inner) -> {
        if (!behind.apply(field).isEmpty()) {
          collect(inner, behind.apply(field), behind, into);
        }
      }
      case Query.Everything() -> {}
      case Query.Not(Query _) -> {}
      case Query.Is(Query.State _) -> {}
      case Query.Has(Query.Part _) -> {}
      case Query.Dated(Query.DateField _, var _) -> {}
    }
  }

  /// The texts behind a field; none if it is no field of running text.
  static List<TextField> textFields(Field field) {
    return switch (field) {
      case TITLE -> List.of(TextField.TITLE);
      case TEXT -> List.of(TextField.PAGE);
      case EXCERPT -> List.of(TextField.EXCERPT);
      case NOTE -> List.of(TextField.NOTE);
      case TAG, SITE, AUTHOR, URL, LANG, SOURCE -> List.of();
    };
  }

  private static List<TextField> shownFields(Field field) {
    return switch (field) {
      case SITE -> List.of(TextField.SITE);
      case AUTHOR -> List.of(TextField.AUTHOR);
      case URL -> List.of(TextField.URL);
      case TITLE, TEXT, EXCERPT, NOTE, TAG, LANG, SOURCE -> textFields(field);
    };
  }
}
