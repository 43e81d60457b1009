package zhai.bench;

import java.util.List;

/// A query, in zhai's language and in parts, from which each peer makes what it understands.
///
/// @param query as a person types it for zhai
/// @param plain the same without operators
/// @param words that must all stand in a page, or one of them; of Chinese text without spaces its
///   pieces of three characters
/// @param shape how the words belong together
record Asked(String query, String plain, List<String> words, Shape shape) {
  enum Shape {
    ALL,
    ANY,
    PHRASE,
    /// All, in the pages of one site.
    OF_SITE,
    /// All, and of the hits the hundredth page.
    DEEP
  }

  /// Hits on a page.
  static final int PAGE = 10;

  /// Where the hundredth page begins.
  static final int DEEP_OFFSET = 99 * PAGE;

  static Asked all(String... words) {
    String text = String.join(" ", words);
    return new Asked(text, text, List.of(words), Shape.ALL);
  }

  int offset() {
    return shape == Shape.DEEP ? DEEP_OFFSET : 0;
  }
}
