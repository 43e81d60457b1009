package zhai.index;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import zhai.index.PieceScanner.Piece;
import zhai.query.DateRange;
import zhai.query.Field;

/// What a bookmark must be to be found at all; how good it is, is {@link Ranking}'s matter.
///
/// @param known the terms of the index that is searched: a word's beginning stands for what begins
///   with it there
/// @param now what relative dates count back from
/// @param relaxed whether plain words, outside of any field, may be missing
/// @param expansion what stands for words beside themselves
record Gate(KnownTerms known, ZonedDateTime now, boolean relaxed, Expansion expansion) {
  private static final int MIN_BEGINNING = 3;

  Query of(zhai.query.Query query) throws IOException {
    return of(query, new Place(Needle.ANYWHERE, relaxed, true));
  }

  /// Where in the tree we are.
  ///
  /// @param optional whether plain words may be missing here
  /// @param positive whether what is found here counts, not excludes
  private record Place(List<TextField> fields, boolean optional, boolean positive) {
    Place within(List<TextField> others) {
      return new Place(others, false, positive);
    }

    Place excluded() {
      return new Place(fields, false, false);
    }
  }

  private Query of(zhai.query.Query query, Place place) throws IOException {
    return switch (query) {
      case zhai.query.Query.Everything() -> MatchAllDocsQuery.INSTANCE;
      case zhai.query.Query.Word(String typed) ->
          place.optional
              ? MatchAllDocsQuery.INSTANCE
              : word(Needle.word(typed, place.fields), place.positive);
      case zhai.query.Query.Phrase(String typed) ->
          phrase(Needle.phrase(typed, place.fields), place.positive);
      case zhai.query.Query.Not(var inner) -> not(inner, place);
      case zhai.query.Query.And(var parts) -> all(parts, place);
      case zhai.query.Query.Or(var parts) -> any(parts, place);
      case zhai.query.Query.In(Field field, var inner) -> in(field, inner, place);
      case zhai.query.Query.Is(var state) -> value(Documents.IS, label(state));
      case zhai.query.Query.Has(var part) -> value(Documents.HAS, label(part));
      case zhai.query.Query.Dated(var field, DateRange range) -> dated(field, range);
    };
  }

  private Query not(zhai.query.Query inner, Place place) throws IOException {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(of(inner, place.excluded()), Occur.MUST_NOT)
        .build();
  }

