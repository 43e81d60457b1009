package zhai.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.model.SavedSearch;

/// `@NAME` in a query: a saved search, which stands there as if it were written between brackets.
///
/// Only a whole word is one. `@types/node`, `me@example.org` and `@media(print)` are text, and so
/// is what stands right behind a field's colon: `author:@someone`.
///
/// @param name as typed, without the sign
/// @param end of it in the query
record Reference(String name, int end) {
  private static final Pattern WORD =
      Pattern.compile("[@＠]([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*)");

  /// The one that stands at that place, if one does.
  static Optional<Reference> at(int place, String query) {
    Matcher word = WORD.matcher(query).region(place, query.length());
    return word.lookingAt() && endsWord(query, word.end())
        ? Optional.of(new Reference(word.group(1), word.end()))
        : Optional.empty();
  }

  private static boolean endsWord(String query, int place) {
    if (place == query.length()) {
      return true;
    }
    char next = query.charAt(place);
    return Syntax.isBlank(next) || Syntax.isQuote(next) || Syntax.isClose(next) || next == '（';
  }

  /// What is known of saved searches where a text is read.
  ///
  /// @param searches all there are
  /// @param around those whose texts are being read, the outermost first
  record Scope(SavedSearches searches, List<SavedSearch> around) {
    Scope {
      around = List.copyOf(around);
    }

    static Scope of(SavedSearches searches) {
      return new Scope(searches, List.of());
    }

    boolean isInSaved() {
      return !around.isEmpty();
    }

    /// The search that is meant.
    ///
    /// @param error makes an error of a sentence
    SavedSearch find(Reference reference, Function<String, QueryException> error) {
      SavedSearch found =
          searches.named(reference.name).orElseThrow(() -> error.apply(unknown(reference.name)));
      if (around.contains(found)) {
        throw error.apply(circle(found));
      }
      return found;
    }

    Scope inside(SavedSearch search) {
      List<SavedSearch> deeper = new ArrayList<>(around);
      deeper.add(search);
      return new Scope(searches, deeper);
    }

    private String unknown(String name) {
      String sentence = searches.unknown(name);
      return sentence.endsWith("?")
          ? sentence
          : sentence + "; search for the text as \"@" + name + "\"";
    }

    private String circle(SavedSearch again) {
      StringBuilder path = new StringBuilder();
      around.stream()
          .dropWhile(search -> !search.equals(again))
          .forEach(search -> path.append("@").append(search.name()).append(" → "));
      return path + "@" + again.name() + " is a circle";
    }
  }
}
