package zhai.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that can stand before and after a colon.
final class Names {
  /// Everything that can stand before a colon.
  static final List<String> ALL =
      Stream.concat(
              Arrays.stream(Field.values()).map(Field::label),
              Stream.of("is", "has", "added", "published", "read"))
          .toList();

  private Names() {}

  /// The sentence about a name that is none.
  static String unknown(String name) {
    return "there is no field \"%s\"; ".formatted(name)
        + Suggestion.nearest(name, ALL)
            .map(nearest -> "did you mean " + nearest + ":?")
            .orElse(
                "the fields are "
                    + String.join(", ", ALL)
                    + " (quote the text to search for it as it is)");
  }

  /// The constant of that name, or what `error` makes of the sentence about it.
  static <E extends Enum<E>> E constant(
      Class<E> type, String name, Function<String, QueryException> error) {
    List<String> labels =
        Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    if (labels.contains(name)) {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
    String choice =
        labels.stream().limit(labels.size() - 1).collect(Collectors.joining(", "))
            + " or "
            + labels.getLast();
    throw error.apply("\"%s\" is not one of %s".formatted(name, choice));
  }
}
