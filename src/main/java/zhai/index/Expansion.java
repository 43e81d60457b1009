package zhai.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import zhai.index.PieceScanner.Piece;
import zhai.query.Field;
import zhai.query.Query;

/// What one query accepts beside what was typed, by a {@link Lexicon} and by the ways in which
/// {@link NameForms names} are written.
///
/// A word that has other forms accepts them; so do English words side by side that are a term
/// together; so does a Chinese run with a term in it, which accepts the same run with another form
/// in its place. Quoted phrases and what is excluded stay as they are.
///
/// @param phrases what stands for words that were typed one after another
/// @param forms the other forms themselves, to be counted and shown
/// @param kept the user's words in Chinese runs, which count as phrases
/// @param sounds what Latin words may sound like, see {@link Sounds}
record Expansion(
    Map<List<String>, List<List<Piece>>> phrases,
    List<Needle> forms,
    List<Needle> kept,
    Map<String, List<List<String>>> sounds) {
  static final Expansion NONE = new Expansion(Map.of(), List.of(), List.of(), Map.of());

  /// Forms of all words of a query together.
  private static final int MAX_FORMS = 64;

  /// Pieces of all that stands for words together: a long run of characters with many terms in it
  /// would be looked for in as many forms, each as long.
  private static final int MAX_PIECES = 4_096;

  /// Words typed one after another that are one term.
  private static final int MAX_WORDS = 6;

  static Expansion of(Query query, Lexicon lexicon) {
    Collector collector = new Collector(lexicon);
    collector.collect(query, Needle.ANYWHERE);
    return new Expansion(collector.phrases, collector.forms, collector.kept, Map.of());
  }

  /// What of it may stand in an index. Most other forms of what is asked for are nowhere in it.
  Expansion standing(KnownTerms known) {
    Map<List<String>, List<List<Piece>>> standing = new HashMap<>();
    phrases.forEach((typed, others) -> {
      List<List<Piece>> some =
          others.stream().filter(other -> mayStand(known, other, Needle.ANYWHERE)).toList();
      if (!some.isEmpty()) {
        standing.put(typed, some);
      }
    });
    List<Needle> some =
        forms.stream().filter(form -> mayStand(known, form.pieces(), form.fields())).toList();
    return new Expansion(standing, some, kept, sounds);
  }

  private static boolean mayStand(KnownTerms known, List<Piece> form, List<TextField> fields) {
    return fields.stream().anyMatch(field -> GramPhrase.formMayStand(known, field.grams(), form));
  }

  Expansion withSounds(Map<String, List<List<String>>> newSounds) {
    return new Expansion(phrases, forms, kept, newSounds);
  }

  boolean isEmpty() {
    return phrases.isEmpty() && sounds.isEmpty();
  }

  /// What is marked in passages: what the query looks for, and other forms of it.
  List<Needle> shown(Query query) {
    return Stream.concat(Needle.shown(query).stream(), forms.stream()).toList();
  }

  /// What stands for a word, or for words typed one after another.
  List<List<Piece>> phrases(List<String> typed) {
    return phrases.getOrDefault(typed, List.of());
  }

  /// What a word may sound like, as rows of tokens.
  List<List<String>> sounds(String typed) {
    return sounds.getOrDefault(typed, List.of());
  }

  /// Parts that all must hold, those together that are one term.
  List<List<Query>> together(List<Query> parts) {
    List<List<Query>> groups = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += groups.getLast().size()) {
      int length = phrases.isEmpty() ? 1 : Math.min(MAX_WORDS, parts.size() - i);
      while (length > 1 && phrases(typed(parts.subList(i, i + length))).isEmpty()) {
        length--;
      }
      groups.add(parts.subList(i, i + length));
    }
    return groups;
  }

  /// The words as typed; none if not all of them are words.
  private static List<String> typed(List<Query> parts) {
    List<String> typed = new ArrayList<>();
    for (Query part : parts) {
      if (!(part instanceof Query.Word(String word))) {
        return List.of();
      }
      typed.add(word);
    }
    return typed;
  }

  private static final class Collector {
    private final Lexicon lexicon;
    private final Map<List<String>, List<List<Piece>>> phrases = new HashMap<>();
    private final List<Needle> forms = new ArrayList<>();
    private final List<Needle> kept = new ArrayList<>();
    private int room = MAX_PIECES;

    Collector(Lexicon lexicon) {
      this.lexicon = lexicon;
    }

    private void collect(Query query, List<TextField> fields) {
      switch (query) {
        case Query.Word(String typed) -> addWord(typed, fields);
        case Query.And(List<Query> parts) -> collectAll(parts, fields);
        case Query.Or(List<Query> parts) -> parts.forEach(part -> collect(part, fields));
        case Query.In(Field field, Query inner) -> {
          if (!Needle.textFields(field).isEmpty()) {
            collect(inner, Needle.textFields(field));
          }
        }
        case Query.Everything _,
            Query.Phrase _,
            Query.Not _,
            Query.Is _,
            Query.Has _,
            Query.Dated _ -> {}
      }
    }

    private void collectAll(List<Query> parts, List<TextField> fields) {
      for (int i = 0, length; i < parts.size(); i += length) {
        length = Math.min(MAX_WORDS, parts.size() - i);
        while (length > 1 && !addTermOf(parts.subList(i, i + length), fields)) {
          length--;
        }
        if (length == 1) {
          collect(parts.get(i), fields);
        }
      }
    }

    /// Words side by side, if they are one term.
    private boolean addTermOf(List<Query> parts, List<TextField> fields) {
      List<String> typed = typed(parts);
      return !typed.isEmpty() && mayBeTerm(typed, fields) && addTerm(typed, fields);
    }

    /// Quickly seen, since most words side by side are none.
    private boolean mayBeTerm(List<String> typed, List<TextField> fields) {
      List<Piece> first = Needle.word(typed.getFirst(), fields).pieces();
      boolean numbered = typed.size() == 2 && Character.isDigit(typed.getLast().codePointAt(0));
      return numbered || (!first.isEmpty() && lexicon.mayBegin(first.getFirst()));
    }

    private boolean addTerm(List<String> typed, List<TextField> fields) {
      List<Piece> pieces =
          typed.stream().flatMap(word -> Needle.word(word, fields).pieces().stream()).toList();
      List<List<Piece>> others = new ArrayList<>();
      if (!pieces.isEmpty()) {
        others.addAll(lexicon.others(pieces));
        others.addAll(otherNames(typed, fields));
      }
      others.forEach(other -> add(typed, other, other, fields));
      return !others.isEmpty();
    }

    /// `JDK 21` is one name, unless the first word is a term by itself. Written with a sign between
    /// it has both words anyway.
    private List<List<Piece>> otherNames(List<String> typed, List<TextField> fields) {
      boolean two = typed.size() == 2;
      List<Piece> first = Needle.word(typed.getFirst(), fields).pieces();
      boolean isTerm = two && !lexicon.others(first).isEmpty();
      return typed.size() > 2 || isTerm
          ? List.of()
          : NameForms.others(Needle.word(String.join(" ", typed), fields)).stream()
              .filter(name -> !two || !name.getFirst().text().equals(first.getFirst().text()))
              .toList();
    }

    private void addWord(String typed, List<TextField> fields) {
      List<Piece> run = Needle.word(typed, fields).pieces();
      if (addTerm(List.of(typed), fields) || run.stream().noneMatch(Piece::isCharacter)) {
        return;
      }
      for (int i = 0, length; i < run.size() && forms.size() < MAX_FORMS; i += length) {
        Optional<List<Piece>> form = lexicon.formAt(run, i);
        length = form.map(List::size).orElse(1);
        for (List<Piece> other : form.map(lexicon::others).orElse(List.of())) {
          add(List.of(typed), replaced(run, i, i + length, other), other, fields);
        }
      }
      keepWords(typed, run, fields);
    }

    private static List<Piece> replaced(List<Piece> run, int from, int to, List<Piece> other) {
      List<Piece> replaced = new ArrayList<>(run.subList(0, from));
      replaced.addAll(other);
      replaced.addAll(run.subList(to, run.size()));
      return replaced;
    }

    private void add(
        List<String> typed, List<Piece> phrase, List<Piece> form, List<TextField> fields) {
      Needle needle = new Needle(String.join(" ", typed), form, true, fields);
      boolean known =
          phrases.getOrDefault(typed, List.of()).contains(phrase) && forms.contains(needle);
      if (forms.size() < MAX_FORMS && phrase.size() <= room && !known) {
        room -= phrase.size();
        phrases.computeIfAbsent(typed, _ -> new ArrayList<>()).add(phrase);
        forms.add(needle);
      }
    }

    private void keepWords(String typed, List<Piece> run, List<TextField> fields) {
      for (int i = 0, length; i < run.size() && kept.size() < MAX_FORMS; i += length) {
        Optional<List<Piece>> word = lexicon.wordAt(run, i);
        length = word.map(List::size).orElse(1);
        word.filter(it -> it.size() < run.size())
            .ifPresent(it -> kept.add(new Needle(typed, it, true, fields)));
      }
    }
  }
}
