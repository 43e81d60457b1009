package zhai.extract;

/// A line of text on the page, as the eye sees it: a paragraph, a cell, a menu entry, a line that
/// `br` ends.
///
/// @param region the block element around it
/// @param texts the numbers of its text nodes, see {@link PageMap#texts()}
/// @param text the beginning of its text, at most {@link #MAX_TEXT} characters, blanks joined
/// @param key see {@link TextKey}
/// @param weight see {@link TextWeight}
/// @param linkWeight the part of it inside links
/// @param strongWeight the part of it in bold or in a heading
/// @param clauses commas and sentence ends in it
record Block(
    Region region,
    Texts texts,
    String text,
    long key,
    double weight,
    double linkWeight,
    double strongWeight,
    int clauses) {
  static final int MAX_TEXT = 400;

  /// A run of text nodes.
  record Texts(int from, int to) {}

  /// The share of links in it, 0 to 1.
  double linkDensity() {
    return weight == 0 ? 0 : linkWeight / weight;
  }

  /// Whether it reads like part of a text rather than of a menu.
  boolean isProse() {
    boolean heavy = weight >= 120 || (weight >= 45 && clauses > 0);
    return linkDensity() <= 0.4 && (heavy || (Trait.CODE.in(region.traits()) && weight > 0));
  }
}
