package zhai.url;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One line of `canonical.rules`; its head says what each does.
sealed interface Rule {
  Place place();

  /// The address stands inside another one: in the first of the parameters that holds one, or where
  /// the place captures `target`.
  record Unwrap(Place place, List<String> parameters) implements Rule {}

  /// The same page has another address.
  record Rewrite(Place place, Template target) implements Rule {}

  /// The page is a part of something that has another address: an answer of its question.
  ///
  /// @param noun what that is
  record Group(Place place, Template target, String noun) implements Rule {}

  /// What to do with the parameters of these names.
  record Decide(Place place, Decision decision, List<NamePattern> names) implements Rule {}

  /// Whether the part after `#` belongs to the identity.
  record Fragment(Place place, boolean kept) implements Rule {}

  /// The host is written with `www.`: always where the line names it, as given where it says `*.`.
  record Www(Place place, boolean always) implements Rule {}

  /// What becomes of a parameter.
  enum Decision {
    /// It is part of the identity, and of the fetch address.
    KEEP,
    /// The site needs it to open the page, but it doesn't say which page: fetch address only.
    OPEN,
    /// It is in neither.
    DROP
  }

  /// A parameter's name, with `*` for any characters; upper and lower case are one.
  record NamePattern(Pattern pattern) {
    static NamePattern parse(String text) {
      String regex = Pattern.quote(text.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
      return new NamePattern(Pattern.compile(regex));
    }

    boolean matches(String name) {
      return pattern.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
  }
}
