package zhai.index;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import zhai.query.Field;
import zhai.query.Query;
import zhai.query.QueryParser;

/// Looks up random pieces of texts as phrases, the way they are typed, and compares what is found
/// with {@link PlainScan}.
final class Substrings {
  private static final int MAX_CHARACTERS = 8;

  private final SearchIndex index;
  private final List<String> texts;
  private final List<String> folded;
  private final SearchOptions all;

  /// @param index of these texts, each under its place in the list
  Substrings(SearchIndex index, List<String> texts) {
    this.index = index;
    this.texts = texts;
    this.folded = texts.stream().map(PlainScan::folded).toList();
    this.all =
        SearchOptions.best(texts.size(), ZonedDateTime.parse("2026-03-31T12:00:00Z"))
            .withSort(SortOrder.NEWEST)
            .bare();
  }

  /// A piece for which search and scan differ.
  record Difference(String piece, Set<Long> notFound, Set<Long> falselyFound) {}

  /// What differs in so many random pieces.
  List<Difference> differences(int pieces, Random random) {
    List<Difference> differences = new ArrayList<>();
    Map<String, Set<Long>> scanned = new HashMap<>();
    for (int i = 0; i < pieces; i++) {
      String piece = piece(random);
      Set<Long> expected = scanned.computeIfAbsent(piece, this::scanned);
      Set<Long> found = found(piece);
      if (!found.equals(expected)) {
        differences.add(new Difference(piece, without(expected, found), without(found, expected)));
      }
    }
    return differences;
  }

  private static Set<Long> without(Set<Long> all, Set<Long> some) {
    Set<Long> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /// One to eight characters from anywhere, also from the middle of a word.
  private String piece(Random random) {
    while (true) {
      int[] characters = texts.get(random.nextInt(texts.size())).codePoints().toArray();
      int start = random.nextInt(characters.length);
      int length = Math.min(characters.length - start, 1 + random.nextInt(MAX_CHARACTERS));
      String piece = new String(characters, start, length).strip();
      if (!PlainScan.folded(piece).isBlank()) {
        return piece;
      }
    }
  }

  private Set<Long> scanned(String piece) {
    String phrase = PlainScan.folded(piece);
    Set<Long> ids = new TreeSet<>();
    for (int i = 0; i < folded.size(); i++) {
      if (PlainScan.stands(folded.get(i), phrase)) {
        ids.add((long) i);
      }
    }
    return ids;
  }

  /// What has the piece in its text.
  Set<Long> found(String piece) {
    Query typed = QueryParser.parse(new Query.In(Field.TEXT, new Query.Phrase(piece)).toString());
    return index.search(typed, all).hits().stream()
        .map(Hit::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
