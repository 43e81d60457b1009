package zhai.index;

import java.util.Locale;
import java.util.stream.Stream;

/// The texts of a bookmark that are searched, each by words and by characters.
enum TextField {
  /// What the page says: title, description, text.
  PAGE,
  /// The page's title and the user's own.
  TITLE,
  EXCERPT,
  /// The user's words: notes, and comments on excerpts.
  NOTE,
  /// What is written on it: tags, byline, the site's name and host.
  LABEL,
  AUTHOR,
  SITE,
  URL,
  /// The paths of the user's own note files that it stands in.
  SOURCE;

  static final String WORDS_SUFFIX = ".words";
  static final String GRAMS_SUFFIX = ".grams";
  static final String SOUNDS_SUFFIX = ".sounds";

  private final String label = name().toLowerCase(Locale.ROOT);
  private final String words = label + WORDS_SUFFIX;
  private final String grams = label + GRAMS_SUFFIX;
  private final String sounds = label + SOUNDS_SUFFIX;

  /// Whether a field of that name holds the words, characters or sounds of such a text.
  static boolean isIndexedAs(String field) {
    return Stream.of(WORDS_SUFFIX, GRAMS_SUFFIX, SOUNDS_SUFFIX).anyMatch(field::endsWith);
  }

  /// The field of the text's words. Only the first five have one.
  String words() {
    return words;
  }

  /// The field of the text's characters and pairs.
  String grams() {
    return grams;
  }

  /// The field of how its Chinese sounds. Only titles and labels have one, and of labels only tags
  /// are in it.
  String sounds() {
    return sounds;
  }

  /// The stored field with the text as it is.
  String stored() {
    return label;
  }
}