  private Query all(List<zhai.query.Query> parts, Place place) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    List<zhai.query.Query> insistedOn = insistedOn(parts);
    for (List<zhai.query.Query> some : new LinkedHashSet<>(expansion.together(parts))) {
      if (some.size() > 1) {
        all.add(term(some, place), Occur.FILTER);
      } else if (insistedOn.contains(some.getFirst())) {
        all.add(of(some.getFirst(), place), Occur.FILTER);
      }
    }
    return all.build();
  }

  /// Words that are one term together, or another form of it.
  private Query term(List<zhai.query.Query> words, Place place) throws IOException {
    BooleanQuery.Builder each = new BooleanQuery.Builder();
    List<String> typed = new ArrayList<>();
    for (zhai.query.Query word : words) {
      typed.add(((zhai.query.Query.Word) word).text());
    }
    for (zhai.query.Query word : insistedOn(words)) {
      each.add(of(word, place), Occur.FILTER);
    }
    return orOtherForms(each.build(), typed, place.fields);
  }

  private Query orOtherForms(Query asTyped, List<String> typed, List<TextField> fields) {
    List<List<Piece>> others = expansion.phrases(typed);
    if (others.isEmpty()) {
      return asTyped;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(asTyped, Occur.SHOULD);
    for (List<Piece> other : others) {
      fields.stream()
          .filter(field -> GramPhrase.formMayStand(known, field.grams(), other))
          .forEach(field -> any.add(GramPhrase.form(field.grams(), other), Occur.SHOULD));
    }
    return any.build();
  }

  /// Of parts that all must hold those that do: words that say too little are not insisted on
  /// beside others.
  static List<zhai.query.Query> insistedOn(List<zhai.query.Query> parts) {
    List<zhai.query.Query> telling = parts.stream().filter(part -> !isCommon(part)).toList();
    return telling.isEmpty() ? parts : telling;
  }

  private static boolean isCommon(zhai.query.Query part) {
    return part instanceof zhai.query.Query.Word(String typed)
        && Needle.word(typed, Needle.ANYWHERE).isCommon();
  }

  private Query any(List<zhai.query.Query> parts, Place place) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (zhai.query.Query part : parts) {
      any.add(of(part, place), Occur.SHOULD);
    }
    return any.build();
  }

  /// A needle as it must stand.
  Query anywhere(Needle needle) throws IOException {
    return needle.exact() ? phrase(needle, true) : word(needle, true);
  }

  /// A word as it stands, or in another form of it; if it stands nowhere, what begins with it.
  private Query word(Needle needle, boolean positive) throws IOException {
    BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
    boolean open = positive && mayGoOn(needle);
    List<String> stems = needle.isRun() ? Analysis.words(needle.text()) : List.of();
    for (TextField field : needle.fields()) {
      if (mayStand(field, needle, open)) {
        anywhere.add(standing(field, needle, open), Occur.SHOULD);
      }
      for (String stem : stems) {
        if (known.contains(field.words(), stem)) {
          anywhere.add(new TermQuery(new Term(field.words(), stem)), Occur.SHOULD);
        }
      }
    }
    if (isPath(needle)) {
      anywhere.add(standing(TextField.URL, needle, open), Occur.SHOULD);
    }
    BooleanQuery found = anywhere.build();
    boolean extendable = positive && needle.isRun() && needle.text().length() >= MIN_BEGINNING;
    Query asTyped = extendable && found.clauses().isEmpty() ? beginning(needle) : found;
    return positive
        ? orSounds(orOtherForms(asTyped, List.of(needle.typed()), needle.fields()), needle)
        : asTyped;
  }

  private Query orSounds(Query asTyped, Needle needle) {
    List<List<String>> rows = expansion.sounds(needle.typed());
    if (rows.isEmpty()) {
      return asTyped;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(asTyped, Occur.SHOULD);
    for (List<String> row : rows) {
      for (TextField field : needle.fields()) {
        any.add(new PhraseQuery(field.sounds(), row.toArray(String[]::new)), Occur.SHOULD);
      }
    }
    return any.build();
  }

  /// `issues/4021` may be a piece of an address.
  private static boolean isPath(Needle needle) {
    return needle.fields().equals(Needle.ANYWHERE)
        && needle.pieces().stream().anyMatch(piece -> piece.text().equals("/"));
  }

  /// Of a phrase whose last part may go on, the parts before it must be known.
  private boolean mayStand(TextField field, Needle needle, boolean open) {
    List<Piece> pieces = needle.pieces();
    if (!open) {
      return GramPhrase.mayStand(known, field.grams(), pieces);
    }
    return pieces.size() <= 1
        || GramPhrase.mayStand(known, field.grams(), pieces.subList(0, pieces.size() - 1));
  }

  /// Of a name with signs in it the last part may go on: `2401.01234` finds `2401.01234v2`. But
  /// what follows an apostrophe is whole, and so is a single letter: thousands of words begin with
  /// the s of `reader's` or the F of `°F`.
  private static boolean mayGoOn(Needle needle) {
    List<Piece> pieces = needle.pieces();
    return pieces.size() > 1
        && !pieces.get(pieces.size() - 2).text().equals("'")
        && !isLetter(pieces.getLast().text());
  }

  private static boolean isLetter(String piece) {
    return piece.length() == 1 && Character.isLetter(piece.charAt(0));
  }

  private Query standing(TextField field, Needle needle, boolean open) throws IOException {
    return open
        ? GramPhrase.open(known.reader(), field.grams(), needle.pieces())
        : GramPhrase.exact(field.grams(), needle.pieces());
  }

  private static Query beginning(Needle needle) {
    BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
    for (TextField field : needle.fields()) {
      anywhere.add(new PrefixQuery(new Term(field.grams(), needle.text())), Occur.SHOULD);
    }
    return anywhere.build();
  }

  private Query phrase(Needle needle, boolean positive) throws IOException {
    BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
    for (TextField field : needle.fields()) {
      if (mayStand(field, needle, positive)) {
        Query phrase =
            positive
                ? GramPhrase.open(known.reader(), field.grams(), needle.pieces())
                : GramPhrase.exact(field.grams(), needle.pieces());
        anywhere.add(phrase, Occur.SHOULD);
      }
    }
    return anywhere.build();
  }

  private Query in(Field field, zhai.query.Query inner, Place place) throws IOException {
    List<TextField> texts = Needle.textFields(field);
    if (!texts.isEmpty()) {
      return of(inner, place.within(texts));
    }
    return switch (inner) {
      case zhai.query.Query.Word(String typed) -> label(field, typed);
      case zhai.query.Query.Phrase(String typed) -> label(field, typed);
      case zhai.query.Query.Not(var excluded) ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(in(field, excluded, place), Occur.MUST_NOT)
              .build();
      case zhai.query.Query.And(var parts) -> each(field, parts, place, Occur.FILTER);
      case zhai.query.Query.Or(var parts) -> each(field, parts, place, Occur.SHOULD);
      case zhai.query.Query.Everything _,
          zhai.query.Query.In _,
          zhai.query.Query.Is _,
          zhai.query.Query.Has _,
          zhai.query.Query.Dated _ ->
          of(inner, place);
    };
  }

  private Query each(Field field, List<zhai.query.Query> parts, Place place, Occur occur)
      throws IOException {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    for (zhai.query.Query part : parts) {
      joined.add(in(field, part, place), occur);
    }
    return joined.build();
  }

  private Query label(Field field, String typed) throws IOException {
    return switch (field) {
      case TAG -> value(Documents.TAG, Needle.folded(typed.replaceFirst("^[#＃]", "")));
      case LANG -> value(Documents.LANG, typed.toLowerCase(Locale.ROOT).replace('_', '-'));
      case SITE -> site(typed);
      case AUTHOR -> open(TextField.AUTHOR, typed);
      case URL -> open(TextField.URL, typed.replaceFirst("^[A-Za-z]+://(www\\.)?", ""));
      case SOURCE -> source(NotePath.asked(Needle.folded(typed)));
      case TITLE, TEXT, EXCERPT, NOTE ->
          throw new IllegalArgumentException(field + " is a field of running text");
    };
  }

  private Query site(String typed) throws IOException {
    return new BooleanQuery.Builder()
        .add(value(Documents.HOST, Hosts.of(typed)), Occur.SHOULD)
        .add(open(TextField.SITE, typed), Occur.SHOULD)
        .build();
  }

  /// A file or folder that is known by just this path, or else each that has it somewhere in its
  /// own: `note.md` is not `my-note.md` where both are there.
  private Query source(String path) throws IOException {
    return known.contains(Documents.SOURCE_PARTS, path)
        ? value(Documents.SOURCE_PARTS, path)
        : open(TextField.SOURCE, path);
  }

  private Query open(TextField field, String typed) throws IOException {
    List<PieceScanner.Piece> pieces = PieceScanner.pieces(Needle.folded(typed));
    return GramPhrase.open(known.reader(), field.grams(), pieces);
  }

  private Query dated(zhai.query.Query.DateField field, DateRange range) {
    @Nullable LocalDate from = range.from() == null ? null : range.from().on(now.toLocalDate());
    @Nullable LocalDate before =
        range.before() == null ? null : range.before().on(now.toLocalDate());
    return switch (field) {
      case ADDED -> between(Documents.ADDED, instant(from), instant(before));
      case READ -> between(Documents.READ, instant(from), instant(before));
      case PUBLISHED ->
          between(
              Documents.PUBLISHED,
              from == null ? null : (Long) from.toEpochDay(),
              before == null ? null : (Long) before.toEpochDay());
    };
  }

  private @Nullable Long instant(@Nullable LocalDate day) {
    return day == null ? null : (Long) day.atStartOfDay(now.getZone()).toInstant().toEpochMilli();
  }

  private static Query between(String field, @Nullable Long from, @Nullable Long before) {
    return LongField.newRangeQuery(
        field, from == null ? Long.MIN_VALUE : from, before == null ? Long.MAX_VALUE : before - 1);
  }

  private static Query value(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
