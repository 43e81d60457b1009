package zhai.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The words that can stand before and after a colon.
final class Names {
  /// Everything that can stand before a colon.
  static final List<String> ALL =
      Stream.concat(
              Arrays.stream(Field.values()).map(Field::label),
              Stream.of("is", "has", "added", "published", "read"))
          .toList();

  /// Those that a number can follow; `read:` is too short to be guessed from another word.
  private static final List<String> NEAR_A_NUMBER = List.of("added", "published");

  /// What other programs call our fields.
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("body", "text"),
          Map.entry("by", "author"),
          Map.entry("comment", "note"),
          Map.entry("content", "text"),
          Map.entry("date", "published"),
          Map.entry("domain", "site"),
          Map.entry("file", "source"),
          Map.entry("highlight", "excerpt"),
          Map.entry("host", "site"),
          Map.entry("inurl", "url"),
          Map.entry("intitle", "title"),
          Map.entry("keyword", "tag"),
          Map.entry("label", "tag"),
          Map.entry("language", "lang"),
          Map.entry("path", "source"),
          Map.entry("quote", "excerpt"),
          Map.entry("state", "is"),
          Map.entry("status", "is"));

  private Names() {}

  /// Whether a name before a number is a slip of one that takes dates, not `localhost:8080`.
  static boolean isNearADate(String name) {
    return Suggestion.nearest(name, NEAR_A_NUMBER).isPresent();
  }

  /// The sentence about a name that is none.
  static String unknown(String name) {
    return "there is no field \"%s\"; ".formatted(name)
        + Optional.ofNullable(ELSEWHERE.get(name))
            .or(() -> Suggestion.nearest(name, ALL))
            .map(nearest -> "did you mean " + nearest + ":?")
            .orElse(
                "the fields are "
                    + String.join(", ", ALL)
                    + " (quote the text to search for it as it is)");
  }

  /// The constant of that name, or what `error` makes of the sentence about it.
  static <E extends Enum<E>> E constant(
      Class<E> type, String field, String name, Function<String, QueryException> error) {
    List<String> labels =
        Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    if (labels.contains(name)) {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
    throw error.apply(
        "there is no %s:%s; ".formatted(field, name)
            + Suggestion.nearest(name, labels)
                .map(nearest -> "did you mean %s:%s?".formatted(field, nearest))
                .orElse("%s: takes %s".formatted(field, choice(labels))));
  }

  private static String choice(List<String> labels) {
    return String.join(", ", labels.subList(0, labels.size() - 1)) + " or " + labels.getLast();
  }
}
